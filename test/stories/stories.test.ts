import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { forEachBrowser, type Page } from '../hosts/browsers.js';
import {
  choose,
  goToStory,
  openDocs,
  openStory,
  overflow,
  seesNoBand,
  tabThrough,
  turn,
  unseenChoices,
  violationsOf,
  type Globals,
} from './story-page.js';
import { startStorybook } from './storybook.js';

const storybook = await startStorybook();
const stories = storybook.entries.filter(({ type }) => type === 'story');
const pages = storybook.entries.filter(({ type }) => type === 'docs');

const playground = 'elements-support-request-form--playground';

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
 * twice for it: every story in all three languages, and in both themes.
 */
function* looksOfStories(): Generator<readonly [Look, Look, Look], never> {
  for (let step = 0; ; step += 1) {
    const [first, second] = [themes[step % 2] ?? 'light', themes[(step + 1) % 2] ?? 'dark'];
    const language = (index: number) => languages[(2 * step + index) % 3] ?? 'fi';
    yield [
      { language: language(0), theme: first },
      { language: language(1), theme: first },
      { language: language(2), theme: second },
    ];
  }
}

/** What each engine lays out by itself and no test of an element in every engine has at 320 pixels; all else is Chromium's. */
const inEveryEngine = 'every-engine';

describe('the stories', () => {
  forEachBrowser((name, _open, keep) => {
    const looks = looksOfStories();
    /** Whether the page stands on a story that was well. */
    let isOpen = false;

    async function show(page: Page, id: string, look: Look): Promise<void> {
      const broken = isOpen
        ? await goToStory(page, id)
        : await openStory(page, storybook, id, look);
      isOpen = false;
      assert.equal(broken, null, JSON.stringify(look));
    }

    async function assertWellInAllLooks(page: Page, id: string): Promise<void> {
      const [first, ...others] = looks.next().value;
      await show(page, id, first);
      assert.deepEqual(await overflow(page), [], first.language);
      await seesNoBand(page);
      assert.deepEqual(await violationsOf(page, 'every'), [], JSON.stringify(first));
      for (const look of others) {
        assert.equal(await turn(page, look), null, JSON.stringify(look));
        assert.deepEqual(await overflow(page), [], look.language);
      }
      // Of what axe looks for only the contrast of colours depends on the theme.
      assert.deepEqual(await violationsOf(page, 'colours'), [], JSON.stringify(others.at(-1)));
      // axe takes the colour that a page gave to a text for the one that is seen with forced colours, so it isn't asked here.
      await page.setForcedColours(true);
      const unseen = await unseenChoices(page);
      await page.setForcedColours(false);
      assert.deepEqual(unseen, [], 'forced colours');
    }

    /** In the language and the theme that it has by itself, or that the last one left. */
    async function assertWellAsItIs(page: Page, id: string): Promise<void> {
      await show(page, id, { language: 'fi', theme: 'light' });
      assert.deepEqual(await overflow(page), []);
      if (name === 'chromium') assert.deepEqual(await violationsOf(page, 'every'), []);
    }

    const seen = stories.filter(({ tags }) => name === 'chromium' || tags.includes(inEveryEngine));
    const byAxe = name === 'chromium' ? 'is accessible, ' : '';
    for (const { id, title, name: story, tags } of seen) {
      // A story of a language is another one, which is seen in all languages, with its own attribute `locale`.
      const isInOneLanguage = tags.includes('language');
      const byTab = isInOneLanguage ? '' : ' and is used by Tab';
      it(`${title}, ${story}: ${byAxe}fits 320 pixels${byTab}`, async () => {
        const page = await keep();
        if (isInOneLanguage || name !== 'chromium') await assertWellAsItIs(page, id);
        else await assertWellInAllLooks(page, id);
        if (!isInOneLanguage)
          assert.deepEqual(await tabThrough(page), { notReached: [], notSeen: [] });
        await assertQuiet(page);
        isOpen = true;
      });
    }

    if (name !== 'chromium') return;

    for (const { id, title } of pages) {
      it(`${title}: is a page that opens without a fault`, async () => {
        const page = await keep();
        await openDocs(page, storybook, id);
        await assertQuiet(page);
      });
    }

    it('lets the viewer of a story pick what the endpoint answers next, and who is signed in', async () => {
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
      const failure = await openStory(await keep(), storybook, playground, {
        language: 'nothing-like-it',
      });
      assert.match(failure ?? '', /The toolbar has no language "nothing-like-it"/);
    });
  });
});

after(() => storybook.stop());
