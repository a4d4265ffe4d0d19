import { join } from 'node:path';
import { startStorybook } from '../../test/stories/storybook.ts';

/** A window as wide as a panel has the panel alone. */
const NARROW = 320;

/** How long a story's acts may take, in milliseconds. */
const PATIENCE = 20_000;

/** Runs in the page. Goes to a story, where it isn't the first, and waits until its acts are done. */
const untilFinished = async ({ id, isFirst, patience }) => {
  const end = Date.now() + patience;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
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

/** @param {string} only what a story's id has in it */
export const openStories = async (only) => {
  const storybook = await startStorybook();
  const stories = storybook.entries.filter(({ type, id }) => type === 'story' && id.includes(only));

  const take = async (newPage, folder, { language, theme, width }) => {
    if (!stories.length) return [];
    const page = await newPage();
    const globals = [
      `language:${language}`,
      `theme:${theme === 'forced' ? 'dark' : theme}`,
      `width:${width === NARROW ? 'narrow' : 'full'}`,
      'a11y.manual:!true',
    ].join(';');
    const taken = [];
    for (const [index, { id, title, name }] of stories.entries()) {
      if (index === 0)
        await page.goto(
          `${storybook.origin}/iframe.html?viewMode=story&id=${id}&globals=${globals}`,
        );
      await page.evaluate(untilFinished, { id, isFirst: index === 0, patience: PATIENCE });
      const file = `${id}.${language}.${theme}.${width}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      taken.push({ file, title: `${title.split('/').at(-1)}: ${name}` });
    }
    await page.close();
    return taken;
  };

  return { take, stop: () => storybook.stop() };
};
