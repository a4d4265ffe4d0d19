import { describeShell, describeStories } from './describe-stories.js';

const elsewhere = /\/(support-request-form|screenshot-attach|remote-support-download)$/;

describeStories((title) => !elsewhere.test(title));
describeShell();
