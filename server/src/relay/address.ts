import { domainToASCII } from 'node:url';

// Printable ASCII without the marks that part addresses in a list from each other.
const LOCAL_PART = /^[!-~]+$/;
const DOMAIN = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i;

/**
 * An address as every mail server takes it, with its domain in ASCII. Undefined where there is no such form: letters beyond
 * ASCII before the `@` need SMTPUTF8 (RFC 6531) of each server on the way, and the first that lacks it refuses the mail.
 */
export function asciiAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = domainToASCII(address.slice(at + 1));
  return LOCAL_PART.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : undefined;
}

/** Whether two addresses lead to one mailbox, as far as can be told. */
export const isSameMailbox = (one: string, other: string): boolean =>
  (asciiAddress(one) ?? one).toLowerCase() === (asciiAddress(other) ?? other).toLowerCase();
