import { defineElement } from '../../context/define-element.js';
import { RemoteSupportDownload } from './remote-support-download.js';

defineElement('remote-support-download', RemoteSupportDownload);

export type * from './remote-support-download.js';
export type * from './remote-support-download.events.js';
