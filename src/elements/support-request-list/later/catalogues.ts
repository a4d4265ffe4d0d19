import type { Catalogues } from '../../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../../localization/catalogues/fi/support-request-list-later.js'),
  sv: () => import('../../../localization/catalogues/sv/support-request-list-later.js'),
};
