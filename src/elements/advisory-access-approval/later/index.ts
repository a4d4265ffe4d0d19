/**
 * Whatever is there once somebody has asked for advisory access, or when it can't be told: loaded in one piece with the
 * first request, since on most days there is none.
 */
import { catalogues as failureWords } from '../../../ui/failure/catalogues.js';
import { notices } from '../../../ui/notices.styles.js';
import { records } from '../../../ui/records.styles.js';
import { catalogues as words } from './catalogues.js';
import { styles as own } from './later.styles.js';

export { ApprovalDesk } from './approval-desk.js';
export { failureView } from './failure-view.js';
export { FocusKeeper } from '../../../controllers/focus-keeper.js';
export { listView } from './list-view.js';
export const catalogues = [words, failureWords];
export const styles = [notices, records, own];
