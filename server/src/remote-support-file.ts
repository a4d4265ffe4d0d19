import { readFileSync } from 'node:fs';
import {
  fieldErrors,
  remoteSupport,
  type RemoteSupport,
  type RemoteSupportDownload,
} from '../../src/contract/index.js';

const isHttps = (address: string): boolean =>
  URL.canParse(address) && new URL(address).protocol === 'https:';

/** What the contract lets pass, since a reader must live with it, and whoever writes the file must not. */
function faultsOf({ url, platform, arch, bytes, sha256 }: RemoteSupportDownload): string[] {
  return [
    ...(isHttps(url) ? [] : [`its url is "${url}", which is no https address`]),
    ...(platform === 'unknown' ? ['its platform is none of the known ones'] : []),
    ...(arch === 'unknown' ? ['its arch is none of the known ones'] : []),
    ...(bytes === undefined || (Number.isInteger(bytes) && bytes > 0)
      ? []
      : ['its bytes are no number of bytes']),
    ...(sha256 === undefined || /^[\da-f]{64}$/i.test(sha256)
      ? []
      : ['its sha256 has not 64 hexadecimal digits']),
  ];
}

/**
 * Reads the details of remote support from a JSON file of the contract's form. What is wrong with it is told to `fault`.
 *
 * @param path absolute, or from the current folder
 */
export function readRemoteSupport(
  path: string,
  fault: (text: string) => void,
): RemoteSupport | undefined {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    fault(
      `REMOTE_SUPPORT_FILE is "${path}", which can't be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
  const { success, data, error } = remoteSupport.safeParse(content);
  if (!success) {
    const places = fieldErrors(error.issues, content).map(
      ({ pointer, code }) => `${pointer || 'the whole'} (${code})`,
    );
    fault(
      `REMOTE_SUPPORT_FILE breaks the contract at ${places.join(', ')}: it needs program {name, publisher}, downloads [{platform, url}] and fallbackPages.`,
    );
    return undefined;
  }
  data.downloads.forEach((download, index) => {
    for (const wrong of faultsOf(download))
      fault(`REMOTE_SUPPORT_FILE, download ${index + 1}: ${wrong}.`);
  });
  if (data.sessionLink !== undefined && !isHttps(data.sessionLink))
    fault(`REMOTE_SUPPORT_FILE: sessionLink is "${data.sessionLink}", which is no https address.`);
  return data;
}
