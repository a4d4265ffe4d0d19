import { expect } from '@open-wc/testing';
import { changeStaffRequest } from '../../../src/contract/staff.js';
import { clientOf } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { answer, askingEverySecond, open, send } from './list-page.js';

describe('what comes by itself', () => {
  afterEach(() => localStorage.clear());

  it('is an answer: the focus and what is being typed stay, and it is announced', async () => {
    const { endpoint } = await openGate([await askingEverySecond()]);
    const id = await send();
    const page = await open({ id, endpoint });
    await page.reads('Vastauksesi');
    const field = page.find<HTMLTextAreaElement>('#reply');
    field.focus();
    await page.write('Kirjoitan juuri');
    field.setSelectionRange(3, 7);
    await answer(id, 'Kokeile uudelleen.');
    await page.reads('Kokeile uudelleen.');
    expect(page.root.activeElement).to.equal(field);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal([
      'Kirjoitan juuri',
      3,
      7,
    ]);
    expect(page.announced).to.equal('Tukipyyntö on päivittynyt.');
  });

  it('is a status in the list: the row that has the focus keeps it', async () => {
    const { endpoint } = await openGate([await askingEverySecond()]);
    const id = await send();
    const page = await open({ endpoint });
    await page.sees(`#open-${id}`);
    const row = page.find(`#open-${id}`);
    row.focus();
    await clientOf('agent').send(changeStaffRequest, {
      params: { id },
      body: { status: 'resolved' },
    });
    await waitUntil(
      () => row.parentElement?.textContent?.includes('Ratkaistu'),
      'The status never changed',
    );
    expect(page.root.activeElement).to.equal(row);
    expect(page.announced).to.match(/^Päivitetty: /);
  });

  it('is asked for the one request alone where a host shows one', async () => {
    const { endpoint, requests } = await openGate([await askingEverySecond()]);
    const id = await send();
    const page = await open({ id, endpoint });
    await page.reads('Vastauksesi');
    await answer(id, 'Kokeile uudelleen.');
    await page.reads('Kokeile uudelleen.');
    const asked = (await requests())
      .filter(({ path }) => path.startsWith('/support-requests'))
      .map(({ path }) => path.split('?')[0]);
    expect(new Set(asked)).to.deep.equal(new Set([`/support-requests/${id}`]));
  });
});
