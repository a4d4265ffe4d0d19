import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-form/support-request-form.define.js';
import { waitUntil } from '../../tools/wait-until.js';

async function picture(name: string, width = 40): Promise<File> {
  const canvas = new OffscreenCanvas(width, 30);
  canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

/** Pastes as a press of the keys would, where the focus is. */
function paste(target: HTMLElement, given: File | string, text = ''): ClipboardEvent {
  const data = new DataTransfer();
  if (typeof given === 'string') data.setData('text/html', given);
  else data.items.add(given);
  if (text) data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  target.dispatchEvent(event);
  return event;
}

async function asHtml(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `<img src="data:image/png;base64,${base64}">`;
}

// In a file of its own, with tools of its own: what takes pictures is loaded once a page, and other tests load it.
describe('a picture that comes before what takes it', () => {
  it("is taken from where the focus is in the host's page, but only while the form is shown", async () => {
    const panel = await fixture<HTMLElement>(
      html`<div hidden><support-request-form endpoint="/api/support" locale="fi"></support-request-form></div>`,
    );
    const cell = await fixture<HTMLInputElement>(html`<input aria-label="Debet" />`);
    const place = () =>
      panel.querySelector('support-request-form')?.shadowRoot?.querySelector('screenshot-attach');
    await waitUntil(place, 'The form was never painted');
    const [before, after] = [await picture('suljettuna.png'), await picture('avattuna.png')];
    paste(cell, before);
    const inHtml = await asHtml(await picture('x.png', 50));
    expect(paste(cell, inHtml, '1910 Pankki').defaultPrevented).to.equal(false);
    expect(customElements.get('screenshot-attach')).to.equal(undefined);
    panel.hidden = false;
    paste(cell, after);
    expect(paste(cell, inHtml).defaultPrevented).to.equal(true);
    expect(paste(cell, '<img src="cid:1">', 'Virhe 42').defaultPrevented).to.equal(false);
    const root = () => place()?.shadowRoot;
    await waitUntil(
      () => root()?.textContent?.includes('Kopioidun tekstin kuvia ei liitetty'),
      'Nothing was said of the pictures of a text',
    );
    // The one that is ready first is shown in the editor, and the other joins the list.
    await waitUntil(
      () => root()?.querySelector('dialog[open]') && place()?.files.length === 1,
      () => `One was lost: ${root()?.textContent}`,
    );
    root()?.querySelector<HTMLElement>('dialog .primary')?.click();
    await waitUntil(
      () => place()?.files.length === 2,
      () => `The picture in the editor was lost: ${root()?.textContent}`,
    );
    expect(place()?.files.map(({ name }) => name)).to.have.members([
      'avattuna.png',
      'Kuvaruutukaappaus.png',
    ]);
  });
});
