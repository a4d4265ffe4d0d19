import { defineElement } from '../../context/define-element.js';
import { SupportRequestList } from './support-request-list.js';

defineElement('support-request-list', SupportRequestList);

export type * from './support-request-list.js';
export type * from './support-request-list.events.js';
