/** The request as an e-mail file, and what to do with it. Loaded when a person asks for the file. */
import { styles as own } from './email.styles.js';

export { EmailFile } from './email-file.js';
export { emailFileView, headingOf } from './email-file-view.js';
export const styles = [own];
