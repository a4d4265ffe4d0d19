import { defineElement } from '../../context/define-element.js';
import { AdvisoryAccessBadge } from './advisory-access-badge.js';

defineElement('advisory-access-badge', AdvisoryAccessBadge);
