/**
 * What nobody meets before they touch the element: whether the telephone is answered now, the program and the steps for
 * who called themselves, the ways on when it doesn't work. Loaded in one piece.
 */
import type { Catalogues } from '../../localization/localization-controller.js';
import { controls } from '../../ui/controls.styles.js';
import { catalogues as openingWords } from '../../ui/opening-text.catalogues.js';
import { styles as own } from './program/program.styles.js';

export { Guidance } from './program/guidance.js';
export const catalogues: readonly Catalogues[] = [
  {
    fi: () => import('../../localization/catalogues/fi/remote-support-download.lazy.js'),
    sv: () => import('../../localization/catalogues/sv/remote-support-download.lazy.js'),
  },
  openingWords,
];
export const styles = [controls, own];
