import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/support-request-list.js'),
  sv: () => import('../../localization/catalogues/sv/support-request-list.js'),
};

/** Of what is loaded when it is first needed. */
export const lazyCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/support-request-list.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/support-request-list.lazy.js'),
};
