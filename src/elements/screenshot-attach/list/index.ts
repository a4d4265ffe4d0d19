/** What is needed once there is a picture: taking it in, the list, rendering and uploading. */
import { notices } from '../../../ui/notices.styles.js';
import { catalogues as words } from './catalogues.js';
import { styles as own } from './list.styles.js';

export { PictureList } from './picture-list.js';
export const catalogues = [words];
export const styles = [notices, own];
