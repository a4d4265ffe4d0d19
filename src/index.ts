/** Classes, events, types; nothing here registers an element. */
export * from './client/index.js';
export * from './context/settings.js';
export type { Theme } from './context/theme.js';
export { SupportElement, SupportSignInRequiredEvent } from './context/support-element.js';
export { SupportProvider } from './context/support-provider.js';
export type { Platform } from './elements/remote-support-download/program/platform.js';
export { RemoteSupportDownload } from './elements/remote-support-download/remote-support-download.js';
export * from './elements/remote-support-download/remote-support-download.events.js';
export { AdvisoryAccessPendingChangedEvent } from './controllers/advisory-access-controller.js';
export { AdvisoryAccessApproval } from './elements/advisory-access-approval/advisory-access-approval.js';
export * from './elements/advisory-access-approval/advisory-access-approval.events.js';
export { AdvisoryAccessBadge } from './elements/advisory-access-badge/advisory-access-badge.js';
export { ScreenshotAttach } from './elements/screenshot-attach/screenshot-attach.js';
export * from './elements/screenshot-attach/screenshot-attach.events.js';
export type {
  PartialValues,
  RequestValues,
} from './elements/support-request-form/request-values.js';
export { SupportRequestForm } from './elements/support-request-form/support-request-form.js';
export * from './elements/support-request-form/support-request-form.events.js';
export type { RequestDetails, Receipt, SupportRequest } from './contract/support-requests.js';
export { SupportRequestList } from './elements/support-request-list/support-request-list.js';
export * from './elements/support-request-list/support-request-list.events.js';
