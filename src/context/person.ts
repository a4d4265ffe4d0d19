import type { Me } from '../contract/me.js';
import type { SupportSettings } from './settings.js';

/**
 * Who is at the page, by the names that are known of them: the endpoint's and the host's. One of them may become known
 * later than the other.
 */
export interface Person {
  /** Tenant and id, as the endpoint tells. */
  readonly account?: string | undefined;
  /** The user id in the host's product. */
  readonly userId?: string | undefined;
}

export const personOf = ({ userId }: SupportSettings, me: Me | undefined): Person => ({
  ...(me && { account: JSON.stringify([me.tenant, me.id]) }),
  ...(userId && { userId }),
});

export const isKnown = ({ account, userId }: Person): boolean => Boolean(account ?? userId);

const names = ['account', 'userId'] as const;

/** Whether a name says that these are two people. */
export const areOthers = (a: Person, b: Person): boolean =>
  names.some((name) => a[name] && b[name] && a[name] !== b[name]);

/** Whether a name says that these are one person, and none that they are two. */
export const areSame = (a: Person, b: Person): boolean =>
  names.some((name) => a[name] && a[name] === b[name]) && !areOthers(a, b);
