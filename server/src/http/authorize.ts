import type { Operation } from '../../../src/contract/index.js';
import type { Identity } from '../sign-in/identity.js';
import { ProblemError } from './problem-error.js';

/** Holds a caller to the operation's row: to whom it is open, and which permission it takes. */
export function authorize({ audience, permission }: Operation, identity: Identity): void {
  const invited =
    audience === 'anyone' || audience === 'customerOrStaff' || audience === identity.side;
  if (!invited) throw new ProblemError('forbidden');
  if (permission && !(identity.side === 'customer' && identity.permissions.has(permission)))
    throw new ProblemError('forbidden');
}
