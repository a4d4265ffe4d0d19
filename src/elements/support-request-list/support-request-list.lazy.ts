/** Whatever is there once a person has sent a request, or when it can't be told: loaded in one piece with the first one. */
import { notices } from '../../ui/notices.styles.js';
import { progress } from '../../ui/progress.styles.js';
import { records } from '../../ui/records.styles.js';
import { sentences } from '../../ui/sentences.styles.js';
import { styles as own } from './support-request-list.styles.js';

export { FocusController } from '../../controllers/focus-controller.js';
export { supportRequestListView } from './views/list-view.js';
export { SupportRequestStore } from './support-request-store.js';
export const styles = [notices, progress, records, sentences, own];
