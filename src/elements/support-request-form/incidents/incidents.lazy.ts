/** What is worth reading before anything is written; loaded as soon as there is an incident to tell of. */
import type { Catalogues } from '../../../localization/localization-controller.js';
import { styles as own } from './incidents.styles.js';

export { incidentsLine, reportedIncident } from './incidents-view.js';
export const catalogues: readonly Catalogues[] = [
  {
    fi: () => import('../../../localization/catalogues/fi/incidents.lazy.js'),
    sv: () => import('../../../localization/catalogues/sv/incidents.lazy.js'),
  },
];
export const styles = [own];
