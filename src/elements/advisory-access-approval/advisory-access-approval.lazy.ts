/**
 * Whatever is there once somebody has asked for advisory access, or when it can't be told: loaded in one piece with the
 * first request, since on most days there is none.
 */
import { notices } from '../../ui/notices.styles.js';
import { records } from '../../ui/records.styles.js';
import { styles as own } from './advisory-access-approval.styles.js';

export { AdvisoryAccessStore } from './advisory-access-store.js';
export { accessFailure } from './views/failure-view.js';
export { FocusController } from '../../controllers/focus-controller.js';
export { accessListView } from './views/list-view.js';
export const styles = [notices, records, own];
