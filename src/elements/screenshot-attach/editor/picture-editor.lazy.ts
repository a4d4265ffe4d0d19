import { styles as own } from './editor.styles.js';

export { editorView } from './editor-view.js';
export { PictureEditor, type Outcome, type ReviewPosition } from './picture-editor.js';
export const styles = [own];
