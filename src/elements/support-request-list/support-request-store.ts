import { str } from '@lit/localize/internal/str-tag.js';
import type { ReactiveController } from 'lit';
import { personOf, type Person } from '../../context/person.js';
import type {
  RequestPage,
  RequestQuery,
  SupportRequestsPoller,
} from '../../controllers/support-requests-poller.lazy.js';
import type { Me } from '../../contract/me.js';
import type { ServiceProfile } from '../../contract/service.js';
import { listRequests, type RequestListItem } from '../../contract/support-requests.js';
import type { RequestListHost } from './request-list-host.js';
import { OpenedRequest } from './opened-request.js';
import { SupportRequestOpenedEvent } from './support-request-list.events.js';
import { removeOthersReplies } from './replies/reply-draft.js';

interface Older {
  readonly items: readonly RequestListItem[];
  readonly next: string | undefined;
}

/** The support requests as a person has them before them: the list, as far as they have turned its pages, or one request. */
export class SupportRequestStore implements ReactiveController {
  /** What came of asking for the next page. */
  paging: 'idle' | 'loading' | 'failed' = 'idle';
  readonly #host: RequestListHost;
  /** Requests that were opened, by id, with what the person wrote to them. */
  readonly #opened = new Map<string, OpenedRequest>();
  #current: OpenedRequest | undefined;
  /** The request that the host shows alone. */
  #alone: string | undefined;
  #poller: SupportRequestsPoller | undefined;
  #page: RequestPage | undefined;
  #older: Older | undefined;
  #person: Person | undefined;

  constructor(host: RequestListHost) {
    this.#host = host;
  }

  hostDisconnected(): void {
    this.#current?.pause();
  }

  hostConnected(): void {
    this.#current?.resume();
  }

  hostUpdate(): void {
    const { requestId } = this.#host.element;
    if (requestId && this.#current?.id !== requestId) this.#show(requestId);
    if (!requestId && this.#alone === this.#current?.id) this.#leave();
    this.#alone = requestId;
    this.#removeOthersReplies();
    this.#current?.follow();
    const { poller, list } = this.#host.requests;
    if (poller !== this.#poller) {
      this.#poller = poller;
      this.#page = this.#older = undefined;
      this.paging = 'idle';
    }
    if (!list || list === this.#page) return;
    if (this.#page) this.#announceNews(list.items);
    // What has moved down from the first page stays on the list.
    if (this.#page && this.#older) {
      const items = [...this.#page.items, ...this.#older.items];
      const known = new Set(list.items.map(({ id }) => id));
      this.#older = { items: items.filter(({ id }) => !known.has(id)), next: this.#older.next };
    }
    this.#page = list;
  }

  get isAlone(): boolean {
    return Boolean(this.#host.element.requestId);
  }

  get current(): OpenedRequest | undefined {
    return this.#current;
  }

  /** Missing while they are not known. */
  get items(): readonly RequestListItem[] | undefined {
    return this.#page && [...this.#page.items, ...(this.#older?.items ?? [])];
  }

  get hasMore(): boolean {
    return (this.#older ?? this.#page)?.next !== undefined;
  }

  get query(): RequestQuery {
    const { status, scope } = this.#host.element;
    return { status, scope };
  }

  get maySeeCompany(): boolean {
    return Boolean(this.#host.profile.me?.permissions.includes('viewCompanyRequests'));
  }

  get me(): Me | undefined {
    return this.#host.profile.me;
  }

  /** Names of who may send and answer. */
  get mainUsers(): readonly string[] {
    return this.me?.mainUsers.map(({ name }) => name) ?? [];
  }

  get service(): ServiceProfile | undefined {
    return this.#host.profile.service;
  }

  announce(text: string): void {
    this.#host.announce(text);
  }

  filter(query: RequestQuery): void {
    Object.assign(this.#host.element, query);
  }

  open(id: string): void {
    this.#show(id);
    this.#host.element.dispatchEvent(new SupportRequestOpenedEvent(id));
    this.#host.changed('request');
  }

  close(): void {
    const id = this.#current?.id;
    this.#leave();
    this.#host.changed(id && `open-${id}`);
  }

  async refresh(): Promise<void> {
    await this.#current?.refresh();
  }

  retry(): void {
    void this.#host.profile.load();
    void this.#host.element.refresh();
  }

  async loadMore(): Promise<void> {
    const cursor = (this.#older ?? this.#page)?.next;
    const connection = this.#host.connection();
    const poller = this.#poller;
    if (!connection || !poller || !cursor || this.paging === 'loading') return;
    this.paging = 'loading';
    this.#host.changed();
    try {
      const page = await connection.send(
        listRequests,
        { query: { ...poller.query, cursor } },
        { language: this.#host.l10n.language },
      );
      if (poller !== this.#poller) return;
      const known = new Set(this.items?.map(({ id }) => id));
      const fresh = page.items.filter(({ id }) => !known.has(id));
      this.#older = { items: [...(this.#older?.items ?? []), ...fresh], next: page.next };
      this.paging = 'idle';
      this.#host.changed(fresh[0] && `open-${fresh[0].id}`);
    } catch {
      this.paging = 'failed';
      this.#host.changed();
    }
  }

  /** Removes the drafts of other people's replies as soon as more is known of the person, also when no request is open. */
  #removeOthersReplies(): void {
    const { settings } = this.#host.element;
    const person = personOf(settings, this.#host.profile.me);
    const isUnchanged =
      person.account === this.#person?.account && person.userId === this.#person?.userId;
    if (isUnchanged) return;
    this.#person = person;
    removeOthersReplies(settings.endpoint ?? 'client', person);
  }

  #leave(): void {
    this.#current?.pause();
    this.#current = undefined;
  }

  #show(id: string): void {
    this.#current?.pause();
    const known = this.#opened.get(id);
    known?.resume();
    this.#current = known ?? new OpenedRequest(id, this.#host);
    this.#opened.set(id, this.#current);
  }

  #announceNews(items: readonly RequestListItem[]): void {
    const known = new Map(this.items?.map((item) => [item.id, item]));
    const { msg, formats } = this.#host.l10n;
    const changed = items.filter(
      ({ id, status, updatedAt }) =>
        known.get(id)?.status !== status || known.get(id)?.updatedAt !== updatedAt,
    );
    const subjects = formats.list(changed.map(({ subject }) => subject));
    if (changed.length) this.#host.announce(msg(str`Updated: ${subjects}`));
  }
}
