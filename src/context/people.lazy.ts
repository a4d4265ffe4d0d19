/** Who is signed in, for whom they may act, and what they should know first. */
export { listCompanies } from '../contract/companies.js';
export { listIncidents } from '../contract/incidents.js';
export { getMe } from '../contract/me.js';
