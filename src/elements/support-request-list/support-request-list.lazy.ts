/** Whatever is there once a person has sent a request, or when it can't be told: loaded in one piece with the first one. */
import type { Catalogues } from '../../localization/localization-controller.js';
import { catalogues as failureWords } from '../../ui/failure/catalogues.js';
import { catalogues as identityCodeWords } from '../../ui/identity-code/catalogues.js';
import { catalogues as missingFilesWords } from '../../ui/missing-files.catalogues.js';
import { notices } from '../../ui/notices.styles.js';
import { progress } from '../../ui/progress.styles.js';
import { records } from '../../ui/records.styles.js';
import { sentences } from '../../ui/sentences.styles.js';
import { styles as own } from './support-request-list.styles.js';

export { FocusController } from '../../controllers/focus-controller.js';
export { supportRequestListView } from './views/list-view.js';
export { SupportRequestStore } from './support-request-store.js';
export const catalogues: readonly Catalogues[] = [
  {
    fi: () => import('../../localization/catalogues/fi/support-request-list.lazy.js'),
    sv: () => import('../../localization/catalogues/sv/support-request-list.lazy.js'),
  },
  failureWords,
  identityCodeWords,
  missingFilesWords,
];
export const styles = [notices, progress, records, sentences, own];
