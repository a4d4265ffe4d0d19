/** The contract over HTTP. */
export * from './client.js';
export * from './connection-settings.js';
export * from './endpoint.js';
export * from './new-id.js';
export * from './submission.js';
export * from './support-error.js';
