import { defineElement } from '../../context/define-element.js';
import { AdvisoryAccessBadge } from './advisory-access-badge.js';

defineElement('advisory-access-badge', AdvisoryAccessBadge);

export type * from './advisory-access-badge.js';
export type { AdvisoryAccessPendingChangedEvent } from '../../controllers/advisory-access-controller.js';
