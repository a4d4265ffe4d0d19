/** What was done by a right: loaded when somebody wants to see it. */
import { styles as own } from './uses.styles.js';

export { AdvisoryUses } from './advisory-uses.js';
export { usesView } from './uses-view.js';
export const styles = [own];
