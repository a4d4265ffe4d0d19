import { defineElement } from '../../context/define-element.js';
import { AdvisoryAccessApproval } from './advisory-access-approval.js';

defineElement('advisory-access-approval', AdvisoryAccessApproval);
