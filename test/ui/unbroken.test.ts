import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { base } from '../../src/ui/base.styles.js';
import { unbroken } from '../../src/ui/unbroken.js';

const show = (text: string): HTMLElement => {
  const place = document.createElement('p');
  render(unbroken(text), place);
  return place;
};

const piecesOf = (text: string): (string | null)[] =>
  [...show(text).querySelectorAll('.unbroken')].map(({ textContent }) => textContent);

describe('numbers and codes in a text', () => {
  for (const [text, pieces] of [
    ['Tilikautta ei voi avata (F-4711).', ['F-4711']],
    ['F-4711', ['F-4711']],
    ['FIV-2026-0412 · HelpDesk HD-77123', ['FIV-2026-0412', 'HD-77123']],
    ['Y-tunnus 1234567-8', ['1234567-8']],
    ['Maija Mäkelä, 040 123 4567, +358 40 123 4567', ['040 123 4567', '+358 40 123 4567']],
    ['27.11.2026 klo 21.44', []],
    ['Tili-ilmoitus ja ALV-ilmoitus', []],
    ['', []],
    [`${'A1-'.repeat(40)}A1`, []],
    [`x${'1'.repeat(60)}-2`, []],
  ] as const) {
    it(`stay whole: ${JSON.stringify(text.slice(0, 60))}`, () => {
      expect(piecesOf(text)).to.deep.equal(pieces);
      expect(show(text).textContent).to.equal(text);
    });
  }

  it('stand on one line in an element, however narrow it is', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [base.styleSheet ?? new CSSStyleSheet()];
    render(html`<p>${unbroken('Tilikautta ei voi avata F-4711')}</p>`, root);
    const piece = root.querySelector('.unbroken');
    for (let width = 40; width < 300; width += 4) {
      host.style.width = `${width}px`;
      expect(piece?.getClientRects().length, `${width} pixels`).to.equal(1);
    }
  });
});
