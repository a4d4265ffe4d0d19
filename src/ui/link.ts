import { html, type TemplateResult } from 'lit';

/** Hosts that links may lead to, with their subdomains, beside the page's own. */
const KNOWN_HOSTS = ['visma.fi', 'visma.com', 'vismafivaldi.fi'];

const allowed = (host: string, hosts: readonly string[]): boolean => hosts.some((known) => host === known || host.endsWith(`.${known}`));

/**
 * An address from outside as something to link to, or nothing when it is not to be trusted: https on a known host, or
 * the page's own origin; no user info.
 *
 * @param hosts further hosts, such as the endpoint's own
 */
export function trustedUrl(address: string | undefined, hosts: readonly string[] = []): URL | undefined {
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  if (url.username || url.password) return undefined;
  if (url.origin === location.origin) return url;
  const known = url.protocol === 'https:' && !url.port && allowed(url.hostname, [...KNOWN_HOSTS, ...hosts]);
  return known ? url : undefined;
}

/** A link that opens beside the page, so that nothing written here is left. Plain text where the address isn't trusted. */
export function outsideLink(address: string | undefined, text: string): TemplateResult | string {
  const url = trustedUrl(address);
  return url ? html`<a href=${url.href} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}
