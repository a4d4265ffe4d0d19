/** For a host's tests: an endpoint in memory, and page objects that reach into the elements so that hosts don't. */
export * from './advisory-answers.js';
export * from './answers.js';
export * from './fake-endpoint.js';
export { type FailureOptions, type Fault, type Scope } from './failures.js';
export * from './page-objects/page-object.js';
export * from './page-objects/support-request-form-page.js';
export * from './page-objects/support-request-list-page.js';
export * from './page-objects/screenshot-attach-page.js';
export * from './page-objects/advisory-access-approval-page.js';
export * from './page-objects/remote-support-download-page.js';
export * from './sample-data.js';
export { usualAnswers } from './usual-answers.js';
