import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { openReadyForm, type FormPage } from './form-page.js';

interface Words {
  readonly locale: string;
  readonly [word: string]: string;
}

const languages: readonly Words[] = [
  {
    locale: 'fi',
    critical: 'Asia on kriittinen',
    error: 'Virheilmoitusta',
    report: 'Raporttia',
    idea: 'Kehitysehdotus',
    send: 'Lähetä tukipyyntö',
    summary: 'Ongelma lyhyesti',
    description: 'Kuvaus',
    edit: 'Muuta tietoja',
    received: 'Vastaanotettu',
    phone: '0107 562 170',
    wrong: 'Tarkista',
    details: 'Virheilmoitus sanatarkasti',
    criteria: 'Raportin rajaukset',
    contact: 'Nimesi',
  },
  {
    locale: 'en',
    critical: 'The matter is critical',
    error: 'An error',
    report: 'A report',
    idea: 'Development idea',
    send: 'Send the support request',
    summary: 'The problem in brief',
    description: 'Description',
    edit: 'Edit details',
    received: 'Received',
    phone: '0107 562 170',
    wrong: 'Check',
    details: 'Error message word for word',
    criteria: 'Selection criteria of the report',
    contact: 'Your name',
  },
  {
    locale: 'sv',
    critical: 'Ärendet är kritiskt',
    error: 'Ett felmeddelande',
    report: 'En rapport',
    idea: 'Utvecklingsförslag',
    send: 'Skicka supportärendet',
    summary: 'Problemet i korthet',
    description: 'Beskrivning',
    edit: 'Ändra uppgifter',
    received: 'Mottaget',
    phone: '0107 562 170',
    wrong: 'Kontrollera',
    details: 'Felmeddelandet ordagrant',
    criteria: 'Rapportens urvalskriterier',
    contact: 'Ditt namn',
  },
];

/** Each state: its name, how a person gets there, and a word by which it is known. */
const states: readonly [string, (page: FormPage, words: Words) => Promise<void>, string][] = [
  ['critical', (page, { critical = '' }) => page.choose(critical), 'phone'],
  ['about an error', (page, { error = '' }) => page.choose(error), 'details'],
  ['about a report', (page, { report = '' }) => page.choose(report), 'criteria'],
  ['a development idea', (page, { idea = '' }) => page.choose(idea), 'description'],
  ['contact details open', (page, { edit = '' }) => page.press(edit), 'contact'],
  ['with everything missing', (page, { send = '' }) => page.press(send), 'wrong'],
  [
    'sent',
    async (page, { summary = '', description = '', send = '' }) => {
      await page.write(summary, 'tilikausi');
      await page.write(description, 'Yritin avata tilikauden.');
      await page.press(send);
    },
    'received',
  ],
];

const scheme = new CSSStyleSheet();

describe('every state of the form', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });

  for (const words of languages) {
    // A third language has no other colours.
    for (const dark of words.locale === 'sv' ? [false] : [false, true]) {
      for (const [name, go, word] of states) {
        it(`is accessible in "${words.locale}", ${dark ? 'dark' : 'light'}: ${name}`, async () => {
          scheme.replaceSync(
            `:root { color-scheme: ${dark ? 'dark' : 'light'}; background: ${dark ? '#14191d' : '#ffffff'} }`,
          );
          const page = await openReadyForm({ locale: words.locale });
          await go(page, words);
          await page.reads(words[word] ?? '');
          await expect(page.element).to.be.accessible();
        });
      }
    }
  }

  it('fits a panel 320 pixels wide without scrolling sideways', async () => {
    scheme.replaceSync('support-request-form { width: 320px }');
    const page = await openReadyForm();
    await page.choose('Asia on kriittinen');
    await page.choose('Virheilmoitusta');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista');
    const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter((part) => {
      const { right } = part.getBoundingClientRect();
      return (
        !part.matches('.visually-hidden, option, input[type=radio]') &&
        right > page.element.getBoundingClientRect().right + 1
      );
    });
    expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
  });

  it('looks the same on a page whose styles reach for everything', async () => {
    const looks = async () => {
      const page = await openReadyForm();
      const read = (selector: string) => {
        const part = page.root.querySelector(selector);
        const { font, color, letterSpacing, textTransform, lineHeight, textAlign } = part
          ? getComputedStyle(part)
          : ({} as CSSStyleDeclaration);
        return { selector, font, color, letterSpacing, textTransform, lineHeight, textAlign };
      };
      return ['h2', 'label', '.control', '.button.primary', '.preview'].map(read);
    };
    scheme.replaceSync('');
    const plain = await looks();
    scheme.replaceSync(`
      * { font: italic 30px/2 serif !important; color: red !important; letter-spacing: 5px !important; text-transform: uppercase !important; text-align: right !important }
      button, input, label, h2 { display: none !important }`);
    const besieged = await looks();
    scheme.replaceSync('');
    expect(besieged).to.deep.equal(plain);
  });

  it('moves nothing when the endpoint answers late', async () => {
    const { endpoint } = await openGate([{ fault: 'slow', path: '/service*', delay: 300 }]);
    const page = await openReadyForm({ endpoint });
    const top = () => page.control('Kuvaus').getBoundingClientRect().top;
    const before = top();
    await page.reads('1234 Kahvila Kulma Oy');
    expect(top()).to.equal(before);
  });
});
