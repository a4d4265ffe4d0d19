import { catalogues as words } from './catalogues.js';
import { styles as own } from './editor.styles.js';

export { PictureEditor, type Outcome, type Turn } from './picture-editor.js';
export const catalogues = [words];
export const styles = [own];
