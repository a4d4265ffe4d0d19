import type { Page } from './page.js';

/** A bookkeeping program's screen as a PNG in base64, drawn by the browser itself. Runs in the page. */
function drawScreen(width: number, height: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#17242b';
  context.font = '16px sans-serif';
  for (let line = 1; line * 24 < height; line += 1)
    context.fillText(
      `${1000 + line}  Myyntisaamiset  ${(line * 1234.56).toFixed(2)}`,
      20,
      line * 24,
    );
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}

/** Runs in the page. */
async function copy(base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  await navigator.clipboard.write([
    new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
  ]);
}

/** What a press of the keys brings about, where the focus is. Runs in the page. */
function pasteEvent(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  let focused = document.activeElement ?? document.body;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  focused.dispatchEvent(event);
}

/**
 * Presses Print Screen, and gives the press of the keys that pastes. In Chromium the picture lies on the real clipboard and the
 * browser itself pastes it; the others' clipboards can't be filled by a test, so there the page is given the event.
 */
export async function printScreen(
  page: Page,
  width = 1200,
  height = 700,
): Promise<() => Promise<void>> {
  const picture = await page.evaluate(drawScreen, width, height);
  if (page.browser !== 'chromium') return () => page.evaluate(pasteEvent, picture);
  await page.evaluate(copy, picture);
  return () => page.press('Control+v');
}
