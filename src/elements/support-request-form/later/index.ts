/**
 * The parts of the form that nobody meets before they begin to write: what a choice opens, checking, sending, the
 * receipt, and what can go wrong. Loaded in one piece at the first touch, so that they are there before they are needed
 * and cost nothing before.
 */
import { catalogues as failureWords } from '../../../ui/failure/catalogues.js';
import { catalogues as identityCodeWords } from '../../../ui/identity-code/catalogues.js';
import { catalogues as openingWords } from '../../../ui/opening-text.catalogues.js';
import { catalogues as missingFilesWords } from '../../../ui/missing-files.catalogues.js';
import { notices } from '../../../ui/notices.styles.js';
import { progress } from '../../../ui/progress.styles.js';
import { sentences } from '../../../ui/sentences.styles.js';
import { catalogues as words } from './catalogues.js';
import { styles as own } from './later.styles.js';

export { composeSubject } from '../../../contract/subject.js';
export { clear, copy, report, undoClear } from './acts.js';
export { articleHits } from './articles-view.js';
export { closing } from './closing.js';
export { contactFields } from './contact-fields.js';
export { criticalNotice, neededByField } from './critical-details.js';
export { companyHelp, entryProblem, tellEntries, unknownCompanies } from './entry-problems.js';
export { failureLine, failureView } from './failure-view.js';
export { fieldMessage } from './field-messages.js';
export { FormHelpers } from './form-helpers.js';
export { handOver } from './hand-over.js';
export { headingNote } from './heading-note.js';
export { identityCodeWarning } from '../../../ui/identity-code/identity-code-warning.js';
export { picturesNote } from './pictures-note.js';
export { preparingView } from './preparing-view.js';
export { problemDetails } from './problem-details.js';
export { problemSummary } from './problems-view.js';
export { send } from './send.js';
export { stateView } from './state-view.js';
export const catalogues = [words, failureWords, identityCodeWords, openingWords, missingFilesWords];
export const styles = [notices, progress, sentences, own];
