import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { click, press } from '../../tools/input.js';
import { waitUntil } from '../../tools/wait-until.js';
import { open, sendWithPictures, type ListPage } from './list-page.js';

const sizeOf = (canvas: HTMLCanvasElement | null) => canvas && [canvas.width, canvas.height];
const pictureButton = (page: ListPage) =>
  page.root.querySelector<HTMLElement>('[aria-label="Näytä kuva-1.png"]');
const largeOf = (page: ListPage) => page.find<HTMLDialogElement>('#large');
const download = { method: 'GET', path: '/attachments/*' };

describe('the pictures of a request that is open', () => {
  it('are shown small, in a place that is there before they are, and opened large by a press', async () => {
    const { endpoint, release } = await openGate([{ ...download, fault: 'hold' }]);
    const page = await open({ id: await sendWithPictures({ width: 900, height: 450 }), endpoint });
    await page.sees('.picture');
    const before = pictureButton(page)?.getBoundingClientRect();
    await release();
    await page.sees('.picture canvas');
    const after = pictureButton(page)?.getBoundingClientRect();
    expect([after?.width, after?.height]).to.deep.equal([before?.width, before?.height]);
    expect(sizeOf(page.find<HTMLCanvasElement>('.picture canvas'))).to.deep.equal([320, 160]);

    await page.press('.picture');
    await waitUntil(() => largeOf(page).open, 'The picture was never shown large');
    expect(sizeOf(largeOf(page).querySelector('canvas'))).to.deep.equal([900, 450]);
    expect(largeOf(page).textContent).to.contain('kuva-1.png');
    const box = largeOf(page).getBoundingClientRect();
    expect(box.right).to.be.at.most(innerWidth);
    expect(box.bottom).to.be.at.most(innerHeight);
  });

  it('are seen in their own size, by keys and by pointer, where they are larger than the window', async () => {
    const page = await open({ id: await sendWithPictures({ width: 2400, height: 1800 }) });
    await page.sees('.picture canvas');
    await page.press('.picture');
    await waitUntil(() => largeOf(page).open, 'The picture was never shown large');
    const sight = page.find('.sight');
    const width = () => largeOf(page).querySelector('canvas')?.getBoundingClientRect().width ?? 0;
    const becomes = (isFull: boolean) =>
      waitUntil(
        () => (isFull ? width() === 2400 : width() <= innerWidth),
        () => `It is ${width()} wide`,
      );
    await becomes(false);
    expect(page.root.activeElement).to.equal(sight);

    await press('+');
    await becomes(true);
    await press('ArrowRight');
    await waitUntil(() => sight.scrollLeft > 0, 'It was not scrolled to the right');
    await press('ArrowDown');
    await waitUntil(() => sight.scrollTop > 0, 'It was not scrolled down');
    await press('-');
    await becomes(false);

    const button = page.find('#large [aria-pressed]');
    await click(button);
    await becomes(true);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    await click(button);
    await becomes(false);
    // Where it was pressed is what comes to the middle.
    await click(page.find('.whole'));
    await becomes(true);
    const middle = (sight.scrollWidth - sight.clientWidth) / 2;
    await waitUntil(
      () => Math.abs(sight.scrollLeft - middle) < 40,
      () => `${sight.scrollLeft}`,
    );
    expect(largeOf(page).getBoundingClientRect().right).to.be.at.most(innerWidth);
    expect(page.find('.close').getBoundingClientRect().right).to.be.at.most(innerWidth);
  });

  it('offer no other size where they fit', async () => {
    const page = await open({ id: await sendWithPictures({ width: 64, height: 64 }) });
    await page.sees('.picture canvas');
    await page.press('.picture');
    await waitUntil(() => largeOf(page).open, 'The picture was never shown large');
    expect(page.root.querySelector('#large [aria-pressed]')).to.equal(null);
  });

  it('are fetched once, one after the other, also to be shown large and to be saved', async () => {
    const { endpoint, requests, release } = await openGate([{ ...download, fault: 'hold' }]);
    const size = { width: 32, height: 32 };
    const page = await open({ id: await sendWithPictures(size, size, size), endpoint });
    const fetched = async () =>
      (await requests()).filter(({ path }) => path.startsWith('/attachments/')).length;
    await waitUntil(async () => (await fetched()) === 1, 'No picture was asked for');
    expect(page.root.querySelectorAll('.picture')).to.have.length(3);
    await release();
    await waitUntil(
      () => page.root.querySelectorAll('.picture canvas').length === 3,
      'Not all pictures were drawn',
    );
    await page.press('.picture');
    await waitUntil(() => largeOf(page).open, 'The picture was never shown large');
    expect(await fetched()).to.equal(3);
  });

  it('that can’t be had are said when they are asked for, and come when they are asked for again', async () => {
    const gone = { ...download, status: 404, body: {} };
    const other = { ...download, fault: 'pass' } as const;
    const { endpoint } = await openGate([gone, other, gone]);
    const size = { width: 32, height: 32 };
    const page = await open({ id: await sendWithPictures(size, size), endpoint });
    // The first one has been tried by then.
    await page.sees('[aria-label="Näytä kuva-2.png"] canvas');
    await page.press('.picture');
    await page.reads('Yritä uudelleen');
    await page.press('.picture');
    await waitUntil(() => largeOf(page).open, 'The picture was never shown large');
    expect(page.text).not.to.contain('Yritä uudelleen');
    expect(pictureButton(page)?.querySelector('canvas')).not.to.equal(null);
  });

  it('that are none are files to save and nothing else', async () => {
    const text = { ...download, status: 200, body: 'no picture', contentType: 'image/png' };
    const { endpoint } = await openGate([text]);
    const page = await open({ id: await sendWithPictures({ width: 32, height: 32 }), endpoint });
    await page.reads('Tallenna kuva-1.png');
    await waitUntil(() => !pictureButton(page), 'It stayed a picture');
  });
});
