import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chosenBrowsers } from '../tools/browsers.mjs';
import { sharedChromium } from './browsers.js';
import { asCall } from './page.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

/** Those of screens: a whole one and one that is rounded, all of them in the long run. */
const ratios = process.env['TEST_LONG'] ? [1, 1.25, 1.5, 2] : [1.25, 2];

/** Puts a picture of random colours on the clipboard. Runs in the page. */
async function copyNoise(): Promise<void> {
  const canvas = new OffscreenCanvas(1001, 601);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  const image = context.createImageData(1001, 601);
  for (let start = 0; start < image.data.length; start += 65_536)
    crypto.getRandomValues(image.data.subarray(start, start + 65_536));
  for (let index = 3; index < image.data.length; index += 4) image.data[index] = 255;
  context.putImageData(image, 0, 0);
  await navigator.clipboard.write([
    new ClipboardItem({ 'image/png': await canvas.convertToBlob() }),
  ]);
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The colours in a place of what the endpoint has been given. Runs in the page. */
async function coloursOf({
  x,
  y,
  width,
  height,
}: Rect): Promise<{ colours: number; isStored: boolean; kept: number }> {
  const element = document
    .querySelector('support-request-form')
    ?.shadowRoot?.querySelector('screenshot-attach');
  const [file] = element?.files ?? [];
  const [attachment] = element?.attachments ?? [];
  if (!file || !attachment) throw new Error('Nothing is attached');
  const signIn = await fetch('/api/support/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'main-user' }),
  });
  const { token } = (await signIn.json()) as { token: string };
  const answer = await fetch(`/api/support/attachments/${attachment.id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const stored = await answer.blob();
  const [sent, shown] = await Promise.all([stored.arrayBuffer(), file.arrayBuffer()]);
  const theirs = new Uint8Array(sent);
  const bitmap = await createImageBitmap(stored);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('No canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(x, y, width, height);
  const colours = new Set<string>();
  for (let index = 0; index < data.length; index += 4)
    colours.add(data.subarray(index, index + 4).join());
  return {
    colours: colours.size,
    isStored:
      theirs.length === shown.byteLength &&
      new Uint8Array(shown).every((byte, index) => byte === theirs[index]),
    kept:
      (await indexedDB.databases()).length +
      Object.values(localStorage).filter((text) => /data:image|iVBOR/.test(String(text))).length,
  };
}

function describeCovering(): void {
  describe('covering what is private in a picture, in chromium', () => {
    let portal: ClockedPages;
    let browser: Browser;
    before(async () => {
      portal = await startClockedPages();
      browser = await sharedChromium();
    });
    after(async () => {
      await portal?.stop();
    });

    const openEditor = async (
      deviceScaleFactor: number,
      viewport: { width: number; height: number },
    ): Promise<Page> => {
      const context = await browser.newContext({
        viewport,
        deviceScaleFactor,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      await page.goto(`${portal.origin}/customer-portal/?application=kirjanpito&company=1234`);
      await page.getByText('Maija Mäkelä').filter({ visible: true }).first().waitFor();
      await page.evaluate(asCall(copyNoise, ''));
      await page.keyboard.press('Control+v');
      await page.getByRole('button', { name: 'Valmis' }).waitFor();
      return page;
    };

    for (const ratio of ratios) {
      it(`leaves one colour and nothing else in what the endpoint keeps, on a screen of ${ratio} pixels a pixel`, async () => {
        const page = await openEditor(ratio, { width: 1100, height: 700 });
        const box = await page.locator('.viewport canvas').last().boundingBox();
        if (!box) throw new Error('No picture');
        await page.mouse.move(box.x + box.width * 0.313, box.y + box.height * 0.217);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * 0.713, box.y + box.height * 0.617, { steps: 5 });
        await page.mouse.up();
        const text = (await page.locator('dialog [role=status]').textContent()) ?? '';
        const [, width = 0, height = 0, x = 0, y = 0] = (
          /(\d+) × (\d+), kohdassa (\d+), (\d+)/.exec(text) ?? []
        ).map(Number);
        assert.ok(width > 100 && height > 50, text);
        await page.keyboard.press('Control+Enter');
        await page.getByText(/1 kohta peitetty\s· valmis lähetettäväksi/).waitFor();
        const seen = await page.evaluate<Awaited<ReturnType<typeof coloursOf>>>(
          asCall(coloursOf, JSON.stringify({ x, y, width, height })),
        );
        assert.deepEqual(seen, { colours: 1, isStored: true, kept: 0 });
        await page.context().close();
      });
    }

    it('fits the editor into a window of 320 pixels', async () => {
      const page = await openEditor(1, { width: 320, height: 640 });
      const [wide, window] = await page
        .locator('dialog')
        .evaluate((dialog) => [dialog.scrollWidth, innerWidth]);
      assert.equal(wide, window);
      const outside = await page
        .locator('dialog button, dialog input')
        .evaluateAll(
          (all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length,
        );
      assert.equal(outside, 0);
      await page.context().close();
    });
  });
}

if (chosenBrowsers().chromium) describeCovering();
