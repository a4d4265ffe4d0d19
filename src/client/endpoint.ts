import { SupportError } from './support-error.js';

const LOCAL = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The endpoint as an absolute URL without a trailing slash.
 *
 * @throws SupportError `noEndpoint`, or `insecureEndpoint` for plain http outside localhost and other schemes
 */
export function resolveEndpoint(
  endpoint: string | undefined,
  base: string = document.baseURI,
): string {
  if (!endpoint) throw new SupportError('noEndpoint');
  if (!URL.canParse(endpoint, base)) throw new SupportError('noEndpoint', `Not a URL: ${endpoint}`);
  const url = new URL(endpoint, base);
  const secure =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.test(url.hostname));
  if (!secure)
    throw new SupportError('insecureEndpoint', `The endpoint must use https: ${url.origin}`);
  if (url.username || url.password)
    throw new SupportError('insecureEndpoint', 'The endpoint must not hold a password.');
  return url.origin + url.pathname.replace(/\/+$/, '');
}
