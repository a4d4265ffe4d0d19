import { styles as own } from './editor.styles.js';

export { editorView } from './editor-view.js';
export { PictureEditor, type Outcome, type Turn } from './picture-editor.js';
export const styles = [own];
