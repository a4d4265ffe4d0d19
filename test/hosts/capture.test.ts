import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  chosenBrowsers,
  chromiumArguments,
  findBrowsers,
  findWholeChromium,
} from '../tools/browsers.mjs';
import { startXvfb } from '../tools/webkit.mjs';
import { asCall } from './page.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

// The headless shell has no screen.
const executablePath = chosenBrowsers().chromium && findWholeChromium();

/** A private place in the page and the form in a panel of its own, each in a colour that nothing else has. Runs in the page. */
function mark(): void {
  const secret = document.createElement('p');
  secret.textContent = '010199-123A';
  secret.dataset.supportPrivate = '';
  Object.assign(secret.style, {
    position: 'fixed',
    inset: '20px auto auto 20px',
    width: '200px',
    height: '40px',
    margin: '0',
    background: '#ff0000',
  });
  document.body.append(secret);
  const panel = document.querySelector<HTMLElement>('.card');
  if (!panel) throw new Error('No panel');
  panel.dataset.supportPanel = '';
  panel.style.background = '#00ff00';
}

/** Everything that the program marks as private, and its panel, in the same colours. Runs in the page. */
function markProgram(): void {
  for (const secret of document.querySelectorAll<HTMLElement>('[data-support-private]'))
    secret.style.setProperty('background', '#ff0000', 'important');
  document
    .querySelector<HTMLElement>('#support')
    ?.style.setProperty('background', '#00ff00', 'important');
}

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly red: number;
  readonly green: number;
  /** The colours of the private place. */
  readonly covered: readonly string[];
}

/** What the picture shows that would be sent. Runs in the page. */
async function look(): Promise<Seen> {
  const file = document
    .querySelector('support-request-form')
    ?.shadowRoot?.querySelector('screenshot-attach')?.files[0];
  if (!file) throw new Error('Nothing is attached');
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('No canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const at = (index: number) =>
    [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0] as const;
  let red = 0;
  let green = 0;
  for (let index = 0; index < data.length; index += 4) {
    const [r, g, b] = at(index);
    if (r > 180 && g < 90 && b < 90) red += 1;
    if (g > 180 && r < 90 && b < 90) green += 1;
  }
  const scale = width / innerWidth;
  const covered = new Set<string>();
  for (let y = 22; y < 58; y += 1) {
    for (let x = 22; x < 218; x += 1)
      covered.add(at(4 * (Math.round(y * scale) * width + Math.round(x * scale))).join());
  }
  return { width, height, red, green, covered: [...covered] };
}

function describeCapture(program: string): void {
  describe('capturing the page itself, in chromium', () => {
    let portal: ClockedPages;
    let screen: { child: { kill(): void }; display: string } | undefined;
    let browser: Browser;
    let page: Page;

    before(async () => {
      portal = await startClockedPages();
      // A browser without a window captures nothing real.
      const { webkit } = findBrowsers();
      screen = webkit && (await startXvfb(webkit.xvfb));
      browser = await chromium.launch({
        executablePath: program,
        headless: false,
        args: [...chromiumArguments, '--auto-accept-this-tab-capture'],
        env: { ...process.env, ...(screen && { DISPLAY: screen.display }) },
      });
      // As large as its window really is: what is captured is that, not what a test pretends.
      page = await browser.newPage({ viewport: null });
    });
    after(async () => {
      await browser?.close();
      screen?.child.kill();
      await portal?.stop();
    });

    it('shows the page without the panel, and with its private places covered', async () => {
      await page.goto(`${portal.origin}/customer-portal/?application=kirjanpito&company=1234`);
      await page.getByText('Maija Mäkelä').filter({ visible: true }).first().waitFor();
      await page.evaluate(mark);
      await page.getByRole('button', { name: 'Ota kuvaruutukaappaus' }).click();
      await page.getByRole('button', { name: 'Valmis' }).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText(/1 kohta peitetty/).waitFor();
      const { width, height, red, green, covered } = await page.evaluate<Seen>(asCall(look, ''));
      console.log(
        `captured ${width} × ${height}: ${red} private pixels, ${green} of the panel, the private place in ${covered.length} colour`,
      );
      assert.ok(width >= 600 && height >= 400, `${width} × ${height}`);
      assert.equal(red, 0);
      assert.equal(green, 0);
      assert.equal(covered.length, 1);
      const panel = await page.evaluate(
        () => document.querySelector<HTMLElement>('.card')?.style.visibility,
      );
      assert.equal(panel, '');
    });

    it('shows an accounting program without its panel of support, and without balances and names', async () => {
      await page.goto(`${portal.origin}/fivaldi-help-menu/`);
      await page.getByRole('menuitem', { name: 'Ohje' }).click();
      await page.getByRole('menuitem', { name: 'Asiakaspalvelu ja tuki' }).click();
      await page.getByText('Maija Mäkelä, Tilitoimisto').waitFor();
      await page.evaluate(markProgram);
      await page.getByRole('button', { name: 'Ota kuvaruutukaappaus' }).click();
      await page.getByRole('button', { name: 'Valmis' }).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText(/kohtaa peitetty/).waitFor();
      const { red, green } = await page.evaluate<Seen>(asCall(look, ''));
      assert.deepEqual([red, green], [0, 0]);
      assert.ok(await page.locator('#support').isVisible());
    });
  });
}

if (executablePath) describeCapture(executablePath);
