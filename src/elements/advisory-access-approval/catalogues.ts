import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/advisory-access-approval.js'),
  sv: () => import('../../localization/catalogues/sv/advisory-access-approval.js'),
};
