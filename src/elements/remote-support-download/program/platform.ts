import type { RemoteSupportDownload } from '../../../contract/remote-support.js';

export type Platform = RemoteSupportDownload['platform'];
export type Architecture = 'x86' | 'x64' | 'arm64';

export interface Computer {
  readonly platform: Platform;
  /** Missing where the browser keeps it to itself. */
  readonly arch?: Architecture | undefined;
}

/** What User-Agent Client Hints tell, where a browser has them. */
export interface Hints {
  readonly platform?: string;
  readonly architecture?: string;
  readonly bitness?: string;
  readonly wow64?: boolean;
}

/** What a browser says of the computer it runs on. */
export interface Evidence {
  readonly userAgent: string;
  readonly platform: string;
  readonly maxTouchPoints: number;
  readonly hints?: Hints | undefined;
}

interface UserAgentData extends Hints {
  getHighEntropyValues(names: readonly string[]): Promise<Hints>;
}

/** A navigator, with what only some browsers have. */
export interface Witness extends Omit<Evidence, 'hints'> {
  readonly userAgentData?: UserAgentData;
}

const hinted: Readonly<Record<string, Platform>> = {
  Windows: 'windows',
  macOS: 'macos',
  Linux: 'linux',
  Android: 'android',
  iOS: 'ios',
  'Chrome OS': 'chromeos',
  'Chromium OS': 'chromeos',
};

/** What claims to be one of the others and isn't. */
const strangers = /Windows Phone|Xbox|Tizen|Smart-?TV|Web0S|KAIOS|OpenHarmony|PlayStation/i;

/** In this order, since most claim to be another one as well. */
const signs: readonly (readonly [RegExp, Platform])[] = [
  [/Windows NT/, 'windows'],
  [/CrOS/, 'chromeos'],
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Macintosh/, 'macos'],
  [/Linux/, 'linux'],
];

function platformOf({ userAgent, platform, maxTouchPoints, hints }: Evidence): Platform {
  if (strangers.test(userAgent)) return 'unknown';
  const named =
    hinted[hints?.platform ?? ''] ??
    signs.find(([pattern]) => pattern.test(userAgent))?.[1] ??
    'unknown';
  // An iPad says that it is a Mac, but no Mac has a touch screen; its browsers give no hints.
  if (named === 'macos' && !hints && maxTouchPoints > 1) return 'ios';
  // A telephone that was asked for the page for computers says that it is a computer, all but in one place.
  if (named === 'linux' && maxTouchPoints > 1 && /arm|aarch64/.test(platform)) return 'android';
  return named;
}

function hintedArchitecture({ architecture, bitness, wow64 }: Hints): Architecture | undefined {
  if (architecture === 'arm') return 'arm64';
  if (architecture !== 'x86') return undefined;
  return bitness === '32' && !wow64 ? 'x86' : 'x64';
}

function architectureOf({ userAgent }: Evidence, platform: Platform): Architecture | undefined {
  // Every Mac says "Intel".
  if (platform === 'macos') return undefined;
  if (/\b(ARM64|aarch64)\b/i.test(userAgent)) return 'arm64';
  if (/Win64|WOW64|x86_64|x64|amd64/i.test(userAgent)) return 'x64';
  return platform === 'windows' || /\bi[3-6]86\b/.test(userAgent) ? 'x86' : undefined;
}

/** The computer that a page is looked at on, as far as its browser tells. */
export function computerOf(evidence: Evidence): Computer {
  const platform = platformOf(evidence);
  return {
    platform,
    arch:
      (evidence.hints && hintedArchitecture(evidence.hints)) ?? architectureOf(evidence, platform),
  };
}

/** Asks a browser; whatever it refuses to tell is left out. */
export async function readEvidence({
  userAgent,
  platform,
  maxTouchPoints,
  userAgentData,
}: Witness): Promise<Evidence> {
  const asked = userAgentData?.getHighEntropyValues(['architecture', 'bitness', 'wow64']);
  const more = await asked?.catch(() => undefined);
  return {
    userAgent,
    platform,
    maxTouchPoints,
    hints: userAgentData && { platform: userAgentData.platform ?? '', ...more },
  };
}
