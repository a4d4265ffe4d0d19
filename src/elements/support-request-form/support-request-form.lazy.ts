/**
 * The parts of the form that nobody meets before they begin to write: what a choice opens, checking, sending, the
 * receipt, and what can go wrong. Loaded in one piece at the first touch, so that they are there before they are needed
 * and cost nothing before.
 */
import type { Catalogues } from '../../localization/localization-controller.js';
import { catalogues as failureWords } from '../../ui/failure/catalogues.js';
import { catalogues as identityCodeWords } from '../../ui/identity-code/catalogues.js';
import { catalogues as openingWords } from '../../ui/opening-text.catalogues.js';
import { catalogues as missingFilesWords } from '../../ui/missing-files.catalogues.js';
import { notices } from '../../ui/notices.styles.js';
import { progress } from '../../ui/progress.styles.js';
import { sentences } from '../../ui/sentences.styles.js';
import { styles as own } from './support-request-form.lazy.styles.js';

export { composeSubject } from '../../contract/subject.js';
export { clear, copy, report, undoClear } from './form-actions.js';
export { articleHits } from './suggestions/article-hits.js';
export { closing } from './submission/closing.js';
export { contactFields } from './fields/contact-fields.js';
export { criticalDetails } from './fields/critical-details.js';
export { companyHelp, entryProblem, unknownCompanies } from './fields/entry-problems.js';
export { failureLine, failureView } from './failure/failure-view.js';
export { fieldMessage } from './fields/field-messages.js';
export { FormHelpers } from './form-session.js';
export { handOver } from './hand-over/hand-over.js';
export { headingNote } from './drafts/draft-notes.js';
export { identityCodeWarning } from '../../ui/identity-code/identity-code-warning.js';
export { picturesNote } from './drafts/pictures-note.js';
export { preparingView } from './submission/preparing-view.js';
export { problemDetails } from './fields/problem-details.js';
export { problemSummary } from './submission/problem-summary.js';
export { send } from './submission/submit.js';
export { stateView } from './receipt/state-view.js';
export const catalogues: readonly Catalogues[] = [
  {
    fi: () => import('../../localization/catalogues/fi/support-request-form.lazy.js'),
    sv: () => import('../../localization/catalogues/sv/support-request-form.lazy.js'),
  },
  failureWords,
  identityCodeWords,
  openingWords,
  missingFilesWords,
];
export const styles = [notices, progress, sentences, own];
