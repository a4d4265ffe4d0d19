import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { forEachBrowser, type Page } from '../hosts/browsers.js';
import { openDocs, openStory, overflow, tabThrough, turn, type Outcome } from './story-page.js';
import { startStorybook } from './storybook.js';

const storybook = await startStorybook();
const stories = storybook.entries.filter(({ type }) => type === 'story');
const pages = storybook.entries.filter(({ type }) => type === 'docs');

const well: Outcome = { violations: [] };

/** Nothing broke, nothing was refused by the policy. */
async function assertQuiet(page: Page): Promise<void> {
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
}

after(() => storybook.stop());

// Each browser has its own page; they wait for different things, so they need not wait for each other.
describe('the stories', { concurrency: true }, () => {
  forEachBrowser((name, _open, keep) => {
    for (const { id, title, name: story } of stories) {
      it(`${title}, ${story}: is accessible, fits 320 pixels and is used by Tab, in ${name}`, async () => {
        const page = await keep();
        assert.deepEqual(await openStory(page, storybook, id, { language: 'fi', theme: 'light' }), well);
        assert.deepEqual(await overflow(page), []);
        if (name === 'chromium') {
          assert.deepEqual(await turn(page, { theme: 'dark' }), well, 'dark');
          assert.deepEqual(await turn(page, { language: 'en' }), well, 'English, dark');
          assert.deepEqual(await overflow(page), [], 'English');
          assert.deepEqual(await turn(page, { theme: 'light' }), well, 'English');
        }
        assert.deepEqual(await tabThrough(page), { notReached: [], notSeen: [] });
        await assertQuiet(page);
      });
    }

    if (name === 'chromium') {
      for (const { id, title } of pages) {
        it(`${title}: is a page that opens without a fault, in ${name}`, async () => {
          const page = await keep();
          await openDocs(page, storybook, id);
          await assertQuiet(page);
        });
      }
    }

    it(`tells a story that fails, in ${name}`, async () => {
      const { failure } = await openStory(await keep(), storybook, stories[0]?.id ?? '', { language: 'nothing-like-it' });
      assert.match(failure ?? '', /The toolbar has no language "nothing-like-it"/);
    });
  });
});
