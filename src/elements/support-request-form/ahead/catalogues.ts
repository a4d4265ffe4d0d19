import type { Catalogues } from '../../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../../localization/catalogues/fi/support-request-form-ahead.js'),
  sv: () => import('../../../localization/catalogues/sv/support-request-form-ahead.js'),
};
