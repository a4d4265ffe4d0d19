import { expect } from '@open-wc/testing';
import { amend, ask, companies, decide, grant, withdraw } from '../../tools/advisory.js';
import { openGate } from '../../tools/gate.js';
import { openList, type ApprovalPage } from './approval-page.js';

interface Words {
  readonly locale: string;
  readonly approve: string;
  readonly reject: string;
  readonly askBack: string;
  readonly other: string;
  readonly none: string;
  readonly details: string;
  readonly past: string;
  readonly paste: string;
  readonly review: string;
}

const languages: readonly Words[] = [
  {
    locale: 'fi',
    approve: 'Hyväksy',
    reject: 'Hylkää',
    askBack: 'Pyydä lisätietoja',
    other: 'Muu aika',
    none: 'Poista valinnat',
    details: 'Tiedot',
    past: 'Aiemmat pyynnöt',
    paste: 'Liitä numeroita',
    review: 'Katso muuttunut pyyntö',
  },
  {
    locale: 'en',
    approve: 'Approve',
    reject: 'Reject',
    askBack: 'Ask for more information',
    other: 'Another time',
    none: 'Choose none',
    details: 'Details',
    past: 'Earlier requests',
    paste: 'Paste numbers',
    review: 'Look at the changed request',
  },
];

type Prepared = { readonly id: string };

/** Each state: how it comes to be, and how a person gets there. */
const states: readonly [
  string,
  () => Promise<Prepared>,
  (page: ApprovalPage, words: Words, id: string) => Promise<void>,
][] = [
  ['a request', ask, async (page, { approve }) => page.reads(approve)],
  [
    'many companies',
    () => ask({ companies: companies(120) }),
    async (page, { paste }) => page.press(paste),
  ],
  [
    'nothing chosen',
    ask,
    async (page, { none, approve }) => {
      await page.press(none);
      await page.press(`${approve}${approve === 'Approve' ? ' as narrowed' : ' rajattuna'}`);
    },
  ],
  [
    'another time',
    ask,
    async (page, { other, approve }) => {
      await page.reads(approve);
      await page.choose(other);
    },
  ],
  ['writing why', ask, async (page, { reject }) => page.press(reject)],
  ['asking back', ask, async (page, { askBack }) => page.press(askBack)],
  [
    'approved',
    ask,
    async (page, { approve }) => {
      await page.press(approve);
      await page.focusesNotice();
    },
  ],
  [
    'changed',
    ask,
    async (page, { approve, review }, id) => {
      await page.reads(approve);
      await amend(id, { reason: 'Toinen syy' });
      await page.element.refresh();
      await page.reads(review);
    },
  ],
  [
    'withdrawn',
    ask,
    async (page, { approve }, id) => {
      await page.reads(approve);
      await withdraw(id);
      await page.press(approve);
      await page.focusesNotice();
    },
  ],
  ['granted, with its details', grant, async (page, { details }) => page.press(details)],
  [
    'past, with its details',
    async () => decide((await ask()).id, { version: 1, outcome: 'rejected', reason: 'Ei' }),
    async (page, { past, details }) => {
      await page.press(past);
      await page.press(details);
    },
  ],
];

const scheme = new CSSStyleSheet();

describe('every state of the approval', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });

  for (const words of languages) {
    for (const [name, prepare, go] of states) {
      it(`is accessible in "${words.locale}", light and dark: ${name}`, async () => {
        scheme.replaceSync('');
        const { id } = await prepare();
        const page = await openList([id], { locale: words.locale });
        await go(page, words, id);
        for (const [theme, background] of [
          ['light', '#ffffff'],
          ['dark', '#14191d'],
        ]) {
          scheme.replaceSync(`:root { color-scheme: ${theme}; background: ${background} }`);
          await expect(page.element).to.be.accessible();
        }
      });
    }
  }

  for (const [name, prepare, go] of states) {
    it(`fits 320 pixels without scrolling sideways: ${name}`, async () => {
      scheme.replaceSync('advisory-access-approval { width: 320px }');
      const { id } = await prepare();
      const page = await openList([id]);
      const [finnish] = languages as [Words];
      await go(page, finnish, id);
      const { right } = page.element.getBoundingClientRect();
      const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter(
        (part) =>
          !part.matches('.visually-hidden, input[type=radio]') &&
          part.getBoundingClientRect().right > right + 1,
      );
      expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }

  it('looks the same on a page whose styles reach for everything', async () => {
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
    page.element.locale = 'en';
    await page.reads('Approve as narrowed');
    expect(page.sentence)
      .to.include('You give the right to look at 2 companies.')
      .and.to.match(/The right ends (today|tomorrow) at \d\d:\d\d\./);
  });
});
