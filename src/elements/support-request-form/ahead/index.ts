/** What is worth reading before anything is written; loaded as soon as there is an incident to tell of. */
import { catalogues as words } from './catalogues.js';
import { styles as own } from './ahead.styles.js';

export { incidentsLine, reportedIncident } from './incidents-view.js';
export const catalogues = [words];
export const styles = [own];
