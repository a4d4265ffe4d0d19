import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/screenshot-attach.js'),
  sv: () => import('../../localization/catalogues/sv/screenshot-attach.js'),
};

/** Of the list, which is loaded at the first touch. */
export const listCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/picture-list.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/picture-list.lazy.js'),
};
