import { expect, html } from '@open-wc/testing';
import type { Language } from '../../src/contract/values.js';
import { ask } from '../tools/advisory.js';
import { openGate } from '../tools/gate.js';
import { visibleWords } from '../tools/visible-words.js';
import { waitUntil } from '../tools/wait-until.js';
import { openList } from './advisory-access-approval/approval-page.js';
import { openSupport } from './remote-support-download/support-page.js';
import { openAttach } from './screenshot-attach/attach-page.js';
import { open, send } from './support-request-list/list-page.js';

interface Counted {
  /** At most so many; the form has its own in `first-look.test.ts`. */
  readonly most: Readonly<Record<Language, number>>;
  /** What the customer or customer service wrote. */
  readonly data: string;
  open(locale: Language): Promise<ShadowRoot>;
}

const counted: Readonly<Record<string, Counted>> = {
  'screenshot-attach': {
    most: { fi: 6, sv: 8, en: 7 },
    data: '',
    open: async (locale) =>
      (await openAttach(html`<screenshot-attach locale=${locale}></screenshot-attach>`)).root,
  },
  'remote-support-download': {
    most: { fi: 55, sv: 70, en: 74 },
    data: '',
    async open(locale) {
      const { endpoint } = await openGate();
      const page = await openSupport({ locale, endpoint });
      await waitUntil(() => page.root.querySelector('.call'), 'No number came');
      return page.root;
    },
  },
  'support-request-list with one request': {
    most: { fi: 10, sv: 11, en: 13 },
    data: '.subject, .rows li:nth-child(n + 2), #more',
    async open(locale) {
      await send({}, 'other-tenant');
      const { root } = await open({ locale, user: 'other-tenant' });
      await waitUntil(
        () => root.querySelector('.rows li') && root.querySelector('.filters fieldset'),
        'No request came, or no choice of the company’s',
      );
      return root;
    },
  },
  'advisory-access-approval with one request': {
    most: { fi: 95, sv: 112, en: 126 },
    data: 'dd .words, dd b, .check, .news',
    async open(locale) {
      const { id } = await ask();
      const { root } = await openList([id], { locale });
      await waitUntil(() => root.querySelector('[part=sentence]'), 'No request came');
      return root;
    },
  },
};

describe('before the first key', () => {
  for (const [name, { most, data, open: openIt }] of Object.entries(counted)) {
    for (const locale of ['fi', 'sv', 'en'] as const) {
      it(`${name} says what it has to in at most ${most[locale]} words (${locale})`, async () => {
        const words = visibleWords(await openIt(locale), data);
        expect(words.length, words.join(' ')).to.be.within(most[locale] - 5, most[locale]);
      });
    }
  }
});
