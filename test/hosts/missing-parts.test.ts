import { after, before, describe, it } from 'node:test';
import { inOneBrowser, type Page } from './browsers.js';
import { startStaticPage, type StaticPage } from './static-page.js';

interface Part {
  readonly tag: string;
  readonly attributes: string;
  /** What a person does that needs the part, in an element that doesn't need it anyway. */
  readonly act?: (page: Page) => Promise<void>;
  readonly missing: RegExp;
  /** What they read once it has come. */
  readonly loaded: RegExp;
}

const endpoint = 'endpoint="/api/support"';
const missing = /Lataa sivu uudelleen, jos tämä osa ei pian tule näkyviin/;

const parts: readonly Part[] = [
  {
    tag: 'support-request-form',
    attributes: endpoint,
    act: (page) => page.click('button', 'Lähetä tukipyyntö'),
    missing,
    loaded: /Muut tavat ottaa yhteyttä/,
  },
  { tag: 'support-request-list', attributes: endpoint, missing, loaded: /Tukipalvelu/ },
  { tag: 'advisory-access-approval', attributes: endpoint, missing, loaded: /Pyyntöä ei löytynyt/ },
  {
    tag: 'remote-support-download',
    attributes: '',
    act: (page) => page.click('button', 'Minä soitin Vismalle'),
    missing: /tätä osaa ei voitu ladata/,
    loaded: /Etätukiohjelma/,
  },
];

describe('a part of an element that could not be loaded', () => {
  inOneBrowser((_name, open) => {
    for (const { tag, attributes, act, missing, loaded } of parts) {
      describe(`of <${tag}>`, () => {
        let site: StaticPage;
        before(async () => {
          site = await startStaticPage(tag, attributes);
        });
        after(() => site.stop());

        it('says so, and comes when a person presses Try again', async () => {
          site.refused = new RegExp(`/${tag}\\.lazy`);
          const page = await open();
          await page.goto(`${site.origin}/`);
          await act?.(page);
          await page.waitForText(missing);
          site.refused = undefined;
          await page.click('button', 'Yritä uudelleen');
          await page.waitForText(loaded);
        });
      });
    }
  });
});
