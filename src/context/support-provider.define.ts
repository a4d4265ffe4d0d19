import { defineElement } from './define-element.js';
import { SupportProvider } from './support-provider.js';

defineElement('support-provider', SupportProvider);

export type * from './support-provider.js';
