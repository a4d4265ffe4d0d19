/** The customer's own rules of advisory access, for who may manage them: loaded when they are opened. */
import { records } from '../../../ui/records.styles.js';
import { notices } from '../../../ui/notices.styles.js';
import { settings } from './settings.styles.js';

export { AdvisorySettingsStore } from './settings-store.js';
export { settingsView } from './settings-view.js';
export const styles = [notices, records, settings];
