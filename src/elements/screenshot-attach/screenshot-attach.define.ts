import { defineElement } from '../../context/define-element.js';
import { ScreenshotAttach } from './screenshot-attach.js';

defineElement('screenshot-attach', ScreenshotAttach);

export type * from './screenshot-attach.js';
export type * from './screenshot-attach.events.js';
