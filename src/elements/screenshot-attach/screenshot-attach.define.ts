import { defineElement } from '../../context/define-element.js';
import { ScreenshotAttach } from './screenshot-attach.js';

defineElement('screenshot-attach', ScreenshotAttach);
