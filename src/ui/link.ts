import { html, type TemplateResult } from 'lit';
import { unbroken } from './unbroken.js';

/** Hosts that links may lead to, with their subdomains, beside the page's own. */
const KNOWN_HOSTS = ['visma.fi', 'visma.com', 'vismafivaldi.fi'];

const isAmong = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((known) => host === known || host.endsWith(`.${known}`));

const isKnown = (
  { protocol, hostname, port, username, password }: URL,
  hosts: readonly string[],
): boolean =>
  protocol === 'https:' &&
  !port &&
  !username &&
  !password &&
  isAmong(hostname, [...KNOWN_HOSTS, ...hosts]);

/**
 * An address from outside as something to link to, or nothing when it is not to be trusted: https on a known host, or
 * the page's own origin by http(s); no user info. Other schemes have the page's origin too, or none, as a page in a frame may.
 *
 * @param hosts further hosts, such as the endpoint's own
 */
export function trustedUrl(
  address: string | undefined,
  hosts: readonly string[] = [],
): URL | undefined {
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  if (url.username || url.password) return undefined;
  if (url.origin === globalThis.origin && /^https?:$/.test(url.protocol)) return url;
  return isKnown(url, hosts) ? url : undefined;
}

/** What a browser drops, turns round or decodes: blanks, control characters, backslashes; dots, slashes and the like as `%2e`. */
const DISGUISED = /[\s\p{C}\\]|%(?:[01].|2[5ef]|5c|7f)/iu;

/**
 * The same for what a person is about to run or to open a session by: in addition it has to be written just as the
 * browser reads it, and the page's own origin is a host like any other.
 */
export function exactUrl(address: string, hosts: readonly string[]): URL | undefined {
  if (DISGUISED.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isExact = url.href === address || url.href === `${address}/`;
  return isExact && isKnown(url, hosts) ? url : undefined;
}

/** A link that opens beside the page, so that nothing written here is left. Plain text where the address isn't trusted. */
export function outsideLink(address: string | undefined, text: string): TemplateResult | string {
  const url = trustedUrl(address);
  return url
    ? html`<a href=${url.href} target="_blank" rel="noopener noreferrer">${unbroken(text)}</a>`
    : text;
}
