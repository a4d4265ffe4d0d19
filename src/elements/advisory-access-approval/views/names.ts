import type { LocalizedName } from '../../../contract/values.js';
import type { Localization } from '../../../localization/localization-controller.js';

export const numberOf = ({ language }: Localization, count: number): string =>
  new Intl.NumberFormat(language).format(count);

export const nameOf = ({ language }: Localization, name: LocalizedName): string =>
  name[language] ?? name.fi;
