import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  listAdvisoryUses,
  revokeAdvisoryAccess,
} from './advisory-access.js';
import { getAdvisoryNotices, putAdvisoryNotices } from './advisory-notices.js';
import { getAdvisorySettings, putAdvisorySettings } from './advisory-settings.js';
import {
  getAdvisoryCheckpoint,
  getAdvisoryConsistency,
  getAdvisoryKeys,
  getAdvisoryReceipt,
} from './advisory-statement.js';
import { listArticles } from './articles.js';
import { getAttachment, putAttachment, removeAttachment } from './attachments.js';
import { listCompanies } from './companies.js';
import { listIncidents } from './incidents.js';
import { getMe } from './me.js';
import type { Operation } from './operation.js';
import { getRemoteSupport } from './remote-support.js';
import { getService } from './service.js';
import * as staff from './staff.js';
import { getRequest, listRequests, putMessage, submitRequest } from './support-requests.js';

/** What a widget may call. */
export const widgetOperations = {
  getService,
  getMe,
  listCompanies,
  listIncidents,
  listArticles,
  putAttachment,
  getAttachment,
  removeAttachment,
  submitRequest,
  listRequests,
  getRequest,
  putMessage,
  listAdvisoryAccess,
  // Before the request by its id, which would be asked for else.
  getAdvisoryKeys,
  getAdvisoryCheckpoint,
  getAdvisoryConsistency,
  getAdvisoryReceipt,
  getAdvisoryAccess,
  listAdvisoryUses,
  decideAdvisoryAccess,
  revokeAdvisoryAccess,
  getAdvisoryNotices,
  putAdvisoryNotices,
  getAdvisorySettings,
  putAdvisorySettings,
  getRemoteSupport,
} as const satisfies Record<string, Operation>;

/** What only the reference endpoint has: the staff's side. */
export const staffOperations = {
  askAdvisoryAccess: staff.askAdvisoryAccess,
  amendAdvisoryAccess: staff.amendAdvisoryAccess,
  withdrawAdvisoryAccess: staff.withdrawAdvisoryAccess,
  listStaffAdvisoryAccess: staff.listStaffAdvisoryAccess,
  getStaffAdvisoryAccess: staff.getStaffAdvisoryAccess,
  checkAccess: staff.checkAccess,
  reportAdvisoryUse: staff.reportAdvisoryUse,
  listStaffRequests: staff.listStaffRequests,
  getStaffRequest: staff.getStaffRequest,
  changeStaffRequest: staff.changeStaffRequest,
  relayStaffRequest: staff.relayStaffRequest,
  putStaffMessage: staff.putStaffMessage,
  putStaffAttachment: staff.putStaffAttachment,
  getStaffAttachment: staff.getStaffAttachment,
} as const satisfies Record<string, Operation>;

/**
 * The whole contract in one table. An element imports the rows that it calls, one by one, so that a page pays for no
 * others; servers, documents and checks import the table.
 */
export const operations = { ...widgetOperations, ...staffOperations } as const;
export type OperationName = keyof typeof operations;
