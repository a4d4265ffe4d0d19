import { describeStories } from './describe-stories.js';

describeStories((title) => title.endsWith('/support-request-form'));
