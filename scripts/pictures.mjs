import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chosenBrowsers, chromiumArguments } from '../test/tools/browsers.mjs';
import { installMissing } from '../test/tools/install.mjs';
import { startStorybook } from '../test/stories/storybook.ts';

// npm run pictures
// npm run pictures -- --only screenshot-attach --languages fi --themes dark,forced --widths 320
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    languages: { type: 'string', default: 'fi,sv,en' },
    themes: { type: 'string', default: 'light,dark' },
    widths: { type: 'string', default: '320,1024' },
  },
});
const list = text => text.split(',').filter(Boolean);
const root = join(import.meta.dirname, '..');
const folder = join(root, 'pictures');
const NARROW = 320;
const LATEST_MS = 20_000;

const variants = list(values.languages).flatMap(language =>
  list(values.themes).flatMap(theme => list(values.widths).map(width => ({ language, theme, width: Number(width) }))),
);

/** Runs in the page. Goes to a story, where it isn't the first, and waits until its acts are done. */
const untilFinished = async ({ id, isFirst, latest }) => {
  const end = Date.now() + latest;
  const pause = () => new Promise(resolve => setTimeout(resolve, 20));
  const channel = () => globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  while (!channel()) await pause();
  const finished = () => channel().last('storyFinished')?.[0];
  const before = isFirst ? undefined : finished();
  if (!isFirst) channel().emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  while (!finished() || finished() === before) {
    if (Date.now() > end) throw new Error(`${id} was never finished`);
    await pause();
  }
};

const takeAll = async (browser, storybook, stories, { language, theme, width }) => {
  const isForced = theme === 'forced';
  const page = await browser.newPage({ viewport: { width, height: 700 }, ...(isForced && { forcedColors: 'active', colorScheme: 'dark' }) });
  const globals = [`language:${language}`, `theme:${isForced ? 'dark' : theme}`, ...(width === NARROW ? ['width:narrow'] : [])].join(';');
  const taken = [];
  for (const [index, { id, title, name }] of stories.entries()) {
    if (index === 0) await page.goto(`${storybook.origin}/iframe.html?viewMode=story&id=${id}&globals=${globals}`);
    await page.evaluate(untilFinished, { id, isFirst: index === 0, latest: LATEST_MS });
    const file = `${id}.${language}.${theme}.${width}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
    taken.push({ file, id, story: `${title.split('/').at(-1)}: ${name}`, variant: `${language}, ${theme}, ${width} px` });
  }
  await page.close();
  return taken;
};

/** A page to look them through, story by story. */
const pageOf = pictures => {
  const groups = new Map();
  for (const picture of pictures) groups.set(picture.story, [...(groups.get(picture.story) ?? []), picture]);
  const sections = [...groups].map(
    ([story, taken]) => `<h2>${story}</h2><div>${taken.map(({ file, variant }) => `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${variant}</figcaption></figure>`).join('')}</div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title>
<style>body{font:14px system-ui;margin:24px}div{display:flex;gap:16px;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{max-width:512px;border:1px solid #ccc}</style>
${sections.join('\n')}</html>`;
};

installMissing(['chromium']);
const { chromium: executablePath } = chosenBrowsers();
const storybook = await startStorybook();
const stories = storybook.entries.filter(({ type, id }) => type === 'story' && id.includes(values.only));
if (!stories.length) throw new Error(`No story's id holds "${values.only}"`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumArguments });
const pictures = [];
try {
  // Two at once, for two cores.
  const waiting = [...variants];
  const worker = async () => {
    for (let variant = waiting.shift(); variant; variant = waiting.shift()) pictures.push(...(await takeAll(browser, storybook, stories, variant)));
  };
  await Promise.all([worker(), worker()]);
} finally {
  await browser.close();
  storybook.stop();
}
writeFileSync(join(folder, 'index.html'), pageOf(pictures.sort((a, b) => a.file.localeCompare(b.file))));
console.log(`${pictures.length} pictures in pictures/, with a page to look them through: pictures/index.html`);
