import type { Catalogues } from '../../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../../localization/catalogues/fi/advisory-access-approval-settings.js'),
  sv: () => import('../../../localization/catalogues/sv/advisory-access-approval-settings.js'),
};
