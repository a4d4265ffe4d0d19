import { expect } from '@open-wc/testing';
import { amend, ask, companies, decide, grant, withdraw } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { openList, type ApprovalPage } from './approval-page.js';

type Prepared = { readonly id: string };

interface State {
  /** How it comes to be. */
  readonly prepare: () => Promise<Prepared>;
  /** How a person gets there. */
  go(page: ApprovalPage, id: string): Promise<void>;
}

/** What no story shows; stories are checked in every engine, light and dark, and for 320 pixels. */
const states: Readonly<Record<string, State>> = {
  'pasting numbers of many companies': {
    prepare: () => ask({ companies: companies(120) }),
    go: (page) => page.press('Liitä numeroita'),
  },
  'nothing chosen': {
    prepare: ask,
    async go(page) {
      await page.press('Poista valinnat');
      await page.chooseEnd('asked');
      await page.press('Hyväksy rajattuna');
      await page.focusesNotice();
    },
  },
  'another time': {
    prepare: ask,
    async go(page) {
      await page.reads('Hyväksy');
      await page.choose('Muu aika');
    },
  },
  'asking back': { prepare: ask, go: (page) => page.press('Pyydä lisätietoja') },
  changed: {
    prepare: ask,
    async go(page, id) {
      await page.reads('Hyväksy');
      await amend(id, { reason: 'Toinen syy' });
      await page.element.refresh();
      await page.reads('Katso muuttunut pyyntö');
    },
  },
  withdrawn: {
    prepare: ask,
    async go(page, id) {
      await page.chooseEnd('asked');
      await withdraw(id);
      await page.press('Hyväksy');
      await page.focusesNotice();
    },
  },
  'granted, with its details': {
    prepare: grant,
    async go(page) {
      await page.press('Tiedot');
      await page.reads('Tapahtumat');
    },
  },
  'past, with its details': {
    prepare: async () =>
      decide((await ask()).id, { version: 1, outcome: 'rejected', reason: 'Ei' }),
    async go(page) {
      await page.press('Aiemmat pyynnöt');
      await page.press('Tiedot');
      await page.reads('Tapahtumat');
    },
  },
};

const scheme = new CSSStyleSheet();

describe('a state of the approval', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });

  for (const [name, { prepare, go }] of Object.entries(states)) {
    it(`fits 320 pixels without scrolling sideways, and is accessible, light and dark: ${name}`, async () => {
      scheme.replaceSync('advisory-access-approval { width: 320px }');
      const { id } = await prepare();
      const page = await openList([id]);
      await go(page, id);
      const { right } = page.element.getBoundingClientRect();
      const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter(
        (part) =>
          !part.matches('.visually-hidden, input[type=radio]') &&
          part.getBoundingClientRect().right > right + 1,
      );
      expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
      for (const [theme, background] of [
        ['light', '#ffffff'],
        ['dark', '#14191d'],
      ]) {
        scheme.replaceSync(`:root { color-scheme: ${theme}; background: ${background} }`);
        await expect(page.element).to.be.accessible();
      }
    });
  }

  it('looks the same on a page whose styles are set for every element', async () => {
    const looks = async () => {
      const page = await openList([(await ask()).id]);
      await page.reads('Hyväksy');
      const read = (selector: string) => {
        const part = page.root.querySelector(selector);
        const { font, color, letterSpacing, textTransform, lineHeight, textAlign } = part
          ? getComputedStyle(part)
          : ({} as CSSStyleDeclaration);
        return { selector, font, color, letterSpacing, textTransform, lineHeight, textAlign };
      };
      return ['h2', 'dt', '.button.primary', '.check', '[part=sentence]'].map(read);
    };
    scheme.replaceSync('');
    const plain = await looks();
    scheme.replaceSync(
      '* { font: italic 30px/2 serif !important; color: red !important; letter-spacing: 5px !important; text-transform: uppercase !important; text-align: right !important }',
    );
    const besieged = await looks();
    scheme.replaceSync('');
    expect(besieged).to.deep.equal(plain);
  });

  it('is told in another language at once, and keeps what was chosen', async () => {
    const { endpoint } = await openGate();
    const page = await openList([(await ask()).id], { endpoint });
    await page.reads('Hyväksy');
    await page.choose('9012');
    await page.chooseEnd('asked');
    page.element.locale = 'en';
    await page.reads('Approve with limits');
    expect(page.sentence)
      .to.include('You grant view access to 2 companies.')
      .and.to.match(/Access ends (today|tomorrow) at \d\d:\d\d\./);
  });
});
