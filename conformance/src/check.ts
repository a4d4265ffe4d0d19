import { capabilities, type Capability, type Permission } from '../../src/contract/index.js';

/** What checks are sorted by: the capabilities of the contract, and what every endpoint has. */
export const groups = [
  'service',
  'me',
  'companies',
  'incidents',
  'articles',
  'requests',
  'attachments',
  'follow',
  'advisoryAccess',
  'advisoryReceipts',
  'advisoryNotices',
  'advisorySettings',
  'remoteSupport',
  'crossOrigin',
  'answers',
] as const;
export type Group = (typeof groups)[number];

export const capabilityOf = (group: Group): Capability | undefined =>
  capabilities.find((capability) => capability === group);

/** What a check can't do without, beside an endpoint that offers its group. */
export type Need = 'token' | 'otherToken' | 'origin' | 'decide' | 'critical' | 'writing';

/** What a check leaves behind at the endpoint; `critical` are some of the requests, and `unsigned` attempts of nobody, which leave something only where they are let in. */
export const written = ['requests', 'critical', 'replies', 'files', 'unsigned'] as const;
export type Writes = Readonly<Partial<Record<(typeof written)[number], number>>>;

/** One sentence of the contract, and the way to find out whether an endpoint keeps it. */
export interface Check {
  /** Stands for the check in JSON: `follow/newest-first`. */
  readonly name: `${Group}/${string}`;
  /** What holds where the contract is kept. */
  readonly title: string;
  /** The sentence of the contract. */
  readonly rule: string;
  /** What whoever builds the endpoint can do about it. */
  readonly advice: string;
  readonly needs?: readonly Need[];
  /** What the person of `--token` must be allowed to do; where `GET /me` says that they aren't, nothing is checked. */
  readonly permission?: Permission;
  /** The check, or checks, without which this one would only tell the same fault again. */
  readonly after?: Check['name'] | readonly Check['name'][];
  readonly writes?: Writes;
  /** @throws Broken where the contract isn't kept, NotChecked where nobody can tell */
  run(): Promise<void>;
}

export const groupOf = ({ name }: Pick<Check, 'name'>): Group =>
  groups.find((group) => name.startsWith(`${group}/`)) ?? 'answers';

/** The contract says one thing, and another came. */
export class Broken extends Error {
  override readonly name = 'Broken';
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`${expected}: ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** The check could not be made; its message says why. */
export class NotChecked extends Error {
  override readonly name: string = 'NotChecked';
}

/** There is nothing to check, as with many an endpoint that keeps the contract. */
export class NothingToCheck extends NotChecked {
  override readonly name = 'NothingToCheck';
}

export function expect(holds: boolean, expected: string, came: string): asserts holds {
  if (!holds) throw new Broken(expected, came);
}

/** What a later check builds on; where an earlier one has failed, that fault is told once. */
export function given<T>(value: T | undefined, lack: string): T {
  if (value === undefined) throw new NotChecked(lack);
  return value;
}
