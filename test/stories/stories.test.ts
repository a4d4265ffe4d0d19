import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { forEachBrowser, type Page } from '../hosts/browsers.js';
import {
  choose,
  goToStory,
  openDocs,
  openStory,
  overflow,
  tabThrough,
  turn,
  turnColours,
  type Outcome,
} from './story-page.js';
import { startStorybook } from './storybook.js';

const storybook = await startStorybook();
const stories = storybook.entries.filter(({ type }) => type === 'story');
const pages = storybook.entries.filter(({ type }) => type === 'docs');

const playground = 'elements-support-request-form--playground';

const well: Outcome = { violations: [] };

/** Nothing broke, nothing was refused by the policy. */
async function assertQuiet(page: Page): Promise<void> {
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
}

/** Writes what a person has to, once the form knows who they are. */
async function write(page: Page): Promise<void> {
  await page.waitForText('Maija Mäkelä');
  await page.fill('Ongelma lyhyesti', 'tilikauden avaaminen ei onnistu');
  await page.fill('Kuvaus', 'Yritin avata tilikauden.');
}

after(() => storybook.stop());

// Each browser has its own page; they wait for different things, so they need not wait for each other.
describe('the stories', { concurrency: true }, () => {
  forEachBrowser((name, _open, keep) => {
    let language: 'fi' | 'en' = 'fi';
    /** Whether the page stands on a story that was well. */
    let isOpen = false;

    for (const { id, title, name: story } of stories) {
      it(`${title}, ${story}: is accessible, fits 320 pixels and is used by Tab, in ${name}`, async () => {
        const page = await keep();
        assert.deepEqual(
          isOpen
            ? await goToStory(page, id)
            : await openStory(page, storybook, id, { language, theme: 'light' }),
          well,
        );
        isOpen = false;
        assert.deepEqual(await overflow(page), []);
        if (name === 'chromium') {
          assert.deepEqual(await turnColours(page, 'dark'), well, `${language}, dark`);
          // The next story begins with the language that this one ends with.
          language = language === 'fi' ? 'en' : 'fi';
          assert.deepEqual(await turn(page, { language }), well, `${language}, dark`);
          assert.deepEqual(await turnColours(page, 'light'), well, `${language}, light`);
          assert.deepEqual(await overflow(page), [], language);
        }
        assert.deepEqual(await tabThrough(page), { notReached: [], notSeen: [] });
        await assertQuiet(page);
        isOpen = true;
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

    it(`lets the viewer of a story pick what the endpoint answers next, and who is signed in, in ${name}`, async () => {
      const page = await keep();
      await openStory(page, storybook, playground, {});
      await write(page);
      await choose(page, { answer: 'internal' });
      await page.click('button', 'Lähetä tukipyyntö');
      await page.waitForText('Tukipalvelussa tapahtui virhe');
      await choose(page, { answer: 'usual' });
      await page.click('button', 'Yritä uudelleen');
      await page.waitForText(/Vastaanotettu: FIV-/);
      await page.click('button', 'Uusi tukipyyntö');
      await choose(page, { user: 'nobody' });
      await page.waitForText('Kirjautumisesi on vanhentunut');
      await assertQuiet(page);
    });

    it(`lets the viewer of a page of documentation do so, in ${name}`, async () => {
      const page = await keep();
      await openDocs(page, storybook, 'introduction--docs');
      await choose(page, { answer: 'internal' });
      await write(page);
      await page.click('button', 'Lähetä tukipyyntö');
      await page.waitForText('Tukipalvelussa tapahtui virhe');
      await choose(page, { user: 'nobody' });
      await page.waitForText('Kirjautumisesi on vanhentunut');
      await assertQuiet(page);
    });

    it(`tells a story that fails, in ${name}`, async () => {
      const { failure } = await openStory(await keep(), storybook, playground, {
        language: 'nothing-like-it',
      });
      assert.match(failure ?? '', /The toolbar has no language "nothing-like-it"/);
    });
  });
});
