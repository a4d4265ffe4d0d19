import { expect, html } from '@open-wc/testing';
import { openReadyForm } from '../support-request-form/form-page.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, paste, screenshot, transfer } from './attach-page.js';

/** What a drag of something to a place comes to: whether the browser would leave the page, and what the pointer shows. */
function drop(target: Element, data: DataTransfer): { isPageKept: boolean; effect: string } {
  const events = ['dragover', 'drop'].map((type) => {
    const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(event, 'dataTransfer', { value: data });
    target.dispatchEvent(event);
    return event;
  });
  return {
    isPageKept: events.every(({ defaultPrevented }) => defaultPrevented),
    effect: data.dropEffect,
  };
}

const inForm = () =>
  openAttach(html`
    <form>
      <textarea aria-label="Kuvaus"></textarea>
      <input type="file" aria-label="Oma" />
      <div contenteditable="true">Oma</div>
      <screenshot-attach locale="fi"></screenshot-attach>
    </form>
  `);

const near = ({ element }: { readonly element: Element }, selector: string): Element => {
  const found = element.parentElement?.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

describe('a file that is dropped beside the area for files', () => {
  it('is taken anywhere in the form', async () => {
    const page = await inForm();
    const { isPageKept } = drop(near(page, 'textarea'), transfer([await screenshot('eka.png')]));
    expect(isPageKept).to.equal(true);
    await page.done();
    await page.holds(1);
  });

  it('is taken on the description of a support request', async () => {
    const page = await openReadyForm();
    page.control('Ongelma lyhyesti').focus();
    drop(page.control('Ongelma lyhyesti'), transfer([await screenshot('eka.png')]));
    const pictures = () => page.root.querySelector('screenshot-attach')?.shadowRoot;
    await waitUntil(() => pictures()?.querySelector('dialog[open]'), 'It was not taken');
  });

  it('does not leave the page elsewhere, and nothing is taken', async () => {
    const page = await inForm();
    const data = transfer([await screenshot()]);
    expect(drop(document.body, data).isPageKept).to.equal(true);
    page.element.disabled = true;
    expect(drop(page.root.querySelector('.drop-area')!, data).isPageKept).to.equal(true);
    expect(page.root.querySelector('dialog')).to.equal(null);
  });

  for (const [name, content, codes] of [
    ['lasku.pdf', '%PDF-1.7\n1 0 obj << >> endobj\n%%EOF', []],
    ['luvut.xlsx', 'PK\x03\x04', ['unsupportedType']],
    ['luvut.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', ['unsupportedType']],
    ['esitys.pptx', 'PK\x03\x04', ['unsupportedType']],
  ] as const)
    it(`or pasted is taken or refused by its name: ${name}`, async () => {
      const page = await openAttach(html`
        <form>
          <textarea aria-label="Kuvaus"></textarea>
          <screenshot-attach locale="fi" accept="image/png,application/pdf"></screenshot-attach>
        </form>
      `);
      const rejected: string[] = [];
      page.element.addEventListener('screenshot-rejected', ({ detail }) =>
        rejected.push(detail.code),
      );
      const file = new File([Uint8Array.from(content, (letter) => letter.charCodeAt(0))], name);
      drop(near(page, 'textarea'), transfer([file]));
      await page.element.prepared();
      paste(near(page, 'textarea'), transfer([file], { 'text/plain': name }));
      await page.element.prepared();
      expect(rejected).to.deep.equal([...codes, ...codes]);
      if (codes.length) await page.reads(`”${name}”`);
      else expect(page.names).to.deep.equal([name, name.replace('.', ' (2).')]);
    });

  it("is left to the host's own places for files", async () => {
    const page = await inForm();
    const data = transfer([await screenshot()]);
    expect(drop(near(page, '[type=file]'), data).isPageKept).to.equal(false);
    expect(drop(near(page, '[contenteditable]'), data).isPageKept).to.equal(false);
  });
});

describe('an address that is dropped', () => {
  const address = () => transfer([], { 'text/uri-list': 'https://example.com/' });

  it('does not leave the page on the area for files', async () => {
    const page = await openAttach();
    const { isPageKept } = drop(page.root.querySelector('.drop-area')!, address());
    expect(isPageKept).to.equal(true);
  });

  it('is answered with what to do instead, also that of a picture on another page', async () => {
    for (const html of [
      '<a href="https://example.com/">',
      '<img src="https://example.com/a.png">',
    ]) {
      const page = await openAttach();
      const data = transfer([], { 'text/uri-list': 'https://example.com/', 'text/html': html });
      data.effectAllowed = 'all';
      expect(drop(page.root.querySelector('.drop-area')!, data).isPageKept).to.equal(true);
      await page.reads('mukana oli vain linkki siihen');
    }
  });

  it('is left to a field for text', async () => {
    const page = await inForm();
    expect(drop(near(page, 'textarea'), address()).isPageKept).to.equal(false);
  });
});
