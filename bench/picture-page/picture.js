import Uppy from '@uppy/core';
import Dashboard from '@uppy/dashboard';
import ImageEditor from '@uppy/image-editor';
import '@uppy/core/css/style.min.css';
import '@uppy/dashboard/css/style.min.css';
import '@uppy/image-editor/css/style.min.css';
import '../../src/elements/screenshot-attach/screenshot-attach.define.js';

// What a person does with a screenshot, by one way or another. Each gives the picture that would be sent.

const rect = { x: 400, y: 300, width: 1200, height: 400 };

/** The least that a browser can do: decode and encode. Frames go on meanwhile: on a still page Chromium encodes only now and then. */
const bare = async (picture) => {
  let isDone = false;
  const paint = () => isDone || requestAnimationFrame(paint);
  paint();
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  const encoded = await canvas.convertToBlob({ type: 'image/png' });
  isDone = true;
  return encoded;
};

const attach = document.querySelector('screenshot-attach');
if (!attach) throw new Error('There is no screenshot-attach');

// As after the first touch: what comes with it is there.
await attach.addFiles([]);

const found = async (selector) => {
  const started = performance.now();
  for (;;) {
    const element = attach.shadowRoot?.querySelector(selector);
    if (element) return element;
    if (performance.now() - started > 20_000) throw new Error(`There is no ${selector}`);
    await new Promise(requestAnimationFrame);
  }
};

/** Pasted, covered in the editor, done: with every frame that is painted on the way. */
const ours = async (picture) => {
  attach.clear();
  await attach.updateComplete;
  const added = new Promise((resolve) =>
    attach.addEventListener('screenshot-added', ({ detail }) => resolve(detail.file), {
      once: true,
    }),
  );
  attach.paste({ files: [picture], html: '', text: '', hasRtf: false, isText: false });
  (await found('.marks .row > .button')).click();
  const [x, y, width, height] = await Promise.all(
    [1, 2, 3, 4].map((place) => found(`.places label:nth-child(${place}) input`)),
  );
  for (const [input, value] of [
    [x, rect.x],
    [y, rect.y],
    [width, rect.width],
    [height, rect.height],
  ]) {
    input.value = String(value);
    input.dispatchEvent(new InputEvent('input'));
    input.dispatchEvent(new Event('change'));
  }
  (await found('.done')).click();
  return added;
};

const uppy = new Uppy().use(Dashboard, { inline: true, target: '#uppy' }).use(ImageEditor);
const dashboard = uppy.getPlugin('Dashboard');
const editor = uppy.getPlugin('ImageEditor');

/** Added, cropped in its editor, saved. It can't cover anything. */
const uppyWay = async (picture) => {
  const id = uppy.addFile({ name: `${crypto.randomUUID()}.png`, type: 'image/png', data: picture });
  dashboard.openFileEditor(uppy.getFile(id));
  while (!editor.getPluginState().cropperReady) await new Promise(requestAnimationFrame);
  editor.cropper?.setData({ ...rect, width: 3000, height: 1600 });
  const saved = new Promise((resolve) =>
    uppy.once('file-editor:complete', (file) => resolve(file)),
  );
  document.querySelector('.uppy-DashboardContent-save')?.click();
  const { data } = await saved;
  uppy.clear();
  return data;
};

const ways = { bare, ours, uppy: uppyWay };

/** Milliseconds, and the longest task of the main thread: those below 50 the browser doesn't tell. */
async function measure(name) {
  const way = ways[name];
  const picture = new File([await (await fetch('/picture.png')).blob()], 'image.png', {
    type: 'image/png',
  });
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  const { size } = await way(picture);
  const ms = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 300));
  observer.disconnect();
  return { ms, longest, bytes: size };
}

Object.assign(globalThis, { measure });
