import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/identity-code.js'),
  sv: () => import('../../localization/catalogues/sv/identity-code.js'),
};
