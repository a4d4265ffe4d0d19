import type { Me } from '../contract/me.js';

/** Support requests are sent by the main user or the primary contact [guide 1.1.1]; where the endpoint can't tell, it decides when they are sent. */
export const maySubmit = (me: Me | undefined): boolean =>
  !me || me.permissions.includes('submitRequests');
