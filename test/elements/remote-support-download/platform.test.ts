import { expect } from '@open-wc/testing';
import { defaultRemoteSupport } from '../../../src/contract/default-remote-support.js';
import { bestDownload } from '../../../src/elements/remote-support-download/program/best-download.js';
import {
  computerOf,
  readEvidence,
  type Computer,
  type Evidence,
  type Hints,
} from '../../../src/elements/remote-support-download/program/platform.js';

interface Row {
  readonly who: string;
  readonly userAgent: string;
  /** `navigator.platform` and `navigator.maxTouchPoints`. */
  readonly platform: string;
  readonly touch?: number;
  readonly hints?: Hints;
  readonly is: Computer;
  /** The file that is offered, by its name; nothing where there is none. */
  readonly file?: string;
}

const x64 = 'TeamViewerQS_x64.exe';
const x86 = 'TeamViewerQS.exe';
const mac = 'TeamViewerQS.dmg';

const chrome = (system: string, rest = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0${rest} Safari/537.36`;
const firefox = (system: string) =>
  `Mozilla/5.0 (${system}; rv:143.0) Gecko/20100101 Firefox/143.0`;
const safari = (system: string, rest = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6${rest} Safari/605.1.15`;
const windows = 'Windows NT 10.0; Win64; x64';
const macintosh = 'Macintosh; Intel Mac OS X 10_15_7';

const rows: readonly Row[] = [
  {
    who: 'Chrome on Windows 11',
    userAgent: chrome(windows),
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'x86', bitness: '64', wow64: false },
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Edge on Windows 11',
    userAgent: `${chrome(windows)} Edg/141.0.0.0`,
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'x86', bitness: '64', wow64: false },
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Edge on Windows on ARM, which says x64',
    userAgent: `${chrome(windows)} Edg/141.0.0.0`,
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'arm', bitness: '64', wow64: false },
    is: { platform: 'windows', arch: 'arm64' },
    file: x64,
  },
  {
    who: 'Chrome on Windows on ARM',
    userAgent: chrome(windows),
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'arm', bitness: '64' },
    is: { platform: 'windows', arch: 'arm64' },
    file: x64,
  },
  {
    who: 'Chrome of 32 bits on Windows of 32 bits',
    userAgent: chrome('Windows NT 10.0'),
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'x86', bitness: '32', wow64: false },
    is: { platform: 'windows', arch: 'x86' },
    file: x86,
  },
  {
    who: 'Chrome of 32 bits on Windows of 64 bits',
    userAgent: chrome('Windows NT 10.0; WOW64'),
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'x86', bitness: '32', wow64: true },
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Opera on Windows',
    userAgent: `${chrome(windows)} OPR/121.0.0.0`,
    platform: 'Win32',
    hints: { platform: 'Windows', architecture: 'x86', bitness: '64' },
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Firefox on Windows 11',
    userAgent: firefox(windows),
    platform: 'Win32',
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Firefox of 32 bits on Windows of 64 bits',
    userAgent: firefox('Windows NT 10.0; WOW64'),
    platform: 'Win32',
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Firefox on Windows of 32 bits',
    userAgent: firefox('Windows NT 10.0'),
    platform: 'Win32',
    is: { platform: 'windows', arch: 'x86' },
    file: x86,
  },
  {
    who: 'Firefox with a touch screen on Windows',
    userAgent: firefox(windows),
    platform: 'Win32',
    touch: 10,
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Internet Explorer 11 on Windows 7',
    userAgent: 'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
    platform: 'Win32',
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'old Edge on Windows on ARM',
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; ARM64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.17763',
    platform: 'Win32',
    is: { platform: 'windows', arch: 'arm64' },
    file: x64,
  },
  {
    who: 'a browser without hints by permissions policy',
    userAgent: chrome(windows),
    platform: 'Win32',
    hints: { platform: 'Windows' },
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'Safari on a Mac',
    userAgent: safari(macintosh),
    platform: 'MacIntel',
    is: { platform: 'macos' },
    file: mac,
  },
  {
    who: 'Chrome on a Mac with Apple silicon',
    userAgent: chrome(macintosh),
    platform: 'MacIntel',
    hints: { platform: 'macOS', architecture: 'arm', bitness: '64' },
    is: { platform: 'macos', arch: 'arm64' },
    file: mac,
  },
  {
    who: 'Chrome on a Mac with Intel',
    userAgent: chrome(macintosh),
    platform: 'MacIntel',
    hints: { platform: 'macOS', architecture: 'x86', bitness: '64' },
    is: { platform: 'macos', arch: 'x64' },
    file: mac,
  },
  {
    who: 'Firefox on a Mac',
    userAgent: firefox('Macintosh; Intel Mac OS X 10.15'),
    platform: 'MacIntel',
    is: { platform: 'macos' },
    file: mac,
  },
  {
    who: 'Edge on a Mac',
    userAgent: `${chrome(macintosh)} Edg/141.0.0.0`,
    platform: 'MacIntel',
    hints: { platform: 'macOS', architecture: 'arm', bitness: '64' },
    is: { platform: 'macos', arch: 'arm64' },
    file: mac,
  },
  {
    who: 'Safari on an iPad, which says that it is a Mac',
    userAgent: safari(macintosh),
    platform: 'MacIntel',
    touch: 5,
    is: { platform: 'ios' },
  },
  {
    who: 'Chrome on an iPad, which says that it is a Mac',
    userAgent: `Mozilla/5.0 (${macintosh}) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141 Version/18.6 Safari/605.1.15`,
    platform: 'MacIntel',
    touch: 5,
    is: { platform: 'ios' },
  },
  {
    who: 'Firefox on an iPad, which says that it is a Mac',
    userAgent: `Mozilla/5.0 (${macintosh}) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/143.0 Safari/605.1.15`,
    platform: 'MacIntel',
    touch: 5,
    is: { platform: 'ios' },
  },
  {
    who: 'Safari on an iPad that asks for the mobile page',
    userAgent: safari('iPad; CPU OS 18_6 like Mac OS X', ' Mobile/15E148'),
    platform: 'iPad',
    touch: 5,
    is: { platform: 'ios' },
  },
  {
    who: 'Safari on an iPhone',
    userAgent: safari('iPhone; CPU iPhone OS 18_6 like Mac OS X', ' Mobile/15E148'),
    platform: 'iPhone',
    touch: 5,
    is: { platform: 'ios' },
  },
  {
    who: 'Chrome on an iPhone',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1',
    platform: 'iPhone',
    touch: 5,
    is: { platform: 'ios' },
  },
  {
    who: 'Chrome on Android',
    userAgent: chrome('Linux; Android 10; K', ' Mobile'),
    platform: 'Linux armv81',
    touch: 5,
    hints: { platform: 'Android', architecture: '', bitness: '' },
    is: { platform: 'android' },
  },
  {
    who: 'Chrome on Android that asks for the page for computers',
    userAgent: chrome('X11; Linux x86_64'),
    platform: 'Linux armv81',
    touch: 5,
    hints: { platform: 'Linux', architecture: '', bitness: '' },
    is: { platform: 'android', arch: 'x64' },
  },
  {
    who: 'Samsung Internet on Android',
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    platform: 'Linux armv81',
    touch: 5,
    hints: { platform: 'Android' },
    is: { platform: 'android' },
  },
  {
    who: 'Firefox on Android',
    userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
    platform: 'Linux armv81',
    touch: 5,
    is: { platform: 'android' },
  },
  {
    who: 'an Android tablet',
    userAgent: chrome('Linux; Android 14; SM-X910'),
    platform: 'Linux aarch64',
    touch: 10,
    hints: { platform: 'Android', architecture: 'arm', bitness: '64' },
    is: { platform: 'android', arch: 'arm64' },
  },
  {
    who: 'Chrome on a Chromebook',
    userAgent: chrome('X11; CrOS x86_64 14541.0.0'),
    platform: 'Linux x86_64',
    hints: { platform: 'Chrome OS', architecture: 'x86', bitness: '64' },
    is: { platform: 'chromeos', arch: 'x64' },
  },
  {
    who: 'Chrome on a Chromebook with ARM and a touch screen',
    userAgent: chrome('X11; CrOS x86_64 14541.0.0'),
    platform: 'Linux aarch64',
    touch: 10,
    hints: { platform: 'Chromium OS', architecture: 'arm', bitness: '64' },
    is: { platform: 'chromeos', arch: 'arm64' },
  },
  {
    who: 'an old Chromebook without hints',
    userAgent: chrome('X11; CrOS armv7l 13597.84.0'),
    platform: 'Linux armv7l',
    is: { platform: 'chromeos' },
  },
  {
    who: 'Firefox on Linux',
    userAgent: firefox('X11; Linux x86_64'),
    platform: 'Linux x86_64',
    is: { platform: 'linux', arch: 'x64' },
  },
  {
    who: 'Firefox on Ubuntu',
    userAgent: firefox('X11; Ubuntu; Linux x86_64'),
    platform: 'Linux x86_64',
    is: { platform: 'linux', arch: 'x64' },
  },
  {
    who: 'Chrome on Linux with a touch screen',
    userAgent: chrome('X11; Linux x86_64'),
    platform: 'Linux x86_64',
    touch: 10,
    hints: { platform: 'Linux', architecture: 'x86', bitness: '64' },
    is: { platform: 'linux', arch: 'x64' },
  },
  {
    who: 'Firefox on a Raspberry Pi',
    userAgent: firefox('X11; Linux aarch64'),
    platform: 'Linux aarch64',
    is: { platform: 'linux', arch: 'arm64' },
  },
  {
    who: 'Firefox on Linux of 32 bits',
    userAgent: firefox('X11; Linux i686'),
    platform: 'Linux i686',
    is: { platform: 'linux', arch: 'x86' },
  },
  {
    who: 'a browser that hides behind a name of its own, with hints',
    userAgent: 'Mozilla/5.0 Quiet/1.0',
    platform: '',
    hints: { platform: 'Windows', architecture: 'x86', bitness: '64' },
    is: { platform: 'windows', arch: 'x64' },
    file: x64,
  },
  {
    who: 'a browser whose hints say "Unknown"',
    userAgent: chrome(macintosh),
    platform: 'MacIntel',
    hints: { platform: 'Unknown' },
    is: { platform: 'macos' },
    file: mac,
  },
  {
    who: 'FreeBSD',
    userAgent: firefox('X11; FreeBSD amd64'),
    platform: 'FreeBSD amd64',
    is: { platform: 'unknown', arch: 'x64' },
  },
  {
    who: 'an Xbox, which says that it is Windows',
    userAgent: `Mozilla/5.0 (${windows}; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edge/44.18363.8131`,
    platform: 'Win32',
    is: { platform: 'unknown', arch: 'x64' },
  },
  {
    who: 'a Windows Phone, which says that it is Android',
    userAgent:
      'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063',
    platform: 'Win32',
    touch: 5,
    is: { platform: 'unknown' },
  },
  {
    who: 'a television',
    userAgent:
      'Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) 94.0.4606.31/7.0 TV Safari/537.36',
    platform: 'Linux armv7l',
    is: { platform: 'unknown' },
  },
  { who: 'nothing at all', userAgent: '', platform: '', is: { platform: 'unknown' } },
];

const evidenceOf = ({ userAgent, platform, touch = 0, hints }: Row): Evidence => ({
  userAgent,
  platform,
  maxTouchPoints: touch,
  hints,
});

describe('the program for the computer at hand', () => {
  it('is looked for on more than thirty kinds of browsers and computers', () => {
    expect(rows).to.have.length.above(30);
    expect(new Set(rows.map(({ who }) => who)).size).to.equal(rows.length);
  });

  for (const row of rows) {
    it(`is ${row.file ?? 'none'} for ${row.who}`, () => {
      const computer = computerOf(evidenceOf(row));
      expect({ ...computer }).to.deep.equal({ arch: undefined, ...row.is });
      expect(
        bestDownload(defaultRemoteSupport.downloads, computer)?.url.split('/').at(-1),
      ).to.equal(row.file);
    });
  }

  const files = (...arches: ('x86' | 'x64' | 'arm64' | 'universal' | undefined)[]) =>
    arches.map((arch) => ({ platform: 'windows' as const, ...(arch && { arch }) }));

  it('is the one built for the processor where there is one', () => {
    const best = bestDownload(files('x86', 'x64', 'arm64'), { platform: 'windows', arch: 'arm64' });
    expect(best?.arch).to.equal('arm64');
  });

  it('is never one that the computer cannot run', () => {
    expect(bestDownload(files('x64', 'arm64'), { platform: 'windows', arch: 'x86' })).to.equal(
      undefined,
    );
    expect(bestDownload(files('arm64'), { platform: 'windows', arch: 'x64' })).to.equal(undefined);
    expect(
      bestDownload([{ platform: 'linux', arch: 'x64' }], { platform: 'linux', arch: 'arm64' }),
    ).to.equal(undefined);
  });
});

describe('asking a browser for its computer', () => {
  const legacy = { userAgent: chrome(windows), platform: 'Win32', maxTouchPoints: 0 };

  it('takes the hints that it gives', async () => {
    const evidence = await readEvidence({
      ...legacy,
      userAgentData: {
        platform: 'Windows',
        getHighEntropyValues: (names) =>
          Promise.resolve({
            architecture: names.includes('architecture') ? 'arm' : '',
            bitness: '64',
          }),
      },
    });
    expect(computerOf(evidence)).to.deep.equal({ platform: 'windows', arch: 'arm64' });
  });

  it('does without them where they are refused or unknown', async () => {
    const refused = await readEvidence({
      ...legacy,
      userAgentData: {
        platform: 'Windows',
        getHighEntropyValues: () => Promise.reject(new Error('NotAllowedError')),
      },
    });
    expect(computerOf(refused)).to.deep.equal({ platform: 'windows', arch: 'x64' });
    expect(computerOf(await readEvidence(legacy))).to.deep.equal({
      platform: 'windows',
      arch: 'x64',
    });
  });
});
