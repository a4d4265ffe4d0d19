/**
 * The parts of the form that nobody meets before they begin to write: what a choice opens, checking, sending, the
 * receipt, and what can go wrong. Loaded in one piece at the first touch, so that they are there before they are needed
 * and cost nothing before.
 */
export { catalogues as failureCatalogues } from '../../../ui/failure/catalogues.js';
export { failureNotice } from '../../../ui/failure/failure-notice.js';
export { catalogues as openingCatalogues } from '../../../ui/opening-text.catalogues.js';
export { notices } from '../../../ui/notices.styles.js';
export { catalogues } from './catalogues.js';
export { contactFields } from './contact-fields.js';
export { criticalDetails } from './critical-details.js';
export { fieldMessage } from './field-messages.js';
export { styles } from './later.styles.js';
export { problemDetails } from './problem-details.js';
export { problemSummary } from './problems-view.js';
export { receiptView } from './receipt-view.js';
export { send, sendEdits } from './send.js';
export { sendingView } from './sending-view.js';
export { composeSubject } from '../../../contract/subject.js';
