/**
 * What nobody meets before they touch the element: whether the telephone is answered now, the program and the steps for
 * who called themselves, the ways on when it doesn't work. Loaded in one piece.
 */
import { controls } from '../../ui/controls.styles.js';
import { styles as own } from './program/program.styles.js';

export { Guidance } from './program/guidance.js';
export const styles = [controls, own];
