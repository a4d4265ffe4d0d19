import { expect, fixture, html } from '@open-wc/testing';
import { assertAccessible } from '../../tools/accessible.js';
import { fill } from '../../tools/input.js';
import { itOnce } from '../../tools/one-engine.js';
import { waitUntil } from '../../tools/wait-until.js';
import { AttachPage, openAttach, paste, screenshot, transfer } from './attach-page.js';

const openInForm = async (
  attach = html`<screenshot-attach name="pictures" locale="fi"></screenshot-attach>`,
) => {
  const page = await openAttach(html`<form>${attach}<button>Send</button></form>`);
  const form = page.element.closest('form');
  if (!form) throw new Error('No form');
  return { page, form };
};

const sent = (form: HTMLFormElement): string[] =>
  new FormData(form)
    .getAll('pictures')
    .map((value) => (value instanceof File ? value.name : value));

describe('in a plain form', () => {
  it('the files are in the data under the name, in the order of the list', async () => {
    const { page, form } = await openInForm();
    await page.element.addFiles([await screenshot('eka.png'), await screenshot('toka.png')]);
    await page.holds(2);
    expect(sent(form)).to.deep.equal(['eka.png', 'toka.png']);
    await page.press('Siirrä alemmas: eka.png');
    expect(sent(form)).to.deep.equal(['toka.png', 'eka.png']);
  });

  itOnce('captions stand beside the files once one is written', async () => {
    const { page, form } = await openInForm();
    await page.element.addFiles([await screenshot('eka.png'), await screenshot('toka.png')]);
    expect([...new FormData(form).keys()]).to.deep.equal(['pictures', 'pictures']);
    const caption = page.root.querySelector('input.control') as HTMLInputElement;
    await fill(caption, 'Virheilmoitus');
    expect(new FormData(form).getAll('pictures-caption')).to.deep.equal(['Virheilmoitus', '']);
  });

  it('nothing is sent without a name, without pictures, or while it is disabled', async () => {
    const { page, form } = await openInForm();
    expect(sent(form)).to.deep.equal([]);
    await page.element.addFiles([await screenshot()]);
    page.element.disabled = true;
    await page.element.updateComplete;
    expect(sent(form)).to.deep.equal([]);
    page.element.disabled = false;
    page.element.name = '';
    await page.element.updateComplete;
    expect([...new FormData(form).keys()]).to.deep.equal([]);
  });

  it('a picture can be required, and the form says so where it is missing', async () => {
    const { page, form } = await openInForm(
      html`<screenshot-attach name="pictures" required locale="fi"></screenshot-attach>`,
    );
    expect(form.checkValidity()).to.equal(false);
    expect(page.element.matches(':invalid')).to.equal(true);
    await page.element.addFiles([await screenshot()]);
    await page.element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it('it tells of its validity as a native control does', async () => {
    const { page, form } = await openInForm(
      html`<label for="pictures">Kuvat</label
        ><screenshot-attach id="pictures" name="pictures" locale="fi"></screenshot-attach>`,
    );
    const { element } = page;
    expect([element.form, element.labels.length, element.willValidate]).to.deep.equal([
      form,
      1,
      true,
    ]);
    expect([element.checkValidity(), element.validationMessage]).to.deep.equal([true, '']);
    let told = 0;
    element.addEventListener('invalid', () => (told += 1));
    element.required = true;
    expect([element.checkValidity(), element.reportValidity(), told]).to.deep.equal([
      false,
      false,
      2,
    ]);
    expect([element.validity.valueMissing, element.validationMessage]).to.deep.equal([
      true,
      'Liitä vähintään yksi kuva.',
    ]);
    element.setCustomValidity('Kuva ei kelpaa.');
    expect([element.validity.customError, element.validationMessage]).to.deep.equal([
      true,
      'Kuva ei kelpaa.',
    ]);
    element.setCustomValidity('');
    await element.addFiles([await screenshot()]);
    expect(element.checkValidity()).to.equal(true);
    element.disabled = true;
    await element.updateComplete;
    expect(element.willValidate).to.equal(false);
  });

  it('the form waits while a picture is being prepared', async () => {
    const { page, form } = await openInForm();
    let wasValid = true;
    page.element.addEventListener('screenshot-added', () => (wasValid = form.checkValidity()));
    await page.element.addFiles([await screenshot()]);
    expect(wasValid).to.equal(false);
    await page.element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it('a paste keeps the form from being sent from the very moment on, and a reset ends that at once', async () => {
    const { page, form } = await openInForm();
    paste(document.body, transfer([await screenshot()]));
    expect(form.checkValidity()).to.equal(false);
    expect(page.element.matches(':invalid')).to.equal(true);
    form.reset();
    expect(form.checkValidity()).to.equal(true);
    // What comes next stands alone.
    await page.element.addFiles([await screenshot('toka.png')]);
    await page.holds(1);
    expect(sent(form)).to.deep.equal(['toka.png']);
  });

  it('a reset closes the editor, and nothing of its picture comes into the list', async () => {
    const { page, form } = await openInForm();
    paste(document.body, transfer([await screenshot()]));
    await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
    form.reset();
    await page.element.updateComplete;
    expect(page.root.querySelector('dialog')).to.equal(null);
    expect(page.text).not.to.include('Kuvaa käsitellään');
    expect(page.text).not.to.include('Ei liitetty');
    expect([sent(form), form.checkValidity()]).to.deep.equal([[], true]);
    await page.paste(await screenshot());
    await page.holds(1);
  });

  it('a reset empties it', async () => {
    const { page, form } = await openInForm();
    await page.element.addFiles([await screenshot()]);
    form.reset();
    await page.holds(0);
    expect(sent(form)).to.deep.equal([]);
  });

  it('a disabled fieldset disables it', async () => {
    const set = await fixture<HTMLFieldSetElement>(
      html`<fieldset disabled><screenshot-attach locale="fi"></screenshot-attach></fieldset>`,
    );
    const element = set.querySelector('screenshot-attach');
    if (!element) throw new Error('No element');
    const page = new AttachPage(element);
    await page.reads('Valitse tiedostot');
    expect(page.button('Valitse tiedostot').disabled).to.equal(true);
    await assertAccessible(element);
  });

  it('the focus goes to it where it is asked for', async () => {
    const { page } = await openInForm();
    page.element.focus();
    expect(document.activeElement).to.equal(page.element);
  });
});
