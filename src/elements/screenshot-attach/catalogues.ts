import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/screenshot-attach.js'),
  sv: () => import('../../localization/catalogues/sv/screenshot-attach.js'),
};
