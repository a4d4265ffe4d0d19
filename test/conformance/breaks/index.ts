import type { Break } from '../proxy.js';
import { advisory } from './advisory-access.js';
import { notices } from './advisory-notices.js';
import { receipts } from './advisory-receipts.js';
import { settings } from './advisory-settings.js';
import { attachments } from './attachments.js';
import { crossOrigin } from './cross-origin.js';
import { everyEndpoint } from './every-endpoint.js';
import { follow } from './follow.js';
import { listed } from './listed.js';
import { requests } from './requests.js';
import { table } from './table.js';

/**
 * Endpoints that break one thing each, and the checks that must say so: these and no others. What is asked or answered is changed
 * on its way to and from the real endpoint.
 */
export const breaks: readonly Break[] = [
  ...everyEndpoint,
  ...table,
  ...listed,
  ...requests,
  ...attachments,
  ...follow,
  ...advisory,
  ...receipts,
  ...notices,
  ...settings,
  ...crossOrigin,
];
