/**
 * What nobody meets before they touch the element: whether the telephone is answered now, the program and the steps for
 * who called themselves, the ways on when it doesn't work. Loaded in one piece.
 */
import { controls } from '../../../ui/controls.styles.js';
import { catalogues as openingWords } from '../../../ui/opening-text.catalogues.js';
import { catalogues as words } from './catalogues.js';
import { styles as own } from './later.styles.js';

export { Guidance } from './guidance.js';
export const catalogues = [words, openingWords];
export const styles = [controls, own];
