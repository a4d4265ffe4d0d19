import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArguments, findWholeChromium } from '../test/tools/browsers.mjs';
import { installMissing } from '../test/tools/install.mjs';
import { openHosts } from './pictures/hosts.mjs';
import { openStories } from './pictures/stories.mjs';

// npm run pictures: every story, and every element in both hosts
// npm run pictures -- --only screenshot-attach --languages fi --themes dark,forced --widths 320
// npm run pictures -- --only hosts
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    languages: { type: 'string', default: 'fi,sv,en' },
    themes: { type: 'string', default: 'light,dark' },
    widths: { type: 'string', default: '320,1024' },
  },
});
const list = (text) => text.split(',').filter(Boolean);
const folder = join(import.meta.dirname, '../pictures');

const variants = list(values.languages).flatMap((language) =>
  list(values.themes).flatMap((theme) =>
    list(values.widths).map((width) => ({ language, theme, width: Number(width) })),
  ),
);

/** A page to look them through, one after the other. */
const pageOf = (pictures) => {
  const groups = new Map();
  for (const picture of pictures)
    groups.set(picture.title, [...(groups.get(picture.title) ?? []), picture]);
  const sections = [...groups].map(
    ([title, taken]) =>
      `<h2>${title}</h2><div>${taken.map(({ file, variant }) => `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${variant}</figcaption></figure>`).join('')}</div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title>
<style>body{font:14px system-ui;margin:24px}div{display:flex;gap:16px;overflow-x:auto;align-items:start}figure{margin:0;flex:none}img{max-width:512px;border:1px solid #ccc}</style>
${sections.join('\n')}</html>`;
};

installMissing(['chromium']);
const executablePath = findWholeChromium();
const places = [await openStories(values.only), await openHosts(values.only)];
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumArguments });
const pictures = [];

const takeVariant = async (variant) => {
  const { language, theme, width } = variant;
  const newPage = () =>
    browser.newPage({
      viewport: { width, height: 900 },
      ...(theme === 'forced' && { forcedColors: 'active', colorScheme: 'dark' }),
    });
  for (const place of places) {
    const taken = await place.take(newPage, folder, variant);
    pictures.push(
      ...taken.map((one) => ({ ...one, variant: `${language}, ${theme}, ${width} px` })),
    );
  }
};

try {
  // Two at once, for two cores.
  const waiting = [...variants];
  const worker = async () => {
    for (let variant = waiting.shift(); variant; variant = waiting.shift())
      await takeVariant(variant);
  };
  await Promise.all([worker(), worker()]);
} finally {
  await browser.close();
  for (const place of places) await place.stop();
}
if (!pictures.length)
  throw new Error(`No story and no element in a host has "${values.only}" in its name`);
writeFileSync(
  join(folder, 'index.html'),
  pageOf(pictures.sort((a, b) => a.file.localeCompare(b.file))),
);
console.log(
  `${pictures.length} pictures in pictures/, with a page to look them through: pictures/index.html`,
);
