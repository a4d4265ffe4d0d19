import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/advisory-access-badge/advisory-access-badge.define.js';
import '../../../src/elements/advisory-access-approval/advisory-access-approval.define.js';
import { AdvisoryAccessBadge } from '../../../src/elements/advisory-access-badge/advisory-access-badge.js';
import '../../../src/context/support-provider.define.js';
import { ask, askingEverySecond, companies, decide, seeingOnly } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';

const shown = (badge: AdvisoryAccessBadge): HTMLElement | null =>
  badge.shadowRoot?.querySelector<HTMLElement>('[part=badge]') ?? null;

const open = (ids: readonly string[], locale = 'fi'): Promise<AdvisoryAccessBadge> =>
  fixture<AdvisoryAccessBadge>(
    html`<advisory-access-badge .client=${seeingOnly(ids)} locale=${locale}></advisory-access-badge>`,
  );

describe('advisory-access-badge', () => {
  it('is upgraded where its module is loaded', async () => {
    const badge = await open([(await ask()).id]);
    expect(badge).to.be.instanceOf(AdvisoryAccessBadge);
    await waitUntil(() => badge.count === 1 && shown(badge), 'It shows nothing');
  });

  it('shows how many requests wait, in words for who cannot see it, and tells the host', async () => {
    const ids = [(await ask()).id, (await ask({ companies: companies(1) })).id];
    const counts: number[] = [];
    const heard = ({ detail }: HTMLElementEventMap['advisory-access-pending-changed']) =>
      counts.push(detail.count);
    document.body.addEventListener('advisory-access-pending-changed', heard);
    const badge = await open(ids);
    await waitUntil(() => shown(badge)?.textContent?.trim() === '2', 'It never showed two');
    document.body.removeEventListener('advisory-access-pending-changed', heard);
    expect(shown(badge)?.getAttribute('aria-label')).to.equal(
      '2 neuvontaoikeuspyyntöä odottaa hyväksyntää',
    );
    expect([badge.count, ...counts]).to.deep.equal([2, 2]);
  });

  it('shows nothing at all once nobody waits any more', async () => {
    const { id } = await ask();
    const { endpoint } = await openGate([await askingEverySecond()]);
    const badge = await fixture<AdvisoryAccessBadge>(
      html`<advisory-access-badge .client=${seeingOnly([id], 'main-user', endpoint)} locale="fi"></advisory-access-badge>`,
    );
    await waitUntil(() => shown(badge), 'It never showed one');
    const changed = oneEvent(badge, 'advisory-access-pending-changed');
    await decide(id, { version: 1, outcome: 'rejected', reason: 'Ei' });
    await changed;
    await badge.updateComplete;
    expect(badge.count).to.equal(0);
    expect(shown(badge)).to.equal(null);
    expect(badge.getBoundingClientRect().width).to.equal(0);
  });

  it('asks together with the approval and the other badges of the page', async () => {
    const { endpoint, requests } = await openGate();
    await fixture(html`
      <support-provider endpoint=${endpoint} .accessToken=${() => tokenFor('other-tenant')} locale="fi">
        <advisory-access-badge></advisory-access-badge>
        <advisory-access-badge></advisory-access-badge>
        <advisory-access-approval></advisory-access-approval>
      </support-provider>
    `);
    const approval = document.querySelector('advisory-access-approval');
    await waitUntil(
      () => approval?.shadowRoot?.textContent?.includes('Ei neuvontaoikeuspyyntöjä'),
      'Nothing came',
    );
    expect(
      (await requests()).filter(({ path }) => path.startsWith('/advisory-access')).length,
    ).to.equal(1);
  });

  it('shows nothing where the endpoint cannot be reached or offers no such thing, and disturbs nobody', async () => {
    const { endpoint, received } = await openGate([{ path: '/service*', status: 404, times: 9 }]);
    const badge = await fixture<AdvisoryAccessBadge>(
      html`<advisory-access-badge endpoint=${endpoint} locale="fi"></advisory-access-badge>`,
    );
    // It asks again once it has heard, and shown, what came of the first question.
    await received({ path: '/service' }, 2);
    await badge.updateComplete;
    expect(badge.shadowRoot?.textContent?.trim()).to.equal('');
  });
});
