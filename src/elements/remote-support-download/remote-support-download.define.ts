import { defineElement } from '../../context/define-element.js';
import { RemoteSupportDownload } from './remote-support-download.js';

defineElement('remote-support-download', RemoteSupportDownload);
