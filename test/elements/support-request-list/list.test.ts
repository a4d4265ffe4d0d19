import { expect } from '@open-wc/testing';
import { changeStaffRequest } from '../../../src/contract/staff.js';
import { clientOf } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { open, send } from './list-page.js';

describe('the list of support requests', () => {
  it('shows a request that was sent, and opens it whole', async () => {
    const id = await send({ summary: 'tilikauden avaaminen ei onnistu' });
    const page = await open();
    await page.sees(`#open-${id}`);
    await expect(page.element).to.be.accessible();
    page.find(`#open-${id}`).click();
    await page.reads('Miten avaan tilikauden?');
    await waitUntil(() => page.focused === 'request', 'The focus never came to the request');
    await expect(page.element).to.be.accessible();
  });

  it('leads back to the request that was open', async () => {
    const id = await send();
    const page = await open();
    await page.sees(`#open-${id}`);
    page.find(`#open-${id}`).click();
    await page.reads('Miten avaan tilikauden?');
    page.find('.back').click();
    await waitUntil(() => page.focused === `open-${id}`, 'The focus never came back to the row');
  });

  it('shows a new request without a reload, above the others', async () => {
    const first = await send();
    const page = await open();
    await page.sees(`#open-${first}`);
    const second = await send();
    document.dispatchEvent(new Event('support-request-submitted'));
    await page.sees(`#open-${second}`);
    expect(page.rows.indexOf(second)).to.be.below(page.rows.indexOf(first));
  });

  it("shows staff's change of status without a reload", async () => {
    const id = await send();
    const page = await open({ id });
    await page.reads('Vastaanotettu');
    await clientOf('agent').send(changeStaffRequest, {
      params: { id },
      body: { status: 'inProgress' },
    });
    await page.element.refresh();
    await page.reads('Tila: Käsittelyssä');
  });

  it('shows only requests of the chosen status', async () => {
    const open1 = await send();
    const closed = await send();
    await clientOf('agent').send(changeStaffRequest, {
      params: { id: closed },
      body: { status: 'closed' },
    });
    const page = await open();
    await page.sees(`#open-${open1}`);
    const select = page.find<HTMLSelectElement>('#status');
    select.value = 'closed';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(
      () => page.rows.includes(closed) && !page.rows.includes(open1),
      () => `It shows ${page.text}`,
    );
  });

  it('goes on page by page, and leads to the first that is new', async () => {
    for (let count = 0; count < 27; count += 1) await send({}, 'other-tenant');
    const page = await open({ user: 'other-tenant' });
    await page.sees('#more');
    const before = page.rows;
    expect(before).to.have.length(25);
    page.find('#more').click();
    await waitUntil(() => page.rows.length > 25, 'There is no second page');
    expect(page.rows.slice(0, 25)).to.deep.equal(before);
    await waitUntil(() => page.focused === `open-${page.rows[25]}`, 'The focus is elsewhere');
    expect(new Set(page.rows).size).to.equal(page.rows.length);
  });

  it('says what failed, keeps nothing else up, and tries again', async () => {
    const { endpoint } = await openGate([
      {
        path: '/support-requests*',
        status: 403,
        body: { title: 'no', status: 403, code: 'forbidden' },
      },
    ]);
    const id = await send();
    const page = await open({ endpoint });
    await page.reads('Sinulla ei ole oikeutta');
    await expect(page.element).to.be.accessible();
    page.find('.notice .button').click();
    await page.sees(`#open-${id}`);
  });

  it('fits 320 pixels', async () => {
    await send({
      summary: 'Kirjanpitoaineistonkäsittelyvirheilmoitusraportointiongelma '.repeat(3),
    });
    const page = await open();
    page.element.style.width = '320px';
    await page.sees('.rows .subject');
    expect(page.element.scrollWidth).to.be.at.most(320);
  });
});
