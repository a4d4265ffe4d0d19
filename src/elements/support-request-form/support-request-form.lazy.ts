/**
 * What a form has beside its first fields: what a choice opens, checking, sending, the receipt, and what can go wrong. Loaded in
 * one piece at the first touch or when the page is idle, so that it is there before it is needed and nothing waits for it.
 */
import { notices } from '../../ui/notices.styles.js';
import { progress } from '../../ui/progress.styles.js';
import { sentences } from '../../ui/sentences.styles.js';
import { styles as incidents } from './incidents/incidents.styles.js';
import { styles as own } from './support-request-form.lazy.styles.js';

export { composeSubject } from '../../contract/subject.js';
export { identityCodeWarning } from '../../ui/identity-code/identity-code-warning.js';
export { failureLine } from './failure/failure-view.js';
export { contactFields } from './fields/contact-fields.js';
export {
  companyHelp,
  entriesText,
  entryProblem,
  unknownCompanies,
} from './fields/entry-problems.js';
export { fieldMessage } from './fields/field-messages.js';
export { problemDetails } from './fields/problem-details.js';
export { FormSession } from './form-session.js';
export { incidentsLine, reportedIncident } from './incidents/incidents-view.js';
export { problemSummary } from './submission/problem-summary.js';
export { preparingView } from './submission/sending-view.js';
export const styles = [notices, progress, sentences, incidents, own];
