import type { OperationName } from './operations.js';

/** What each operation is for, in the endpoint's description. No page pays for it, so it stands beside the rows and not in them. */
export const summaries: Readonly<Record<OperationName, string>> = {
  getService: 'What this endpoint offers: products, contact, links, limits',
  getMe: 'Who is signed in, and what they may do',
  listCompanies: 'Companies that the person may act for, by number or name',
  listIncidents: 'Open incident notices of a product and application',
  listArticles: 'Forum and manual hits for a problem in brief',
  putAttachment: 'Upload a picture or a file before the request that it belongs to',
  getAttachment: 'Read an attachment back, as a download',
  removeAttachment: 'Remove an attachment that belongs to no request yet',
  submitRequest: 'Send a support request; the same content again answers with the current receipt',
  listRequests: "One's own requests, or the company's, newest first",
  getRequest: 'One request with its timeline and attachments',
  putMessage: 'Add more information to a request, or confirm or decline a chargeable proposal',
  listAdvisoryAccess: 'Advisory requests with counts; cheap to poll',
  getAdvisoryAccess: 'One advisory request whole',
  listAdvisoryUses: 'Older uses of a grant, the latest first',
  getAdvisoryKeys: 'The public keys that advisory access is signed with, the retired ones too',
  getAdvisoryCheckpoint: "The signed head of the customer's log of advisory access",
  getAdvisoryConsistency: 'The proof that a later log begins with an earlier one',
  getAdvisoryReceipt:
    'Everything signed of one advisory request, to be checked without the endpoint',
  decideAdvisoryAccess:
    'Approve as asked or narrower, reject, or ask back; one decision a version. Where two have to approve, the first approval leaves it pending',
  revokeAdvisoryAccess: 'End a grant now; harmless when it has ended already',
  getAdvisoryNotices:
    'What happened to advisory access since the person last saw it, and their mails',
  putAdvisoryNotices: 'Choose the mails about advisory access, or say that what happened was seen',
  getRemoteSupport: 'The remote-support program and where it is downloaded from',
  askAdvisoryAccess: 'Staff asks a customer for advisory access',
  amendAdvisoryAccess: 'The asker or their unit amends an undecided request: a new version',
  withdrawAdvisoryAccess: 'The asker or their unit withdraws an undecided request',
  listStaffAdvisoryAccess: 'Advisory requests of all customers',
  getStaffAdvisoryAccess: 'One advisory request whole',
  checkAccess: 'May this person look, now?',
  reportAdvisoryUse: 'Report what somebody did by a grant',
  listStaffRequests: 'Support requests of all customers, newest first',
  getStaffRequest: 'One support request with its timeline',
  changeStaffRequest: "Change a request's status or give it the HelpDesk's own number",
  relayStaffRequest: "Send again to the HelpDesk's mailbox what could not be sent",
  putStaffMessage: 'Answer a request, or propose chargeable work',
  putStaffAttachment: 'Upload a file for an answer to a request',
  getStaffAttachment: 'An attachment of a request, as a download',
  getAdvisorySettings: "The customer's own rules of advisory access",
  putAdvisorySettings:
    'Set for how many hours advisory access is valid at most, and how many people have to approve',
};
