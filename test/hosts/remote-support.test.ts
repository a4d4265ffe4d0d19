import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forEachBrowser, inOneBrowser, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { startStaticPage, type StaticPage } from './static-page.js';

const windows = 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe';

/** Where the element's links lead, but for telephone numbers. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...(document
        .querySelector('remote-support-download')
        ?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []),
    ]
      .map((link) => link.href)
      .filter((href) => !href.startsWith('tel:')),
  );

/** Presses Tab until the focus is on something in the element that reads so. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.querySelector('remote-support-download')?.shadowRoot?.activeElement;
      return (element?.closest('label') ?? element)?.textContent?.trim();
    });
    if (focused === words) return;
  }
  assert.fail(`Tab never came to "${words}".`);
}

/** This test's own computers have no program, so the person says that it is for another. */
async function chooseWindows(page: Page): Promise<void> {
  await tabTo(page, 'Windows');
  await page.press('Space');
  await page.waitForText('Lataa TeamViewer (Windows)');
}

describe('remote support in the customer portal', () => {
  let portal: ClockedPages;
  before(async () => {
    portal = await startClockedPages();
  });
  after(() => portal.stop());

  forEachBrowser((_name, open) => {
    it('warns who was called and leads who called to the program, by keyboard alone, under the strict policy', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/#etatuki`);
      await page.waitForText('Kuka soitti?');
      await tabTo(page, 'Minulle soitettiin');
      await page.press('Enter');
      await page.waitForText('Katkaise puhelu ja soita meille:');
      assert.deepEqual(await linksOf(page), []);
      await page.press('Shift+Tab');
      await page.press('Enter');
      await page.waitForText('Etätukiohjelma');
      await chooseWindows(page);
      assert.ok((await linksOf(page)).includes(windows));
      await page.waitForText(/Puhelinpalvelu (auki|suljettu)/);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it('says that a part of it could not be loaded, and still whom to call', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/#etatuki`);
      await page.waitForText('Kuka soitti?');
      await page.setOffline(true);
      await page.click('button', 'Minä soitin Vismalle');
      await page.waitForText(
        'Lataa sivu uudelleen tai soita meille, sillä tätä osaa ei voitu ladata:',
      );
      await page.click('button', 'Minulle soitettiin');
      await page.waitForText('Katkaise puhelu ja soita meille:');
      assert.deepEqual(await linksOf(page), []);
    });
  });

  inOneBrowser((_name, open) => {
    it('still helps when the endpoint goes away', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/#etatuki`);
      await page.waitForText('Kuka soitti?');
      await page.click('button', 'Minulle soitettiin');
      await page.waitForText(/Puhelinpalvelu (avautuu|on)/);
      await page.setOffline(true);
      await page.click('button', 'Minä soitin Vismalle');
      await page.waitForText('Tiedot eivät ehkä ole ajan tasalla');
      await page.waitForText('0107 562 170');
      assert.ok((await linksOf(page)).some((link) => link.startsWith('https://www.visma.fi/')));
    });
  });
});

describe('remote support on a static page without any endpoint', () => {
  let site: StaticPage;
  before(async () => {
    site = await startStaticPage('remote-support-download');
  });
  after(() => site.stop());

  inOneBrowser((_name, open) => {
    it('has the program, the number and the hours of the guide, under the strict policy', async () => {
      const page = await open();
      await page.goto(`${site.origin}/`);
      await page.waitForText('Kuka soitti?');
      const text = await page.text();
      for (const words of [
        '0107 562 170',
        'Palvelemme puhelimitse arkisin klo 9–12 ja 13–16',
        'Nämä ovat yleisiä tietoja',
      ])
        assert.ok(text.includes(words), words);
      await page.click('button', 'Minä soitin Vismalle');
      await page.waitForText('Etätukiohjelma');
      await chooseWindows(page);
      assert.ok((await linksOf(page)).includes(windows));
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(
        site.asked.filter((path) => !/^\/(assets\/[\w.-]+\.js|favicon\.svg)?$/.test(path)),
        [],
      );
    });
  });

  it('never loads what an endpoint would need', () => {
    assert.deepEqual(
      site.asked.filter((path) => /connection\.lazy|problem/.test(path)),
      [],
    );
  });
});
