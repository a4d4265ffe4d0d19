import { defineElement } from '../../context/define-element.js';
import { SupportRequestList } from './support-request-list.js';

defineElement('support-request-list', SupportRequestList);
