import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { Download } from './offer.js';
import type { Platform } from './platform.js';

export const platformNames: Readonly<Record<Exclude<Platform, 'unknown'>, string>> = {
  windows: 'Windows',
  macos: 'Mac',
  linux: 'Linux',
  android: 'Android',
  ios: 'iPhone, iPad',
  chromeos: 'ChromeOS',
};

export const isPlatform = (name: string | undefined): name is Platform =>
  name !== undefined && Object.hasOwn(platformNames, name);

export const platformName = (platform: Platform): string =>
  platform === 'unknown' ? '' : platformNames[platform];

/** `Windows, 64-bit`: a file among several for one platform. */
export function versionName({ msg }: Localization, { platform, arch }: Download): string {
  const name = platformName(platform);
  switch (arch) {
    case 'x64':
      return msg(str`${name}, 64-bit`);
    case 'x86':
      return msg(str`${name}, 32-bit`);
    case 'arm64':
      return msg(str`${name}, ARM`);
    case 'universal':
    case 'unknown':
    case undefined:
      return name;
  }
}
