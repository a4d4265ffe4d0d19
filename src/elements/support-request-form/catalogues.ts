import type { Catalogues } from '../../localization/localization-controller.js';

export const catalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/support-request-form.js'),
  sv: () => import('../../localization/catalogues/sv/support-request-form.js'),
};

/** Of what is loaded when it is first needed. */
export const lazyCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/support-request-form.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/support-request-form.lazy.js'),
};

export const emailCatalogues: Catalogues = {
  fi: () => import('../../localization/catalogues/fi/email.lazy.js'),
  sv: () => import('../../localization/catalogues/sv/email.lazy.js'),
};
