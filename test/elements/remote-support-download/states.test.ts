import { expect } from '@open-wc/testing';
import { states } from './states.js';
import { words } from './words.js';

const scheme = new CSSStyleSheet();

describe('every state of remote support', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });

  for (const locale of ['fi', 'en'] as const) {
    for (const dark of [false, true]) {
      for (const [name, go] of Object.entries(states)) {
        it(`is accessible in "${locale}", ${dark ? 'dark' : 'light'}: ${name}`, async () => {
          scheme.replaceSync(
            `:root { color-scheme: ${dark ? 'dark' : 'light'}; background: ${dark ? '#14191d' : '#ffffff'} }`,
          );
          const page = await go(locale, words[locale]);
          await expect(page.element).to.be.accessible();
        });
      }
    }
  }
});
