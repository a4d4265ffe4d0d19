import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Smaller answers fit in a packet or two anyway. */
const LEAST = 2_048;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** As quick as gzip, and smaller. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Whether the header takes a coding: named, and not with `q=0`. */
const takes = (accepted: string, coding: string): boolean =>
  accepted
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, quality]) => name === coding && !/^q=0(?:\.0+)?$/.test(quality ?? ''));

/**
 * Whether the caller's own page asked. A browser sends a cookie along wherever it is told to go, so a foreign page could have
 * texts of its choice answered together with a person's and learn from the length what they have in common (BREACH). A token in
 * a header is sent by nobody but its holder.
 */
const isAskedFor = ({ headers }: Request): boolean =>
  !headers.has('Cookie') || headers.get('Sec-Fetch-Site') === 'same-origin';

export interface Encoded {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON as the caller takes it: compressed where it is worth it. */
export async function encode(json: string, request: Request): Promise<Encoded> {
  const accepted = request.headers.get('Accept-Encoding') ?? '';
  const coding = ['br', 'gzip'].find((name) => takes(accepted, name));
  if (json.length < LEAST || coding === undefined || !isAskedFor(request))
    return { body: json, headers: {} };
  const bytes = await (coding === 'br' ? asBrotli(json, QUALITY) : asGzip(json));
  return { body: new Uint8Array(bytes), headers: { 'Content-Encoding': coding } };
}
