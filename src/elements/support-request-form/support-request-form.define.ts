import { defineElement } from '../../context/define-element.js';
import { SupportRequestForm } from './support-request-form.js';

defineElement('support-request-form', SupportRequestForm);
