/** What a connection loads when it is first used, in one piece. */
export { listCompanies } from '../contract/companies.js';
export { listIncidents } from '../contract/incidents.js';
export { Session } from './session.js';

/** The row of remote support, for the one element that asks for it: from here, since it needs what is loaded here. */
export const remoteSupportRow = () => import('../contract/remote-support.js');
