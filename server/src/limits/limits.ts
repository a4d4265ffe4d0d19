import { setTimeout as wait } from 'node:timers/promises';
import type { AttachmentLimits, Operation } from '../../../src/contract/index.js';
import { JSON_LIMIT } from '../http/body.js';
import { ProblemError } from '../http/problem-error.js';
import type { Identity } from '../sign-in/identity.js';
import type { Database } from '../storage/tables.js';
import { BodyRoom } from './body-room.js';
import { Counter } from './counter.js';
import { Pace } from './pace.js';
import { usualLimits, type LimitSettings } from './settings.js';
import { Turns } from './turns.js';

/**
 * Milliseconds by which a refusal is held back, half more or less: who asks again at once, in a circle, then does so once a second, and who
 * asks for much at once has the refusals one by one.
 */
const REFUSAL_DELAY = 1_000;
/** So many are held back at once; the others are refused at once. */
const MOST_HELD = 1_000;

/** Bytes a second that are read of a person's bodies, and so many more after a pause: nobody notices who sends what a request may have. */
const BODIES_PER_SECOND = 4 * 1024 * 1024;
const BODIES_AT_ONCE = 12 * 1024 * 1024;

const MINUTE = 60;
const SEARCHES: ReadonlySet<string> = new Set(['listArticles', 'listCompanies']);
const SUBMISSIONS: ReadonlySet<string> = new Set(['submitRequest', 'putMessage']);

export type LimitName = keyof LimitSettings;

/** Told of every refusal. */
export type OnRefused = (limit: LimitName) => void;

export const nameOf = (identity: Identity): string =>
  identity.side === 'staff' ? `staff\n${identity.id}` : `${identity.tenant}\n${identity.id}`;

/** How long a body will be: as it says, within what its operation takes. */
function lengthOf(request: Request, most: number): number {
  const given = request.headers.get('Content-Length');
  return given !== null && /^\d+$/.test(given) ? Math.min(Number(given), most) : most;
}

/** Keeps what one does from being felt by the others. Whoever is over a limit is told when to come back. */
export class Limits {
  readonly settings: LimitSettings;
  readonly #counters: ReturnType<typeof countersOn>;
  readonly #room: BodyRoom;
  readonly #turns: Turns;
  /** Each file takes the processor for a while, so a person's are checked and stored one after the other. */
  readonly #fileTurns = new Turns(1);
  readonly #attachments: () => AttachmentLimits;
  readonly #onRefused: OnRefused | undefined;
  readonly #pace = new Pace(BODIES_PER_SECOND, BODIES_AT_ONCE);
  #held = 0;

  constructor(
    db: Database,
    given: Partial<LimitSettings>,
    attachments: () => AttachmentLimits,
    onRefused?: OnRefused,
  ) {
    this.settings = { ...usualLimits, ...given };
    this.#counters = countersOn(db, this.settings);
    this.#room = new BodyRoom(this.settings.bodies, this.settings.bodiesMegabytes);
    this.#turns = new Turns(this.settings.atOnce);
    this.#attachments = attachments;
    this.#onRefused = onRefused;
  }

  /** Bytes of bodies that are on their way. */
  get bodyBytes(): number {
    return this.#room.taken;
  }

  /** A call has come from an address. */
  arrived(address: string | undefined): Promise<void> {
    return this.#count('addressCalls', address);
  }

  /** A call has come for which nobody is signed in. */
  unsigned(address: string | undefined): Promise<void> {
    return this.#count('unsignedCalls', address);
  }

  /** Somebody asks for something. */
  async asked(identity: Identity, row: Operation, request: Request): Promise<void> {
    const who = nameOf(identity);
    await this.#count('calls', who);
    if (SEARCHES.has(row.name)) await this.#count('searches', who);
    if (SUBMISSIONS.has(row.name)) await this.#count('submissions', who);
    if (row.body === 'binary')
      await this.#count(
        'uploadMegabytes',
        who,
        Math.ceil(lengthOf(request, this.#attachments().bytesEach) / 1024),
      );
  }

  /** Makes room for the body of a call; what it returns leaves the room again. */
  async makeRoom(identity: Identity, row: Operation, request: Request): Promise<() => void> {
    if (row.body === undefined) return () => undefined;
    const most = row.body === 'binary' ? this.#attachments().bytesEach : JSON_LIMIT;
    const entered = await this.#room.enter(nameOf(identity), lengthOf(request, most));
    if (typeof entered === 'function') return entered;
    if (entered === 'person') return this.refuse('bodies', 5);
    throw new ProblemError('unavailable', {
      detail: 'Too much is being received at once',
      headers: { 'Retry-After': '5' },
    });
  }

  /** Told of the bytes that have been read of a person's bodies, gives the milliseconds after which more may be. */
  pace(identity: Identity, bytes: number): number {
    return this.#pace.add(nameOf(identity), bytes);
  }

  /** Does what a call asks for when it is the person's turn; its body has been received by then. */
  inTurn<T>(identity: Identity, row: Operation, work: () => Promise<T>): Promise<T> {
    const turns = row.body === 'binary' ? this.#fileTurns : this.#turns;
    return turns.take(nameOf(identity), work);
  }

  /** Refuses a call. */
  async refuse(limit: LimitName, seconds: number): Promise<never> {
    this.#onRefused?.(limit);
    if (this.#held < MOST_HELD) {
      this.#held += 1;
      await wait(REFUSAL_DELAY * (0.5 + Math.random()));
      this.#held -= 1;
    }
    throw new ProblemError('rateLimited', {
      detail: `Over the limit ${limit}, which is ${this.settings[limit]}`,
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
    });
  }

  async #count(
    limit: keyof ReturnType<typeof countersOn>,
    who: string | undefined,
    points = 1,
  ): Promise<void> {
    if (who === undefined) return;
    const milliseconds = await this.#counters[limit].add(who, points);
    if (milliseconds > 0) await this.refuse(limit, milliseconds / 1000);
  }
}

const countersOn = (db: Database, settings: LimitSettings) => ({
  calls: new Counter(db, 'calls', settings.calls, MINUTE),
  addressCalls: new Counter(db, 'address', settings.addressCalls, MINUTE),
  unsignedCalls: new Counter(db, 'unsigned', settings.unsignedCalls, MINUTE),
  searches: new Counter(db, 'searches', settings.searches, MINUTE),
  submissions: new Counter(db, 'submissions', settings.submissions, 10 * MINUTE),
  // In kilobytes, since the sum must fit in an integer.
  uploadMegabytes: new Counter(db, 'uploads', settings.uploadMegabytes * 1024, 60 * MINUTE),
});
