/** What a connection loads when it is first used, in one piece. */
export { HttpClient } from '../client/client.js';
export { listCompanies } from '../contract/companies.js';
export { listIncidents } from '../contract/incidents.js';
export { getMe } from '../contract/me.js';
export { getService } from '../contract/service.js';
