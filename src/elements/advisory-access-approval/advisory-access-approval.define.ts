import { defineElement } from '../../context/define-element.js';
import { AdvisoryAccessApproval } from './advisory-access-approval.js';

defineElement('advisory-access-approval', AdvisoryAccessApproval);

export type * from './advisory-access-approval.js';
export type * from './advisory-access-approval.events.js';
export type { AdvisoryAccessPendingChangedEvent } from '../../controllers/advisory-access-controller.js';
