import { expect, fixture, html } from '@open-wc/testing';
import { openAttach, paste, pasteAt, screenshot, transfer } from './attach-page.js';

describe('pasting a screenshot [guide 1.3]', () => {
  it('opens it in the editor and attaches it when the person is done', async () => {
    const page = await openAttach();
    const event = await pasteAt(document.body, await screenshot());
    expect(event.defaultPrevented).to.equal(true);
    await page.done();
    await page.holds(1);
    expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png']);
    expect(page.element.files[0]?.type).to.equal('image/png');
  });

  it('leaves text to the text field in which it is pasted, also where a picture comes along', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    const event = await pasteAt(field, await screenshot(), '1910 Pankki');
    expect(event.defaultPrevented).to.equal(false);
    expect(page.element.files).to.have.length(0);
  });

  it('takes a picture that is pasted in a text field, which has no use for it', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    await pasteAt(field, await screenshot());
    await page.done();
    await page.holds(1);
  });

  it("leaves a picture to the host's own editor of rich text", async () => {
    await openAttach();
    const editor = await fixture<HTMLElement>(html`<div contenteditable="true">Text</div>`);
    expect((await pasteAt(editor, await screenshot())).defaultPrevented).to.equal(false);
  });

  it('leaves a paste without files alone', async () => {
    await openAttach();
    expect(paste(document.body, transfer([], { 'text/plain': 'Hei' })).defaultPrevented).to.equal(
      false,
    );
  });
});
