/**
 * The contract between the widgets and an endpoint: schemas, their types, the table of operations and the pure rules.
 * Runs anywhere; needs `zod/mini` only.
 */
export * from './access-grant.js';
export * from './advisory-access.js';
export * from './advisory-notices.js';
export * from './advisory-settings.js';
export * from './advisory-statement.js';
export * from './approval.js';
export * from './articles.js';
export * from './attachments.js';
export * from './canonical-json.js';
export * from './checkpoint.js';
export * from './clock-change.js';
export * from './companies.js';
export * from './default-remote-support.js';
export * from './defaults.js';
export * from './file-name.js';
export * from './incidents.js';
export * from './me.js';
export * from './openapi.js';
export * from './opening-hours.js';
export * from './operation.js';
export * from './operations.js';
export * from './pdf-file.js';
export * from './picture-file.js';
export * from './problem.js';
export * from './remote-support.js';
export * from './service.js';
export * from './staff.js';
export * from './subject.js';
export * from './support-requests.js';
export * from './told-problem.js';
export * from './transparency-log.js';
export * from './values.js';
export * from './web-crypto.js';
