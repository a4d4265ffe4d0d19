import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/support-request-form/support-request-form.define.js';
import { waitUntil } from '../../tools/wait-until.js';

async function picture(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}

/** Pastes as a press of the keys would, where the focus is. */
function paste(target: HTMLElement, file: File): void {
  const data = new DataTransfer();
  data.items.add(file);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  target.dispatchEvent(event);
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
    expect(customElements.get('screenshot-attach')).to.equal(undefined);
    panel.hidden = false;
    paste(cell, after);
    await waitUntil(() => place()?.shadowRoot?.querySelector('dialog[open]'), 'It was lost');
    expect(place()?.shadowRoot?.querySelector('dialog')?.textContent).to.include('avattuna.png');
  });
});
