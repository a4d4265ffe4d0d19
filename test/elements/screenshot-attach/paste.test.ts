import { expect, fixture, html } from '@open-wc/testing';
import { type AttachPage, openAttach, paste, screenshot, transfer } from './attach-page.js';

describe('pasting a screenshot [guide 1.3]', () => {
  it('opens it in the editor and attaches it when the person is done', async () => {
    const page = await openAttach();
    const event = paste(document.body, transfer([await screenshot()]));
    expect(event.defaultPrevented).to.equal(true);
    await page.done();
    await page.holds(1);
    expect(page.names).to.deep.equal(['Kuvaruutukaappaus.png']);
    expect(page.element.files[0]?.type).to.equal('image/png');
    await expect(page.element).to.be.accessible();
  });

  it('leaves text to the text field in which it is pasted, also where a picture comes along', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    const event = paste(field, transfer([await screenshot()], { 'text/plain': '1910 Pankki' }));
    expect(event.defaultPrevented).to.equal(false);
    expect(page.element.files).to.have.length(0);
  });

  it('takes a picture that is pasted in a text field, which has no use for it', async () => {
    const page = await openAttach();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Text" />`);
    paste(field, transfer([await screenshot()]));
    await page.done();
    await page.holds(1);
  });

  it("leaves a picture to the host's own editor of rich text", async () => {
    await openAttach();
    const editor = await fixture<HTMLElement>(html`<div contenteditable="true">Text</div>`);
    expect(paste(editor, transfer([await screenshot()])).defaultPrevented).to.equal(false);
  });

  it('leaves a paste without files alone', async () => {
    await openAttach();
    expect(paste(document.body, transfer([], { 'text/plain': 'Hei' })).defaultPrevented).to.equal(
      false,
    );
  });
});

describe('two places for pictures on a page', () => {
  const openTwo = async (): Promise<[AttachPage, AttachPage]> => {
    const one = await openAttach(
      html`<div><screenshot-attach locale="fi"></screenshot-attach></div>`,
    );
    return [
      one,
      await openAttach(html`<div><screenshot-attach locale="fi"></screenshot-attach></div>`),
    ];
  };

  it('give a picture to the one that was last used', async () => {
    const [one, two] = await openTwo();
    one.button('Valitse tiedostot').focus();
    two.button('Valitse tiedostot').focus();
    two.button('Valitse tiedostot').blur();
    paste(document.body, transfer([await screenshot()]));
    await two.done();
    await two.holds(1);
    expect(one.names).to.deep.equal([]);
  });

  it('give a picture to the one around which it is pasted', async () => {
    const [one, two] = await openTwo();
    two.button('Valitse tiedostot').focus();
    paste(one.button('Valitse tiedostot'), transfer([await screenshot()]));
    await one.done();
    await one.holds(1);
    expect(two.names).to.deep.equal([]);
  });

  it('give it to neither where it is unclear which was meant, and both say so', async () => {
    const [one, two] = await openTwo();
    expect(paste(document.body, transfer([await screenshot()])).defaultPrevented).to.equal(false);
    await one.reads('useita paikkoja kuville');
    await two.reads('useita paikkoja kuville');
    await expect(one.element).to.be.accessible();
  });

  it('give it to the visible one', async () => {
    const [one, two] = await openTwo();
    one.element.hidden = true;
    paste(document.body, transfer([await screenshot()]));
    await two.done();
    await two.holds(1);
  });

  it('give it to the one that is not disabled', async () => {
    const [one, two] = await openTwo();
    two.element.disabled = true;
    paste(document.body, transfer([await screenshot()]));
    await one.done();
    await one.holds(1);
  });
});
