import { expect } from '@open-wc/testing';
import { changeStaffRequest } from '../../../src/contract/staff.js';
import { askingEverySecond, clientOf } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { click, press } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { answer, open, send, sendWithPictures } from './list-page.js';

describe('the focus in the list of support requests', () => {
  afterEach(() => localStorage.clear());

  it('stays in the reply that is being typed when an answer comes, which is announced', async () => {
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

  it('stays on its row when the status of the request changes, which is announced', async () => {
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

  it('goes to the request that is opened', async () => {
    const id = await send({ summary: 'tilikauden avaaminen ei onnistu' });
    const page = await open();
    await page.sees(`#open-${id}`);
    await page.press(`#open-${id}`);
    await page.reads('Miten avaan tilikauden?');
    await waitUntil(() => page.focused === 'request', 'The focus never came to the request');
  });

  it('goes back to the row of the request that was open', async () => {
    const id = await send();
    const page = await open();
    await page.sees(`#open-${id}`);
    await page.press(`#open-${id}`);
    await page.reads('Miten avaan tilikauden?');
    await page.press('.back');
    await waitUntil(() => page.focused === `open-${id}`, 'The focus never came back to the row');
  });

  it('goes to the first row of the next page', async () => {
    for (let count = 0; count < 27; count += 1) await send({}, 'other-tenant');
    const page = await open({ user: 'other-tenant' });
    await page.sees('#more');
    const before = page.rows;
    expect(before).to.have.length(25);
    await page.press('#more');
    await waitUntil(() => page.rows.length > 25, 'There is no second page');
    expect(page.rows.slice(0, 25)).to.deep.equal(before);
    await waitUntil(() => page.focused === `open-${page.rows[25]}`, 'The focus is elsewhere');
    expect(new Set(page.rows).size).to.equal(page.rows.length);
  });

  it('comes back to the picture that was shown large, whether Esc or a button closes it', async () => {
    const page = await open({ id: await sendWithPictures({ width: 64, height: 64 }) });
    await page.sees('.picture canvas');
    const large = page.find<HTMLDialogElement>('#large');
    const picture = page.find('.picture');
    for (const close of [
      () => press('Escape'),
      () => click(large.querySelector('.close') ?? large),
    ]) {
      picture.focus();
      await press('Enter');
      await waitUntil(() => large.open, 'The picture was never shown large');
      await close();
      await waitUntil(() => !large.open, 'The picture was never closed');
      await waitUntil(() => page.root.activeElement === picture, 'The focus never came back');
      expect(large.querySelector('canvas')).to.equal(null);
    }
  });
});
