import { expect } from '@open-wc/testing';
import { answer, open, send, type ListPage } from './list-page.js';

interface Words {
  readonly locale: string;
  readonly status: string;
  readonly reply: string;
  readonly confirm: string;
  readonly sent: string;
  readonly empty: string;
}

const languages: readonly Words[] = [
  {
    locale: 'fi',
    status: 'Vastaanotettu',
    reply: 'Vastauksesi',
    confirm: 'Vahvistan maksullisen työn',
    sent: 'Vastauksesi on lähetetty.',
    empty: 'Kirjoita vastaus tai liitä kuva.',
  },
  {
    locale: 'en',
    status: 'Received',
    reply: 'Your reply',
    confirm: 'I confirm the chargeable work',
    sent: 'Your reply has been sent.',
    empty: 'Write a reply or attach a picture.',
  },
];

const summary = 'Kirjanpitoaineistonkäsittelyvirheilmoitusraportointiongelma'.repeat(2);

/** Each state: whether one request is shown, and how a person gets there. */
const states: readonly [
  string,
  boolean,
  (page: ListPage, words: Words, id: string) => Promise<void>,
][] = [
  ['the list', false, (page, { status }) => page.reads(status)],
  [
    'a request with a proposal',
    true,
    async (page, { confirm }, id) => {
      await answer(id, `Työ kestää kaksi tuntia. ${summary}`, 'chargeableProposal');
      await page.element.refresh();
      await page.reads(confirm);
    },
  ],
  [
    'a reply without words',
    true,
    async (page, { reply, empty }) => {
      await page.reads(reply);
      page.sendByKeys();
      await page.reads(empty);
    },
  ],
  [
    'a reply with a personal identity code, sent',
    true,
    async (page, { reply, sent }) => {
      await page.reads(reply);
      await page.write(`010199-123A ${summary}`);
      page.sendByKeys();
      await page.reads(sent);
    },
  ],
];

const scheme = new CSSStyleSheet();

describe('every state of the list', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });
  afterEach(() => localStorage.clear());

  for (const words of languages) {
    for (const [name, isAlone, go] of states) {
      it(`is accessible in "${words.locale}", light and dark, and fits 320 pixels without scrolling sideways: ${name}`, async () => {
        scheme.replaceSync('support-request-list { width: 320px }');
        const id = await send({ summary });
        const page = await open({ id: isAlone ? id : undefined, locale: words.locale });
        await go(page, words, id);
        const { right } = page.element.getBoundingClientRect();
        const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter(
          (part) =>
            !part.matches('.visually-hidden, option, input[type=radio]') &&
            part.getBoundingClientRect().right > right + 1,
        );
        expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
        for (const [theme, background] of [
          ['light', '#ffffff'],
          ['dark', '#14191d'],
        ]) {
          scheme.replaceSync(
            `:root { color-scheme: ${theme}; background: ${background} } support-request-list { width: 320px }`,
          );
          await expect(page.element).to.be.accessible();
        }
      });
    }
  }
});
