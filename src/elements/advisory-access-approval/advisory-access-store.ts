import { str } from '@lit/localize/internal/str-tag.js';
import type { ReactiveController } from 'lit';
import {
  listAdvisoryAccess,
  type AdvisoryAccess,
  type AdvisoryAccessItem,
} from '../../contract/advisory-access.js';
import type { AdvisoryAccessController } from '../../controllers/advisory-access-controller.js';
import { AccessRequest, type AccessHost } from './access-request.js';
import { LogWatch } from './log/log-watch.js';
import { Notices } from './notices.js';
import { select, type SelectedRequests } from './select.js';

const MINUTE = 60_000;
/** Both sides are told so long before a right ends. */
const WARNING = 10 * MINUTE;

interface Older {
  readonly items: readonly AdvisoryAccessItem[];
  readonly next: string | undefined;
}

/** The advisory requests as a person has them before them: which there are, which are open, and what time does to them. */
export class AdvisoryAccessStore implements ReactiveController {
  /** Rights and past requests whose details were asked for, by id. */
  readonly details = new Map<string, AccessRequest>();
  /** Whether the past is shown, or what came of asking for more of it. */
  past: 'folded' | 'shown' | 'loading' | 'failed' = 'folded';
  readonly notices: Notices;
  readonly log: LogWatch;
  readonly #host: AccessHost;
  /** Requests that were shown whole, by id, with what the person chose in them. */
  readonly #deciding = new Map<string, AccessRequest>();
  /** What became of requests that were dismissed. */
  readonly #latest = new Map<string, AdvisoryAccess>();
  #selected: SelectedRequests = {
    currentId: undefined,
    waiting: [],
    returned: [],
    granted: [],
    past: [],
  };
  #list: AdvisoryAccessController['list'];
  #older: Older | undefined;
  #known: ReadonlySet<string> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checkedAt = Infinity;

  constructor(host: AccessHost) {
    this.#host = host;
    this.notices = new Notices(host);
    this.log = new LogWatch(host);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    const { list } = this.#host.access;
    if (list && list !== this.#list) {
      this.#list = list;
      this.#receive(list.items);
    }
    if (list) {
      this.#select();
      void this.notices.load();
      void this.log.check();
    }
    this.#watchTime();
  }

  get now(): Date {
    return this.#host.access.clock?.now() ?? new Date();
  }

  get hasOlder(): boolean {
    return (this.#older ?? this.#list)?.next !== undefined;
  }

  /** The requests by how they concern a person now. */
  get selected(): SelectedRequests {
    return this.#selected;
  }

  /** The one that is shown whole. */
  get current(): AccessRequest | undefined {
    return this.#deciding.get(this.#selected.currentId ?? '');
  }

  /** Shows another of the waiting requests whole. */
  open(id: string): void {
    const request = this.#openIn(this.#deciding, id);
    this.#selected = { ...this.#selected, currentId: id };
    this.#host.changed(request.key);
  }

  /** Dismisses a request on which there is nothing left to decide, and goes on to the next. */
  dismiss({ id, act }: AccessRequest): void {
    // The list may not have it yet.
    if (act.name === 'over') this.#latest.set(id, act.latest);
    this.#deciding.delete(id);
    this.details.delete(id);
    this.#select();
    this.#host.changed(this.current?.key ?? 'title');
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
      const latest = this.#latest.get(item.id);
      return latest && latest.serverTime > serverTime
        ? {
            ...item,
            version: latest.version,
            state: latest.state,
            startsAt: latest.startsAt,
            endsAt: latest.endsAt,
          }
        : item;
    });
  }

  /** Opens what is to be shown whole. */
  #select(): void {
    const { currentId } = this.#selected;
    const isOpen = currentId !== undefined && this.#deciding.has(currentId);
    this.#selected = select(
      {
        items: this.#items,
        requestId: this.#host.requestId(),
        currentId: isOpen ? currentId : undefined,
        endingIds: new Set(
          [...this.details.values()].flatMap(({ id, act }) => (act.name === 'looking' ? [] : id)),
        ),
      },
      this.now,
    );
    if (this.#selected.currentId !== undefined)
      this.#openIn(this.#deciding, this.#selected.currentId);
  }

  #openIn(requests: Map<string, AccessRequest>, id: string): AccessRequest {
    const known = requests.get(id);
    if (known) return known;
    const shownAs = requests === this.details ? 'row' : 'request';
    const opened = new AccessRequest(id, shownAs, this.#host);
    requests.set(id, opened);
    void opened.load();
    return opened;
  }

  #receive(items: readonly AdvisoryAccessItem[]): void {
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const open of [...this.#deciding.values(), ...this.details.values()])
      open.follow(byId.get(open.id));
    const fresh = items.filter(
      ({ id, state }) => state === 'pending' && this.#known && !this.#known.has(id),
    );
    this.#known = new Set([...(this.#known ?? []), ...byId.keys()]);
    if (!fresh.length || this.#host.requestId()) return;
    const { msg, formats } = this.#host.l10n;
    const names = formats.list(fresh.map(({ requestedBy }) => requestedBy.name));
    this.#host.announce(msg(str`New advisory access request: ${names}.`));
  }

  /** Announces what time does, and looks again when it does something. */
  #watchTime(): void {
    clearTimeout(this.#timer);
    const now = this.now.getTime();
    const since = this.#checkedAt;
    this.#checkedAt = now;
    const waits = [MINUTE - (now % MINUTE)];
    for (const { state, lapsesAt, endsAt, grantedTo } of this.#items) {
      const end = Date.parse(state === 'pending' ? lapsesAt : (endsAt ?? ''));
      const isOpen = state === 'pending' || state === 'active' || state === 'scheduled';
      if (!isOpen || Number.isNaN(end)) continue;
      const hasCome = (instant: number) => since < instant && instant <= now;
      if (hasCome(end)) void this.#host.access.refresh();
      if (state !== 'pending')
        this.#announceEnd(grantedTo.name, hasCome(end), hasCome(end - WARNING));
      waits.push(...[end - now, (end - now) % MINUTE].filter((wait) => wait > 0));
    }
    if (this.#host.isConnected())
      this.#timer = setTimeout(() => this.#host.changed(), Math.min(...waits) + 1);
  }

  #announceEnd(name: string, hasEnded: boolean, endsSoon: boolean): void {
    const { msg } = this.#host.l10n;
    if (hasEnded) this.#host.announce(msg(str`Access has ended: ${name}.`));
    else if (endsSoon)
      this.#host.announce(
        msg(str`Access ends in ten minutes: ${name}. Customer service can request more time.`),
      );
  }
}
