import { expect, html } from '@open-wc/testing';
import { type AttachPage, openAttach, paste, screenshot, transfer } from './attach-page.js';

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
