import type { Me } from '../contract/me.js';
import type { SupportSettings } from './settings.js';

/** A draft is kept for a day and no longer. */
export const DRAFT_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Whose drafts these are, as a part of their keys that begins with the endpoint; nothing while it isn't known. The host's user id comes first. */
export function draftOwner(
  { userId, endpoint = 'client' }: SupportSettings,
  me: Me | undefined,
): string | undefined {
  const person = userId ? ['', userId] : me && [me.tenant, me.id];
  return person && `${[endpoint, ...person].map(encodeURIComponent).join('|')}|`;
}
