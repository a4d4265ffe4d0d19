import { defineElement } from '../../context/define-element.js';
// The form begins with it: beside the form it needs no request of its own.
import '../screenshot-attach/screenshot-attach.define.js';
import { SupportRequestForm } from './support-request-form.js';

defineElement('support-request-form', SupportRequestForm);

export type * from './support-request-form.js';
export type * from './support-request-form.events.js';
