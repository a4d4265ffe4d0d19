import type { Catalogues } from '../localization/localization-controller.js';

/** The words of opening-text.ts, for the parts of elements that say them. */
export const catalogues: Catalogues = {
  fi: () => import('../localization/catalogues/fi/opening-text.js'),
  sv: () => import('../localization/catalogues/sv/opening-text.js'),
};
