import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-list/support-request-list.define.js';
import type { SupportRequestList } from '../../../src/elements/support-request-list/support-request-list.js';
import { changeStaffRequest, putStaffMessage } from '../../../src/contract/staff.js';
import { getRequest, submitRequest, type SupportRequest } from '../../../src/contract/support-requests.js';
import { clientOf } from '../../tools/advisory.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';

before(async function (this: Mocha.Context) {
  this.timeout(120_000);
  await tokenFor('main-user');
});

const sample = (summary: string): SupportRequest => ({
  kind: 'question',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary,
  critical: false,
  description: 'Miten avaan tilikauden?',
  userIds: [],
  companyNumbers: ['1234'],
  contact: { company: 'Äyräs', name: 'Maija Mäkelä', phone: '040 123 4567', email: 'maija@example.com' },
  attachments: [],
  language: 'fi',
});

async function send(summary = `tilikausi ${crypto.randomUUID()}`): Promise<string> {
  const id = crypto.randomUUID();
  await clientOf('main-user').send(submitRequest, { params: { id }, body: sample(summary) });
  return id;
}

async function open(id?: string) {
  const element = await fixture<SupportRequestList>(html`
    <support-request-list endpoint="/api/support" .accessToken=${() => tokenFor('main-user')} .requestId=${id} locale="fi"></support-request-list>
  `);
  const root = () => element.shadowRoot?.querySelector<HTMLElement>('.root') ?? element;
  const find = <E extends HTMLElement>(selector: string) => element.shadowRoot?.querySelector<E>(selector) ?? undefined;
  const reads = (text: string) => waitUntil(() => root().innerText.includes(text), `"${text}" never appeared. There is: ${root().innerText}`);
  return { element, find, reads };
}

describe('the list of support requests', () => {
  it('shows a request that was sent, and opens it whole', async () => {
    const summary = `tilikausi ${crypto.randomUUID()}`;
    const id = await send(summary);
    const { element, find, reads } = await open();
    await reads(summary);
    await expect(element).to.be.accessible();
    find(`#open-${id}`)?.click();
    await reads('Miten avaan tilikauden?');
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'request', 'The focus never came to the request');
    await expect(element).to.be.accessible();
  });

  it("shows staff's change of status without a reload", async () => {
    const id = await send();
    const { element, reads } = await open(id);
    await reads('Vastaanotettu');
    await clientOf('agent').send(changeStaffRequest, { params: { id }, body: { status: 'inProgress' } });
    await element.refresh();
    await reads('Tila: Käsittelyssä');
  });

  it('sends a reply', async () => {
    const id = await send();
    const { find, reads } = await open(id);
    await reads('Vastauksesi');
    const field = find<HTMLTextAreaElement>('#reply');
    if (field) field.value = 'Kyse on tilikaudesta 2026.';
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
    await reads('Vastauksesi on lähetetty.');
    const { timeline } = await clientOf('main-user').send(getRequest, { params: { id } });
    expect(timeline.filter(({ kind }) => kind === 'message').map(({ text }) => text)).to.deep.equal(['Kyse on tilikaudesta 2026.']);
  });

  it('confirms a chargeable proposal, which is never ticked beforehand', async () => {
    const id = await send();
    const proposal = { text: 'Työ kestää kaksi tuntia.', attachments: [], kind: 'chargeableProposal' as const };
    await clientOf('agent').send(putStaffMessage, { params: { id, messageId: crypto.randomUUID() }, body: proposal });
    const { element, find, reads } = await open(id);
    await reads('Työ kestää kaksi tuntia.');
    const box = find<HTMLInputElement>('.check input');
    expect(box?.checked).to.equal(false);
    box?.click();
    await element.updateComplete;
    find('.notice .button.primary')?.click();
    await reads('Vahvisti maksullisen työn.');
  });
});
