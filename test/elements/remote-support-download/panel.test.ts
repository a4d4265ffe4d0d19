import { expect } from '@open-wc/testing';
import { called, full, states } from './states.js';
import { words } from './words.js';
import { openGate } from '../../tools/gate.js';
import { openSupport } from './support-page.js';

const width = new CSSStyleSheet();

describe('remote support in a panel', () => {
  before(() => {
    document.adoptedStyleSheets.push(width);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== width);
  });

  for (const [name, go] of Object.entries(states)) {
    it(`fits a panel 320 pixels wide without scrolling sideways: ${name}`, async () => {
      width.replaceSync('remote-support-download { width: 320px }');
      const page = await go('fi', words.fi);
      const edge = page.element.getBoundingClientRect().right + 1;
      const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter(
        (part) =>
          !part.matches('.visually-hidden, input[type=radio]') &&
          part.getBoundingClientRect().right > edge,
      );
      expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
    });

    it(`has no target smaller than 24 pixels: ${name}`, async () => {
      width.replaceSync('');
      const page = await go('fi', words.fi);
      const small = [
        ...page.root.querySelectorAll<HTMLElement>('button, summary, .segments label, a.button'),
      ].filter((part) => part.offsetHeight < 24);
      expect(small.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }

  it('speaks another language at once, in the middle of it', async () => {
    const page = await called('windows', full)('fi', words.fi);
    page.element.locale = 'en';
    await page.reads('Download the program (Windows)');
    await page.reads(/Phone (open|closed)/);
  });

  it('moves nothing when the endpoint answers late', async () => {
    const { endpoint } = await openGate([{ fault: 'slow', path: '/service*', delay: 300 }]);
    const page = await openSupport({ endpoint });
    const top = () => page.button('Minä soitin Vismalle').getBoundingClientRect().top;
    const before = top();
    page.button('Minulle soitettiin').focus();
    await page.reads(/Puhelinpalvelu (auki|suljettu)/);
    expect(top()).to.equal(before);
  });
});
