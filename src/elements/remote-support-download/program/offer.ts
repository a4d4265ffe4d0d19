import { defaultRemoteSupport } from '../../../contract/default-remote-support.js';
import type { RemoteSupport, RemoteSupportDownload } from '../../../contract/remote-support.js';
import { exactUrl } from '../../../ui/link.js';

/** Where the maker of the program keeps it, and opens sessions. */
const MAKERS_HOSTS = [
  'download.teamviewer.com',
  'dl.teamviewer.com',
  'get.teamviewer.com',
  'go.teamviewer.com',
  'start.teamviewer.com',
  'www.teamviewer.com',
];

const HOST_NAME = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/;

/** A file whose address is to be trusted. */
export type Download = Omit<RemoteSupportDownload, 'url'> & { readonly url: URL };

/** What a person is shown: nothing in it leads anywhere else than it should. */
export interface Offer {
  readonly program: RemoteSupport['program'];
  readonly downloads: readonly Download[];
  readonly sessionLink: URL | undefined;
  /** Pages to get the program from when a download fails. */
  readonly pages: readonly URL[];
  /** Pages without encryption, to be read and not to be pressed. */
  readonly plainPages: readonly string[];
}

const warned = new Set<string>();

/** Told to whoever runs the page or the endpoint, once an address. */
function warnOnce(address: string, why: string): void {
  if (warned.has(address)) return;
  warned.add(address);
  console.warn(
    `<remote-support-download> makes no link of ${JSON.stringify(address.slice(0, 200))}: ${why}`,
  );
}

/** The hosts that a page allows beside our own: names with commas or blanks between. */
function furtherHosts(attribute: string): string[] {
  const names = attribute
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return names.filter((name) => {
    const isName = HOST_NAME.test(name);
    if (!isName)
      warnOnce(name, 'in allowed-hosts stand names of hosts, such as "downloads.example.com".');
    return isName;
  });
}

/** Every address checked; what is refused is left out and said in the console. */
export function offerOf(
  { program, downloads, sessionLink, fallbackPages }: RemoteSupport,
  allowedHosts = '',
): Offer {
  const hosts = [...MAKERS_HOSTS, ...furtherHosts(allowedHosts)];
  const safe = (address: string): URL | undefined => {
    const url = exactUrl(address, hosts);
    if (!url)
      warnOnce(
        address,
        'only plain https addresses of known hosts are linked. A page allows further hosts by allowed-hosts.',
      );
    return url;
  };
  const links = (addresses: readonly string[]) =>
    addresses.flatMap((address) => safe(address) ?? []);
  const pages = links(fallbackPages);
  return {
    program,
    downloads: downloads.flatMap(({ url: address, ...download }) => {
      const url = safe(address);
      return url ? [{ ...download, url }] : [];
    }),
    sessionLink: sessionLink === undefined ? undefined : safe(sessionLink),
    pages: pages.length ? pages : links(defaultRemoteSupport.fallbackPages),
    plainPages: fallbackPages.filter(
      (page) => page.startsWith('http:') && exactUrl(page.replace('http:', 'https:'), hosts),
    ),
  };
}
