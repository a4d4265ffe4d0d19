import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/failure.js'),
  sv: () => import('../../localization/catalogues/sv/failure.js'),
};
