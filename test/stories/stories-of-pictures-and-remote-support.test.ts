import { describeStories } from './describe-stories.js';

describeStories((title) => /\/(screenshot-attach|remote-support-download)$/.test(title));
