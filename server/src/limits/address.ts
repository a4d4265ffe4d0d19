import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** A proxy on this computer needs no word; others are named. */
const ALWAYS = ['127.0.0.0/8', '::1/128'];

/** An address, perhaps with the length of a network; undefined for anything else. */
function networkOf(text: string): { address: string; length: number } | undefined {
  const [address = '', length, more] = text.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0;
  if (!longest || more !== undefined) return undefined;
  if (length === undefined) return { address, length: longest };
  return /^\d{1,3}$/.test(length) && Number(length) <= longest
    ? { address, length: Number(length) }
    : undefined;
}

export const isNetwork = (text: string): boolean => networkOf(text) !== undefined;

/** IPv4 within IPv6, as a server that listens on both sees it. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Whoever has an IPv6 address has the 2^64 beside it. */
function network64(address: string): string {
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...(tail === undefined ? [] : zeros), ...right]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** So many addresses are known as trusted or not before they are looked up anew. */
const MOST_KNOWN = 1_000;

/** Tells by which address a caller came, behind the proxies that are trusted to say so. */
export class CallerAddress {
  readonly #trusted = new BlockList();
  readonly #known = new Map<string, boolean>();

  /** @param proxies addresses and networks, such as `10.0.0.0/8` */
  constructor(proxies: readonly string[] = []) {
    for (const network of [...ALWAYS, ...proxies]) {
      const found = networkOf(network);
      if (!found) throw new TypeError(`${network} is no network`);
      const family = isIPv4(found.address) ? 'ipv4' : 'ipv6';
      this.#trusted.addSubnet(found.address, found.length, family);
    }
  }

  /**
   * The last address that nobody of ours vouches for: each proxy adds the address from which it was called, and what stands
   * before that the caller may have made up.
   *
   * @param peer the other end of the connection
   * @param forwarded the header `X-Forwarded-For`
   */
  of(peer: string, forwarded: string | null): string {
    const way = (forwarded ?? '').split(',').map((part) => plain(part.trim()));
    let address = plain(peer);
    while (this.isTrusted(address)) {
      const before = way.pop();
      if (before === undefined || !isIP(before)) break;
      address = before;
    }
    return isIPv6(address) ? network64(address) : address;
  }

  /** Few proxies ask on behalf of everybody, so what was found out about an address is kept. */
  isTrusted(address: string): boolean {
    const kept = this.#known.get(address);
    if (kept !== undefined) return kept;
    const bare = plain(address);
    const isTrusted = isIP(bare) !== 0 && this.#trusted.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6');
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    this.#known.set(address, isTrusted);
    return isTrusted;
  }
}
