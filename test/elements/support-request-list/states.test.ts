import { expect } from '@open-wc/testing';
import { answer, open, send, type ListPage } from './list-page.js';

const summary = 'Kirjanpitoaineistonkäsittelyvirheilmoitusraportointiongelma'.repeat(2);

interface State {
  /** Whether one request is shown. */
  readonly isAlone: boolean;
  /** How a person gets there. */
  go(page: ListPage, id: string): Promise<void>;
  /** Whether no story shows it: stories are checked by axe in every engine, light and dark. */
  readonly isNoStory?: boolean;
}

const states: Readonly<Record<string, State>> = {
  'the list': { isAlone: false, go: (page) => page.reads('Vastaanotettu') },
  'a request with a proposal': {
    isAlone: true,
    async go(page, id) {
      await answer(id, `Työ kestää kaksi tuntia. ${summary}`, 'chargeableProposal');
      await page.element.refresh();
      await page.reads('Vahvistan maksullisen työn');
    },
  },
  'a reply without words': {
    isAlone: true,
    isNoStory: true,
    async go(page) {
      await page.reads('Vastauksesi');
      await page.sendByKeys();
      await page.reads('Kirjoita vastaus tai liitä kuva.');
    },
  },
  'a reply with a personal identity code': {
    isAlone: true,
    isNoStory: true,
    async go(page) {
      await page.reads('Vastauksesi');
      await page.write(`010199-123A ${summary}`);
    },
  },
  'a reply with a personal identity code, sent': {
    isAlone: true,
    async go(page) {
      await page.reads('Vastauksesi');
      await page.write(`010199-123A ${summary}`);
      await page.sendByKeys();
      await page.reads('Vastauksesi on lähetetty.');
    },
  },
};

const themes = [
  ['light', '#ffffff'],
  ['dark', '#14191d'],
] as const;

const scheme = new CSSStyleSheet();

describe('a list of support requests 320 pixels wide', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });
  afterEach(() => localStorage.clear());

  for (const [name, { isAlone, go, isNoStory }] of Object.entries(states)) {
    it(`holds very long words without scrolling sideways${isNoStory ? ', and is accessible, light and dark' : ''}: ${name}`, async () => {
      scheme.replaceSync('support-request-list { width: 320px }');
      const id = await send({ summary });
      const page = await open({ id: isAlone ? id : undefined });
      await go(page, id);
      const { right } = page.element.getBoundingClientRect();
      const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter(
        (part) =>
          !part.matches('.visually-hidden, option, input[type=radio]') &&
          part.getBoundingClientRect().right > right + 1,
      );
      expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
      for (const [theme, background] of isNoStory ? themes : []) {
        scheme.replaceSync(
          `:root { color-scheme: ${theme}; background: ${background} } support-request-list { width: 320px }`,
        );
        await expect(page.element).to.be.accessible();
      }
    });
  }
});
