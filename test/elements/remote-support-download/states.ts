import type { Language } from '../../../src/contract/values.js';
import { openGate } from '../../tools/gate.js';
import { gateSaying, openSupport, type SupportPage } from './support-page.js';
import type { Words } from './words.js';

const sum = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const windows = 'https://download.teamviewer.com/download/TeamViewerQS_x64.exe';

/** An endpoint that tells all there is to tell. */
export const full = () =>
  gateSaying({
    downloads: [
      {
        platform: 'windows',
        arch: 'x64',
        url: windows,
        version: '15.60.3',
        bytes: 24_370_000,
        sha256: sum,
      },
      {
        platform: 'macos',
        url: 'https://download.teamviewer.com/download/TeamViewerQS.dmg',
        sha256: sum,
      },
    ],
    sessionLink: 'https://get.teamviewer.com/v15/s12345678',
    fallbackPages: ['https://www.visma.fi/x', 'http://www.vismafivaldi.fi/etayhteys'],
  });

type Go = (locale: Language, said: Words) => Promise<SupportPage>;

/** Who said that they called, with everything that is folded opened. */
export const called =
  (platform: string, endpoint?: () => Promise<{ readonly endpoint: string }>): Go =>
  async (locale, { me, program }) => {
    const page = await openSupport({ locale, platform, endpoint: (await endpoint?.())?.endpoint });
    await page.press(me);
    await page.reads(program);
    await page.unfold();
    return page;
  };

/** Each state, and how a person gets there. */
export const states: Readonly<Record<string, Go>> = {
  'without an answer': (locale) => openSupport({ locale }),
  warned: async (locale, { them, warned }) => {
    const page = await openSupport({ locale, endpoint: (await openGate()).endpoint });
    await page.press(them);
    await page.reads(warned);
    return page;
  },
  'fetching the details': async (locale, { me }) => {
    const page = await openSupport({
      locale,
      endpoint: (await openGate([{ path: '/remote-support*', fault: 'hang' }])).endpoint,
    });
    await page.press(me);
    return page;
  },
  'the program for Windows with all details': called('windows', full),
  'the program for a Mac with all details': called('macos', full),
  'the program without an endpoint': called('windows'),
  'a telephone': called('ios'),
  'a computer without a program': called('linux', full),
  'an endpoint that fails': async (locale, said) => {
    const page = await called('windows', () =>
      openGate([{ path: '/remote-support*', status: 404, body: '', times: 9 }]),
    )(locale, said);
    await page.reads(said.retry);
    return page;
  },
};
