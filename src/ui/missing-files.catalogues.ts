import type { Catalogues } from '../localization/localization-controller.js';

/** The words of missing-files.ts, for the parts of elements that say them. */
export const catalogues: Catalogues = {
  fi: () => import('../localization/catalogues/fi/missing-files.js'),
  sv: () => import('../localization/catalogues/sv/missing-files.js'),
};
