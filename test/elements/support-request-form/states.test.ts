import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { openReadyForm } from './form-page.js';

interface Words {
  readonly locale: string;
  readonly error: string;
  readonly errorMessage: string;
  readonly report: string;
  readonly criteria: string;
  readonly edit: string;
  readonly name: string;
  readonly critical: string;
  readonly send: string;
  readonly problems: string;
  readonly idea: string;
  readonly summary: string;
  readonly description: string;
  readonly received: string;
}

const languages: readonly Words[] = [
  {
    locale: 'fi',
    error: 'Virheilmoitus',
    errorMessage: 'Virheilmoitus sanatarkasti',
    report: 'Raportti',
    criteria: 'Raportin rajaukset',
    edit: 'Muuta: Yhteystiedot',
    name: 'Nimesi',
    critical: 'Asia on kriittinen',
    send: 'Lähetä tukipyyntö',
    problems: 'Tarkista',
    idea: 'Kehitysehdotus',
    summary: 'Kehitysehdotus lyhyesti',
    description: 'Kuvaus',
    received: 'Vastaanotettu',
  },
  {
    locale: 'en',
    error: 'Error message',
    errorMessage: 'Error message word for word',
    report: 'Report',
    criteria: 'Report selection criteria',
    edit: 'Change: Contact details',
    name: 'Your name',
    critical: 'This is critical',
    send: 'Send request',
    problems: 'Check',
    idea: 'Development idea',
    summary: 'Summary of the idea',
    description: 'Description',
    received: 'Received',
  },
  {
    locale: 'sv',
    error: 'Felmeddelande',
    errorMessage: 'Felmeddelandet ordagrant',
    report: 'Rapport',
    criteria: 'Rapportens urvalskriterier',
    edit: 'Ändra: Kontaktuppgifter',
    name: 'Ditt namn',
    critical: 'Ärendet är kritiskt',
    send: 'Skicka ärendet',
    problems: 'Kontrollera',
    idea: 'Utvecklings\u00adförslag',
    summary: 'Förslaget i korthet',
    description: 'Beskrivning',
    received: 'Mottaget',
  },
];

const scheme = new CSSStyleSheet();

describe('the states of the form', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });

  // That they are accessible, light and dark, is seen in their stories.
  for (const words of languages) {
    it(`have their words in "${words.locale}", from the first to the receipt`, async () => {
      const page = await openReadyForm({ locale: words.locale });
      await page.choose(words.error);
      await page.reads(words.errorMessage);
      await page.choose(words.report);
      await page.reads(words.criteria);
      await page.press(words.edit);
      await page.reads(words.name);
      await page.choose(words.critical);
      await page.reads('0107 562 170');
      await page.press(words.send);
      await page.reads(words.problems);
      await page.choose(words.idea);
      await page.write(words.summary, 'tilikausi');
      await page.write(words.description, 'Yritin avata.');
      await page.press(words.send);
      await page.reads(words.received);
    });
  }

  it('fit a panel 320 pixels wide without scrolling sideways', async () => {
    scheme.replaceSync('support-request-form { width: 320px }');
    const page = await openReadyForm();
    await page.choose('Asia on kriittinen');
    await page.choose('Virheilmoitus');
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

  it('look the same on a page whose styles reach for everything', async () => {
    const looks = async () => {
      const page = await openReadyForm();
      const read = (selector: string) => {
        const part = page.root.querySelector(selector);
        const { font, color, letterSpacing, textTransform, lineHeight, textAlign } = part
          ? getComputedStyle(part)
          : ({} as CSSStyleDeclaration);
        return { selector, font, color, letterSpacing, textTransform, lineHeight, textAlign };
      };
      return ['h2', 'label', '.control', '.button.primary', '.subject'].map(read);
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

  it('move nothing when the endpoint answers late', async () => {
    const { endpoint } = await openGate([{ fault: 'slow', path: '/service*', delay: 300 }]);
    const page = await openReadyForm({ endpoint });
    const top = () => page.control('Kuvaus').getBoundingClientRect().top;
    const before = top();
    await page.reads('1234 Kahvila Kulma Oy');
    expect(top()).to.equal(before);
  });
});
