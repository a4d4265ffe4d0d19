/** What is needed once there is a picture: taking it in, the list, rendering and uploading. */
import { notices } from '../../../ui/notices.styles.js';
import { styles as own } from './list.styles.js';

export { chooserTypes } from './chooser-types.js';
export { refusalsView, rowsView } from './list-view.js';
export { PictureList } from './picture-list.js';
export const styles = [notices, own];
