/** What a connection loads when it is first used, in one piece. */
export { HttpClient } from '../client/client.js';
export { haveSameHolder } from '../client/token-claims.js';
export { listCompanies } from '../contract/companies.js';
export { listIncidents } from '../contract/incidents.js';
export { getMe } from '../contract/me.js';
export { getService } from '../contract/service.js';

/** The row of remote support, for the one element that asks for it: from here, since it needs what is loaded here. */
export const remoteSupportRow = () => import('../contract/remote-support.js');
