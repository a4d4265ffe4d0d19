import type { RemoteSupportDownload } from '../../../contract/remote-support.js';
import type { Architecture, Computer, Platform } from './platform.js';

type Built = RemoteSupportDownload['arch'];

/** What a file without a word about it, or with one that is not known, is built for: nobody knows, so it may be right. */
const untold: readonly Built[] = ['universal', undefined, 'unknown'];

const fitting: Readonly<Record<Architecture | 'unknown', readonly Built[]>> = {
  arm64: ['arm64', ...untold],
  x64: ['x64', ...untold, 'x86'],
  x86: ['x86', ...untold],
  unknown: [...untold, 'x64', 'x86', 'arm64'],
};

/** Windows and macOS run what was built for Intel on ARM as well. */
const emulated = (platform: Platform): readonly Built[] => {
  if (platform === 'windows') return ['x64', 'x86'];
  return platform === 'macos' ? ['x64'] : [];
};

/** The file that suits a computer best, if any does. */
export function bestDownload<T extends Pick<RemoteSupportDownload, 'platform' | 'arch'>>(
  downloads: readonly T[],
  { platform, arch }: Computer,
): T | undefined {
  const builds =
    arch === 'arm64' ? [...fitting.arm64, ...emulated(platform)] : fitting[arch ?? 'unknown'];
  const ofPlatform = downloads.filter((download) => download.platform === platform);
  return builds
    .map((build) => ofPlatform.find((download) => download.arch === build))
    .find((download) => download !== undefined);
}
