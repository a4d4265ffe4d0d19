import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/advisory-access-approval.js'),
  sv: () => import('../../localization/catalogues/sv/advisory-access-approval.js'),
};

/** Of what is loaded when it is first needed. */
export const lazyCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/advisory-access-approval.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/advisory-access-approval.lazy.js'),
};

/** Of the settings, which are loaded when they are opened. */
export const settingsCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/advisory-settings.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/advisory-settings.lazy.js'),
};

/** Of the uses of a right, which are loaded when they are opened. */
export const usesCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/advisory-uses.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/advisory-uses.lazy.js'),
};
