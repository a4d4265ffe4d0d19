/** Who is signed in, and for whom they may act. */
export { listCompanies } from '../contract/companies.js';
export { getMe } from '../contract/me.js';
