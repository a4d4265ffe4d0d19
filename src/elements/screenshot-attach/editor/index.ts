import { catalogues as words } from './catalogues.js';
import { styles as own } from './editor.styles.js';

export { PictureEditor } from './picture-editor.js';
export const catalogues = [words];
export const styles = [own];
