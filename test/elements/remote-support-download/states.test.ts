import { expect } from '@open-wc/testing';
import { gateSaying, openReadyGate, openSupport, type SupportPage } from './support-page.js';

const sum = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const windows = 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe';

const full = () =>
  gateSaying({
    downloads: [
      { platform: 'windows', arch: 'x64', url: windows, version: '15.60.3', bytes: 24_370_000, sha256: sum },
      { platform: 'macos', url: 'https://download.teamviewer.com/download/TeamViewerQS.dmg', sha256: sum },
    ],
    sessionLink: 'https://get.teamviewer.com/v15/s12345678',
    fallbackPages: ['https://www.visma.fi/x', 'http://www.vismafivaldi.fi/etayhteys'],
  });

const words = {
  fi: { me: 'Minä soitin Vismalle', them: 'Minulle soitettiin', program: 'Etätukiohjelma', warned: 'Älä lataa ohjelmaa', asked: 'Kumpi soitti?', retry: 'Yritä uudelleen' },
  en: { me: 'I called Visma', them: 'Someone called me', program: 'Remote support program', warned: 'Do not download the program', asked: 'Who called?', retry: 'Try again' },
} as const;
type Words = (typeof words)['fi' | 'en'];

type Go = (locale: 'fi' | 'en', said: Words) => Promise<SupportPage>;

const called =
  (platform: string, endpoint?: () => Promise<{ readonly endpoint: string }>): Go =>
  async (locale, { me, program }) => {
    const page = await openSupport({ locale, platform, endpoint: (await endpoint?.())?.endpoint });
    await page.press(me);
    await page.reads(program);
    await page.unfold();
    return page;
  };

/** Each state, and how a person gets there. */
const states: Readonly<Record<string, Go>> = {
  'without an answer': (locale) => openSupport({ locale }),
  warned: async (locale, { them, warned }) => {
    const page = await openSupport({ locale, endpoint: (await openReadyGate()).endpoint });
    await page.press(them);
    await page.reads(warned);
    return page;
  },
  'fetching the details': async (locale, { me }) => {
    const page = await openSupport({ locale, endpoint: (await openReadyGate([{ path: '/remote-support*', fault: 'hang' }])).endpoint });
    await page.press(me);
    return page;
  },
  'the program for Windows with all details': called('windows', full),
  'the program for a Mac with all details': called('macos', full),
  'the program without an endpoint': called('windows'),
  'a telephone': called('ios'),
  'a computer without a program': called('linux', full),
  'an endpoint that fails': async (locale, said) => {
    const page = await called('windows', () => openReadyGate([{ path: '/remote-support*', status: 404, body: '', times: 9 }]))(locale, said);
    await page.reads(said.retry);
    return page;
  },
};

const scheme = new CSSStyleSheet();

describe('every state of remote support', () => {
  before(() => {
    document.adoptedStyleSheets.push(scheme);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  });

  for (const locale of ['fi', 'en'] as const) {
    for (const dark of [false, true]) {
      for (const [name, go] of Object.entries(states)) {
        it(`is accessible in "${locale}", ${dark ? 'dark' : 'light'}: ${name}`, async () => {
          scheme.replaceSync(`:root { color-scheme: ${dark ? 'dark' : 'light'}; background: ${dark ? '#14191d' : '#ffffff'} }`);
          const page = await go(locale, words[locale]);
          await expect(page.element).to.be.accessible();
        });
      }
    }
  }

  for (const [name, go] of Object.entries(states)) {
    it(`fits a panel 320 pixels wide without scrolling sideways: ${name}`, async () => {
      scheme.replaceSync('remote-support-download { width: 320px }');
      const page = await go('fi', words.fi);
      const edge = page.element.getBoundingClientRect().right + 1;
      const wide = [...page.root.querySelectorAll<HTMLElement>('.root *')].filter(
        (part) => !part.matches('.visually-hidden, input[type=radio]') && part.getBoundingClientRect().right > edge,
      );
      expect(wide.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
    });

    it(`has no target smaller than 24 pixels: ${name}`, async () => {
      scheme.replaceSync('');
      const page = await go('fi', words.fi);
      const small = [...page.root.querySelectorAll<HTMLElement>('button, summary, .segments label, a.button')].filter((part) => part.offsetHeight < 24);
      expect(small.map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }

  it('speaks another language at once, in the middle of it', async () => {
    const page = await called('windows', full)('fi', words.fi);
    page.element.locale = 'en';
    await page.reads('Download the program (Windows)');
    await page.reads(/Phone (open|closed)/);
  });

  it('moves nothing when the endpoint answers late', async () => {
    const { endpoint } = await openReadyGate([{ fault: 'slow', path: '/service*', delay: 300 }]);
    const page = await openSupport({ endpoint });
    const top = () => page.button('Minä soitin Vismalle').getBoundingClientRect().top;
    const before = top();
    page.button('Minulle soitettiin').focus();
    await page.reads(/Puhelinpalvelu (auki|suljettu)/);
    expect(top()).to.equal(before);
  });
});
