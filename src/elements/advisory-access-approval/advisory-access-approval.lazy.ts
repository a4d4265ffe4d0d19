/**
 * Whatever is there once somebody has asked for advisory access, or when it can't be told: loaded in one piece with the
 * first request, since on most days there is none.
 */
import type { Catalogues } from '../../localization/localization-controller.js';
import { catalogues as failureWords } from '../../ui/failure/catalogues.js';
import { notices } from '../../ui/notices.styles.js';
import { records } from '../../ui/records.styles.js';
import { styles as own } from './advisory-access-approval.styles.js';

export { AdvisoryAccessStore } from './advisory-access-store.js';
export { accessFailure } from './views/failure-view.js';
export { FocusController } from '../../controllers/focus-controller.js';
export { accessListView } from './views/list-view.js';
export const catalogues: readonly Catalogues[] = [
  {
    fi: () => import('../../localization/catalogues/fi/advisory-access-approval.lazy.js'),
    sv: () => import('../../localization/catalogues/sv/advisory-access-approval.lazy.js'),
  },
  failureWords,
];
export const styles = [notices, records, own];
