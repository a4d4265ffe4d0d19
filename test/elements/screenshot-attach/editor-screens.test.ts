import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { click, drag, fill, pinch } from '../../tools/input.js';
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
      const boxOf = (selector: string) =>
        dialog.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const heightOfPicture = () => {
        const { top, bottom } = boxOf('.viewport');
        const footer = boxOf('footer');
        const [first, last] = footer.top > top ? [0, footer.top] : [footer.bottom, height];
        return Math.min(bottom, last) - Math.max(first, top);
      };
      const toolsStay = () => {
        const { top, bottom } = boxOf('.tools');
        expect(top).to.be.at.least(0);
        expect(bottom).to.be.at.most(boxOf('.viewport').top + 1);
      };
      expect(heightOfPicture()).to.be.at.least(height / 2 - 1);
      await page.press('Lisää peite');
      await waitUntil(() => marksOf(page) === 1, 'There is no cover');
      expect(heightOfPicture()).to.be.at.least(height / 2 - 1);
      expect(dialog.querySelector('.window')?.scrollWidth).to.be.at.most(width);
      for (const field of dialog.querySelectorAll('.places input')) {
        await click(field);
        toolsStay();
      }
      for (const name of ['Korosta', 'Lähennä', '100 %', 'Kumoa']) await page.press(name);
      await waitUntil(() => marksOf(page) === 0, 'It was not undone');
      await page.press('Tee uudelleen');
      await page.press('Teksti');
      await page.press('Lisää teksti');
      const words = dialog.querySelector<HTMLInputElement>('.words');
      if (!words) throw new Error('No words can be written');
      await fill(words, 'Tämä puuttuu');
      await page.press('Poista Teksti 1: Tämä puuttuu');
      toolsStay();
      expect(heightOfPicture()).to.be.at.least(height / 2 - 1);
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

  it('scrolls an enlarged picture by two fingers, and draws nothing by them', async () => {
    const { page, dialog, canvas } = await openEditor();
    for (let times = 0; times < 6; times += 1) await page.press('Lähennä');
    const viewport = dialog.querySelector('.viewport');
    const before = { left: viewport?.scrollLeft ?? 0, top: viewport?.scrollTop ?? 0 };
    const { width } = canvas.getBoundingClientRect();
    const finger = (x: number, y: number) =>
      [0, 10, 20, 30, 40].map((moved) => ({ x: x - moved, y: y - moved / 2 }));
    await pinch(finger(200, 250), finger(300, 250));
    await page.element.updateComplete;
    expect(marksOf(page)).to.equal(0);
    expect(canvas.getBoundingClientRect().width).to.be.closeTo(width, 2);
    expect(viewport?.scrollLeft).to.be.closeTo(before.left + 40, 2);
    expect(viewport?.scrollTop).to.be.closeTo(before.top + 20, 2);
  });

  it('has room around the picture: a drag begins beside it, and handles at its edge are whole and can be taken', async () => {
    const { page, dialog, canvas } = await openEditor();
    await page.press('100 %');
    const { left, top } = canvas.getBoundingClientRect();
    const at = (x: number, y: number) => ({ x: Math.round(left) + x, y: Math.round(top) + y });
    await drag(at(-9, -9), at(30, 30), at(60, 50));
    await page.element.updateComplete;
    expect(dialog.querySelector('[role=status]')?.textContent).to.include('kohdassa 0, 0');
    const beyondCorner = at(-4, -4);
    expect(
      page.root.elementFromPoint(beyondCorner.x, beyondCorner.y)?.matches('.handles'),
    ).to.equal(true);
    await page.press('Valitse');
    await drag(at(-4, -4), at(10, 10), at(26, 16));
    await page.element.updateComplete;
    expect(dialog.querySelector('[role=status]')?.textContent).to.include('kohdassa 30, 20');
  });
});
