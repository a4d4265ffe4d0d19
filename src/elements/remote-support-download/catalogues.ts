import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/remote-support-download.js'),
  sv: () => import('../../localization/catalogues/sv/remote-support-download.js'),
};

/** Of what is loaded when it is first needed. */
export const lazyCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/remote-support-download.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/remote-support-download.lazy.js'),
};
