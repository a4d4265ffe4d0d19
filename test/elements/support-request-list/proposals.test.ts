import { expect } from '@open-wc/testing';
import { waitUntil } from '../../tools/wait-until.js';
import { answer, messagesOf, open, send, type ListPage } from './list-page.js';

describe('chargeable work', () => {
  const propose = (id: string, text: string) => answer(id, text, 'chargeableProposal');

  async function confirm(page: ListPage): Promise<void> {
    const box = page.find<HTMLInputElement>('.check input');
    expect(box.checked).to.equal(false);
    await page.press('.check');
    expect(box.checked).to.equal(true);
    await page.press('.notice .button.primary');
  }

  it('is confirmed by a tick that is never there beforehand, and again when more is proposed [guide 1.1]', async () => {
    const id = await send();
    await propose(id, 'Työ kestää kaksi tuntia.');
    const page = await open({ id });
    await page.sees('.check input');
    await page.reads('Työ kestää kaksi tuntia.');
    await page.reads('Valitse ensin ruutu, niin voit vahvistaa.');
    await page.press('.notice .button.primary');
    expect([page.focused, await messagesOf(id)]).to.deep.equal(['confirm', []]);
    await confirm(page);
    await page.reads('Vahvisti maksullisen työn.');
    await propose(id, 'Lisätyö kestää tunnin.');
    await page.element.refresh();
    await page.sees('.check input');
    await confirm(page);
    await waitUntil(
      async () => (await messagesOf(id)).filter(({ confirms }) => confirms).length === 2,
      'The second was not confirmed',
    );
  });

  it('is declined by a reply, with or without a word of why, and not before it is sent', async () => {
    const id = await send();
    await propose(id, 'Työ kestää kaksi tuntia.');
    const page = await open({ id });
    const decline = async () => {
      await page.reads('Hylkää ehdotus');
      await page.press('.notice .button.primary + .button');
      await waitUntil(() => page.focused === 'reply', 'The focus is elsewhere');
      await page.reads('Tämä vastaus hylkää ehdotetun maksullisen työn.');
    };
    await decline();
    await expect(page.element).to.be.accessible();
    await page.press('.reply .button.primary + .button');
    await page.sees('.check input');
    expect(page.text).to.not.include('Tämä vastaus hylkää');
    await decline();
    await page.write('Teemme sen itse.');
    await page.press('.reply .button.primary');
    await page.reads('Hylkäsi maksullisen työn.');
    await propose(id, 'Lisätyö kestää tunnin.');
    await page.element.refresh();
    await decline();
    await page.sendByKeys();
    const declined = async () => (await messagesOf(id)).filter(({ declines }) => declines);
    await waitUntil(async () => (await declined()).length === 2, 'The second was not declined');
    expect((await declined()).map(({ text }) => text)).to.deep.equal(['Teemme sen itse.', '']);
  });

  it('is neither confirmed nor declined once a newer one is there, and the person reads that one', async () => {
    const id = await send();
    await propose(id, 'Työ kestää kaksi tuntia.');
    const page = await open({ id });
    await page.press('.check');
    await propose(id, 'Työ kestää viisi tuntia.');
    await page.press('.notice .button.primary');
    await page.reads('Lue ehdotus uudelleen');
    await page.reads('Työ kestää viisi tuntia.');
    expect(page.find<HTMLInputElement>('.check input').checked).to.equal(false);
    await page.press('.notice .button.primary + .button');
    await page.write('Liikaa.');
    await propose(id, 'Työ kestää tunnin.');
    await page.sendByKeys();
    await page.reads('Työ kestää tunnin.');
    await page.sees('.check input');
    expect(await messagesOf(id)).to.deep.equal([]);
    expect(page.find<HTMLTextAreaElement>('#reply').value).to.equal('Liikaa.');
  });
});
