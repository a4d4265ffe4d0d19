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
  type Globals,
  type Outcome,
} from './story-page.js';
import { startStorybook } from './storybook.js';

const storybook = await startStorybook();
const stories = storybook.entries.filter(({ type }) => type === 'story');
const pages = storybook.entries.filter(({ type }) => type === 'docs');

const playground = 'elements-support-request-form--playground';

const well: Outcome = { violations: [] };
const withoutAxe = { a11y: { manual: true } };
const inFinnish: Look = { language: 'fi', theme: 'light', ...withoutAxe };

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

type Look = Globals & Readonly<Record<'language' | 'theme', string>>;

const languages = ['fi', 'en', 'sv'] as const;
const themes = ['light', 'dark'] as const;

/**
 * In which looks the stories are seen, each with the look that the one before ended with to begin with, so that none is painted
 * twice for it: every story in all three languages, and with axe in both themes, on which its results depend.
 */
function* looksOfStories(): Generator<readonly [Look, Look, Look], never> {
  for (let step = 0; ; step += 1) {
    const [first, second] = [themes[step % 2] ?? 'light', themes[(step + 1) % 2] ?? 'dark'];
    const language = (index: number) => languages[(2 * step + index) % 3] ?? 'fi';
    const withAxe = { a11y: { manual: false } };
    yield [
      { language: language(0), theme: first, ...withAxe },
      { language: language(1), theme: first, ...withoutAxe },
      { language: language(2), theme: second, ...withAxe },
    ];
  }
}

after(() => storybook.stop());

/**
 * What every engine lays out and goes through by Tab by itself. Failures, languages and themes have the layout of one of these, and
 * are seen in Chromium.
 */
const inEveryEngine = ['playground', 'overview', 'state', 'behaviour', 'modal', 'narrow'];

/** The stories whose title is so; in Chromium in all languages, light and dark, and with axe. */
export function describeStories(isWanted: (title: string) => boolean): void {
  const wanted = stories.filter(({ title }) => isWanted(title));

  // Each browser has its own page; they wait for different things, so they need not wait for each other.
  describe('the stories', { concurrency: true }, () => {
    forEachBrowser((name, _open, keep) => {
      const looks = looksOfStories();
      /** Whether the page stands on a story that was well. */
      let isOpen = false;

      const seen = wanted.filter(
        ({ tags }) => name === 'chromium' || tags.some((tag) => inEveryEngine.includes(tag)),
      );
      const byAxe = name === 'chromium' ? 'is accessible, ' : '';
      for (const { id, title, name: story } of seen) {
        it(`${title}, ${story}: ${byAxe}fits 320 pixels and is used by Tab`, async () => {
          const page = await keep();
          const [first, ...others] = name === 'chromium' ? looks.next().value : [inFinnish];
          assert.deepEqual(
            isOpen ? await goToStory(page, id, first) : await openStory(page, storybook, id, first),
            well,
            JSON.stringify(first),
          );
          isOpen = false;
          assert.deepEqual(await overflow(page), []);
          for (const look of others) {
            assert.deepEqual(await turn(page, look), well, JSON.stringify(look));
            assert.deepEqual(await overflow(page), [], look.language);
          }
          assert.deepEqual(await tabThrough(page), { notReached: [], notSeen: [] });
          await assertQuiet(page);
          isOpen = true;
        });
      }
    });
  });
}

/** What the shell around the stories does: pages of documentation, and the toolbar. */
export function describeShell(): void {
  describe('the shell of the stories', { concurrency: true }, () => {
    forEachBrowser((name, _open, keep) => {
      if (name === 'chromium') {
        for (const { id, title } of pages) {
          it(`${title}: is a page that opens without a fault`, async () => {
            const page = await keep();
            await openDocs(page, storybook, id);
            await assertQuiet(page);
          });
        }
      }

      it('lets the viewer of a story pick what the endpoint answers next, and who is signed in', async () => {
        const page = await keep();
        await openStory(page, storybook, playground, withoutAxe);
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

      it('lets the viewer of a page of documentation pick what the endpoint answers next, and who is signed in', async () => {
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

      it('says which story fails and why', async () => {
        const { failure } = await openStory(await keep(), storybook, playground, {
          language: 'nothing-like-it',
        });
        assert.match(failure ?? '', /The toolbar has no language "nothing-like-it"/);
      });
    });
  });
}
