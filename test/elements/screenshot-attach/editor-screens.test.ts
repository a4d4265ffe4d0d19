import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { click, drag, pinch } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openAttach, paste, screenshot, transfer, type AttachPage } from './attach-page.js';

async function openEditor(): Promise<{
  page: AttachPage;
  dialog: HTMLDialogElement;
  canvas: HTMLCanvasElement;
}> {
  const page = await openAttach();
  paste(document.body, transfer([await screenshot()]));
  await waitUntil(() => page.root.querySelector('dialog[open]'), 'The editor never opened');
  const dialog = page.root.querySelector('dialog');
  const canvas = dialog?.querySelectorAll('canvas')[1];
  if (!dialog || !canvas) throw new Error('The editor is not open');
  return { page, dialog, canvas };
}

const marksOf = ({ root }: AttachPage): number => root.querySelectorAll('[data-mark]').length;

describe('the picture editor on a small screen', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const [width, height] of [
    [320, 256],
    [320, 568],
    [568, 320],
  ] as const) {
    it(`leaves half of ${width} × ${height} to the picture, and everything can be pressed`, async () => {
      await setViewport({ width, height });
      const { page, dialog } = await openEditor();
      const heightOfPicture = () => {
        const { top = 0, bottom = 0 } =
          dialog.querySelector('.viewport')?.getBoundingClientRect() ?? {};
        const end = dialog.querySelector('footer')?.getBoundingClientRect().top ?? 0;
        return Math.min(bottom, end) - Math.max(0, top);
      };
      expect(heightOfPicture()).to.be.at.least(height / 2 - 1);
      await page.press('Lisää peite');
      await waitUntil(() => marksOf(page) === 1, 'There is no cover');
      expect(heightOfPicture()).to.be.at.least(height / 2 - 1);
      expect(dialog.querySelector('.window')?.scrollWidth).to.be.at.most(width);
      for (const field of dialog.querySelectorAll('.places input')) await click(field);
      for (const name of ['Korosta', 'Lähennä', '100 %', 'Kumoa']) await page.press(name);
      await waitUntil(() => marksOf(page) === 0, 'It was not undone');
      await page.press('Tee uudelleen');
      await expect(page.element).to.be.accessible();
      await page.press('Peruuta');
      expect(heightOfPicture()).to.be.at.least(height / 3);
      await page.press('Jatka muokkausta');
      await page.press('Valmis');
      await page.holds(1);
    });
  }

  it('zooms by two fingers, and draws nothing by them', async () => {
    const { page, canvas } = await openEditor();
    const { left, top, width } = canvas.getBoundingClientRect();
    const at = (x: number, y: number) => ({ x: Math.round(left) + x, y: Math.round(top) + y });
    await pinch(
      [at(120, 100), at(110, 100), at(80, 100), at(60, 100)],
      [at(200, 100), at(210, 100), at(240, 100), at(260, 100)],
    );
    await page.element.updateComplete;
    expect(marksOf(page)).to.equal(0);
    expect(canvas.getBoundingClientRect().width / width).to.be.within(2, 3);
    await page.press('100 %');
    await drag(at(10, 10), at(60, 60));
    await page.element.updateComplete;
    expect(marksOf(page)).to.equal(1);
  });
});
