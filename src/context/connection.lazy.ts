/** What a connection loads when it is first used, in one piece. */
export { HttpClient } from '../client/client.js';
export { haveSameHolder } from '../client/token-claims.js';
export { getService } from '../contract/service.js';

/** The row of remote support, for the one element that asks for it: from here, since it needs what is loaded here. */
export const remoteSupportRow = () => import('../contract/remote-support.js');

/** For the elements that need somebody to be signed in. */
export const loadPeople = () => import('./people.lazy.js');
