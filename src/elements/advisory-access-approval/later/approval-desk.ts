import { str } from '@lit/localize/internal/str-tag.js';
import type { ReactiveController } from 'lit';
import {
  listAdvisoryAccess,
  type AdvisoryAccess,
  type AdvisoryAccessItem,
} from '../../../contract/advisory-access.js';
import { stateAt } from '../../../contract/approval.js';
import type { AdvisoryAccessController } from '../../../controllers/advisory-access-controller.js';
import { OpenRequest, type ApprovalHost } from './open-request.js';

const MINUTE = 60_000;
/** Both sides are told so long before a right ends. */
const WARNING = 10 * MINUTE;

/** The requests in the order in which they concern a person. */
export interface Sorted {
  /** The one that is shown whole. */
  readonly current: OpenRequest | undefined;
  /** The others that wait for approval. */
  readonly waiting: readonly AdvisoryAccessItem[];
  /** Waiting for support. */
  readonly returned: readonly AdvisoryAccessItem[];
  /** Active and scheduled rights. */
  readonly granted: readonly AdvisoryAccessItem[];
  readonly past: readonly AdvisoryAccessItem[];
}

/** How a request stands at an instant by the endpoint's clock, whether or not the endpoint has been asked since. */
export function stateOf(item: AdvisoryAccessItem, now: Date): AdvisoryAccessItem['state'] {
  const { state, lapsesAt, startsAt, endsAt } = item;
  if (state === 'unknown') return state;
  const timed = {
    state,
    lapsesAt: new Date(lapsesAt),
    startsAt: startsAt ? new Date(startsAt) : undefined,
    endsAt: endsAt ? new Date(endsAt) : undefined,
  };
  return stateAt(timed, now);
}

interface Older {
  readonly items: readonly AdvisoryAccessItem[];
  readonly next: string | undefined;
}

/** What a person has before them: which requests there are, which are open, and what time does to them. */
export class ApprovalDesk implements ReactiveController {
  /** Rights and past requests whose details were asked for, by id. */
  readonly details = new Map<string, OpenRequest>();
  /** Whether the past is shown, or what came of asking for more of it. */
  past: 'folded' | 'shown' | 'loading' | 'failed' = 'folded';
  readonly #host: ApprovalHost;
  /** Requests that were shown whole, by id, with what the person chose in them. */
  readonly #deciding = new Map<string, OpenRequest>();
  /** What became of requests that were put away. */
  readonly #told = new Map<string, AdvisoryAccess>();
  #currentId: string | undefined;
  #list: AdvisoryAccessController['list'];
  #older: Older | undefined;
  #known: ReadonlySet<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookedAt = Infinity;

  constructor(host: ApprovalHost) {
    this.#host = host;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    const { list } = this.#host.access;
    if (list && list !== this.#list) {
      this.#list = list;
      this.#hear(list.items);
    }
    this.#watchTime();
  }

  get now(): Date {
    return this.#host.access.clock?.now() ?? new Date();
  }

  get hasOlder(): boolean {
    return (this.#older ?? this.#list)?.next !== undefined;
  }

  /** What is before a person stays before them, whatever else arrives. */
  sort(): Sorted {
    const now = this.now;
    const requestId = this.#host.requestId();
    const items = requestId ? [] : this.#items;
    const inState = (...states: readonly string[]) =>
      items.filter((item) => states.includes(stateOf(item, now)) && !this.#isBeingEnded(item.id));
    const waiting = inState('pending');
    if (requestId || !this.#currentId || !this.#deciding.has(this.#currentId))
      this.#currentId = requestId ?? waiting[0]?.id;
    return {
      current:
        this.#currentId === undefined ? undefined : this.#openIn(this.#deciding, this.#currentId),
      waiting: waiting.filter(({ id }) => id !== this.#currentId),
      returned: inState('returned'),
      granted: items.filter(
        (item) =>
          ['active', 'scheduled'].includes(stateOf(item, now)) || this.#isBeingEnded(item.id),
      ),
      past: inState('rejected', 'revoked', 'ended', 'lapsed', 'withdrawn', 'unknown'),
    };
  }

  /** Shows another of the waiting requests whole. */
  turnTo(id: string): void {
    this.#currentId = id;
    this.#host.changed(this.#openIn(this.#deciding, id).key);
  }

  /** Puts away a request on which there is nothing left to decide, and goes on to the next. */
  putAway({ id, act }: OpenRequest): void {
    // The list may not have heard of it yet.
    if (act.name === 'over') this.#told.set(id, act.latest);
    this.#deciding.delete(id);
    this.details.delete(id);
    this.#host.changed(this.sort().current?.key ?? 'title');
  }

  toggleDetails(id: string): void {
    if (!this.details.delete(id)) this.#openIn(this.details, id);
    this.#host.changed();
  }

  /** Ends a right from its row. */
  async revoke(id: string): Promise<void> {
    await this.#openIn(this.details, id).revoke();
  }

  togglePast(): void {
    this.past = this.past === 'folded' ? 'shown' : 'folded';
    this.#host.changed();
  }

  async loadOlder(): Promise<void> {
    const cursor = (this.#older ?? this.#list)?.next;
    const connection = this.#host.connection();
    if (!connection || !cursor || this.past === 'loading') return;
    this.past = 'loading';
    this.#host.changed();
    try {
      const { items, next } = await connection.send(
        listAdvisoryAccess,
        { query: { cursor } },
        { language: this.#host.l10n.language },
      );
      this.#older = { items: [...(this.#older?.items ?? []), ...items], next };
      this.past = 'shown';
    } catch {
      this.past = 'failed';
    }
    this.#host.changed();
  }

  get #items(): readonly AdvisoryAccessItem[] {
    const { items = [], serverTime = '' } = this.#list ?? {};
    const known = new Set(items.map(({ id }) => id));
    const all = [...items, ...(this.#older?.items ?? []).filter(({ id }) => !known.has(id))];
    return all.map((item) => {
      const told = this.#told.get(item.id);
      return told && told.serverTime > serverTime
        ? {
            ...item,
            version: told.version,
            state: told.state,
            startsAt: told.startsAt,
            endsAt: told.endsAt,
          }
        : item;
    });
  }

  /** A right that a person ends stays where it is until they have seen that it has ended. */
  #isBeingEnded(id: string): boolean {
    return (this.details.get(id)?.act.name ?? 'looking') !== 'looking';
  }

  #openIn(requests: Map<string, OpenRequest>, id: string): OpenRequest {
    const open =
      requests.get(id) ??
      new OpenRequest(id, requests === this.details ? 'row' : 'request', this.#host);
    requests.set(id, open);
    return open;
  }

  #hear(items: readonly AdvisoryAccessItem[]): void {
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const open of [...this.#deciding.values(), ...this.details.values()])
      open.hear(byId.get(open.id));
    const fresh = items.filter(
      ({ id, state }) => state === 'pending' && this.#known && !this.#known.has(id),
    );
    this.#known = new Set([...(this.#known ?? []), ...byId.keys()]);
    if (!fresh.length || this.#host.requestId()) return;
    const { msg, formats } = this.#host.l10n;
    const names = formats.list(fresh.map(({ requestedBy }) => requestedBy.name));
    this.#host.announce(msg(str`New advisory access request: ${names}.`));
  }

  /** Tells what time does, and wakes up when it does something. */
  #watchTime(): void {
    clearTimeout(this.#timer);
    const now = this.now.getTime();
    const since = this.#lookedAt;
    this.#lookedAt = now;
    const waits = [MINUTE - (now % MINUTE)];
    for (const { state, lapsesAt, endsAt, grantedTo } of this.#items) {
      const end = Date.parse(state === 'pending' ? lapsesAt : (endsAt ?? ''));
      const isOpen = state === 'pending' || state === 'active' || state === 'scheduled';
      if (!isOpen || Number.isNaN(end)) continue;
      const hasCome = (instant: number) => since < instant && instant <= now;
      if (hasCome(end)) void this.#host.access.refresh();
      if (state !== 'pending') this.#tellEnd(grantedTo.name, hasCome(end), hasCome(end - WARNING));
      waits.push(...[end - now, (end - now) % MINUTE].filter((wait) => wait > 0));
    }
    if (this.#host.isConnected())
      this.#timer = setTimeout(() => this.#host.changed(), Math.min(...waits) + 1);
  }

  #tellEnd(name: string, hasEnded: boolean, endsSoon: boolean): void {
    const { msg } = this.#host.l10n;
    if (hasEnded) this.#host.announce(msg(str`Access has ended: ${name}.`));
    else if (endsSoon)
      this.#host.announce(
        msg(str`Access ends in ten minutes: ${name}. Customer service can request more time.`),
      );
  }
}
