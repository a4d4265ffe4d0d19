import type { Catalogues } from '../../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../../localization/catalogues/fi/remote-support-download-later.js'),
  sv: () => import('../../../localization/catalogues/sv/remote-support-download-later.js'),
};
