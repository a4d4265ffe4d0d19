import type { Catalogues } from '../../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../../localization/catalogues/fi/screenshot-attach-intake.js'),
  sv: () => import('../../../localization/catalogues/sv/screenshot-attach-intake.js'),
};
