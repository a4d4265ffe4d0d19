import { defineElement } from '../../context/define-element.js';
import { SupportRequestForm } from './support-request-form.js';

defineElement('support-request-form', SupportRequestForm);

export type * from './support-request-form.js';
export type * from './support-request-form.events.js';
