import {
  listAdvisoryUses,
  type AdvisoryAccess,
  type AdvisoryHistoryItem,
} from '../../../contract/advisory-access.js';
import type { Connection } from '../../../context/connection.js';
import { searchable } from '../../../contract/plain-text.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { saveFile } from '../../../ui/save-file.js';
import { nameOf } from '../views/names.js';
import { csvOf } from './csv.js';
import { usesRows } from './uses-rows.js';

/** The right whose uses they are. */
interface UsedRight {
  readonly id: string;
  readonly key: string;
  readonly request: AdvisoryAccess | undefined;
}

/** How the uses reach the endpoint and the person. */
interface UsesHost {
  readonly l10n: Localization;
  connection(): Connection | undefined;
  announce(text: string): void;
  changed(focus?: string): void;
}

/** The uses of a right as a person looks at them: those that came with it, and the earlier ones page by page. */
export class AdvisoryUses {
  /** What a person looks for among them. */
  words = '';
  state: 'there' | 'loading' | 'failed' = 'there';
  isSaved = false;
  readonly #right: UsedRight;
  readonly #host: UsesHost;
  readonly #known = new Map<string, AdvisoryHistoryItem>();
  /** What was taken in last of those that come with the request. */
  #taken: AdvisoryAccess | undefined;
  /** The cursor of those that stand before; `null` where none do, missing before anybody has asked. */
  #next: string | null | undefined;
  #loading: Promise<void> | undefined;

  constructor(right: UsedRight, host: UsesHost) {
    this.#right = right;
    this.#host = host;
  }

  /** The id of what they stand below, in the shadow root. */
  get id(): string {
    return `${this.#right.key}-uses`;
  }

  /** All that are known, the latest first. */
  get all(): readonly AdvisoryHistoryItem[] {
    this.#takeRecent();
    return [...this.#known.values()].sort(
      (one, other) => Date.parse(other.at) - Date.parse(one.at),
    );
  }

  /** Those that have every word in them that a person looks for. */
  get found(): readonly AdvisoryHistoryItem[] {
    const wanted = searchable(this.words).split(/\s+/).filter(Boolean);
    return this.all.filter((item) => {
      const text = searchable(this.#textOf(item));
      return wanted.every((word) => text.includes(word));
    });
  }

  /** Whether there are uses that aren't known yet. */
  get hasMore(): boolean {
    return this.#cursor !== undefined;
  }

  /** Looks for words; among all uses, so that none is missed that wasn't shown yet. */
  find(words: string): void {
    this.words = words;
    this.#host.changed();
    if (words.trim()) this.#loadAll().catch(() => undefined);
  }

  /** The page before those that are known. */
  async showEarlier(): Promise<void> {
    try {
      await this.#load();
      this.#host.announce(this.#host.l10n.msg('Earlier uses are now listed.'));
      // With the last of them the button goes, and the focus with it.
      this.#host.changed(this.hasMore ? undefined : this.id);
    } catch {
      // It is said where they are shown.
    }
  }

  /** Hands all uses to the browser, as a table. */
  async save(): Promise<void> {
    try {
      await this.#loadAll();
    } catch {
      return;
    }
    const table = csvOf(usesRows(this.#host.l10n, this.all));
    const name = `neuvontaoikeus-${this.#right.id}.csv`;
    saveFile(new File([table], name, { type: 'text/csv;charset=utf-8' }));
    this.isSaved = true;
    this.#host.changed();
  }

  #textOf({ by, text, use }: AdvisoryHistoryItem): string {
    if (!use) return `${by?.name} ${text}`;
    const { company, area, what = '' } = use;
    return [by?.name, company.number, company.name, nameOf(this.#host.l10n, area.name), what].join(
      ' ',
    );
  }

  #takeRecent(): void {
    const { request } = this.#right;
    if (!request || request === this.#taken) return;
    const recent = request.history.filter(({ act }) => act === 'used');
    // Where none of them is known, there are others between these and those that are.
    if (!recent.some((item) => this.#known.has(keyOf(item)))) this.#next = undefined;
    this.#taken = request;
    this.#take(recent);
  }

  #take(items: readonly AdvisoryHistoryItem[]): void {
    for (const item of items) {
      const known = this.#known.get(keyOf(item));
      if (!known || known.at < item.at) this.#known.set(keyOf(item), item);
    }
  }

  get #cursor(): string | undefined {
    const next = this.#next === undefined ? this.#right.request?.earlierUses : this.#next;
    return next ?? undefined;
  }

  async #loadAll(): Promise<void> {
    while (this.hasMore) await this.#load();
  }

  /** One page; whoever asks while it is on its way waits for the same. */
  #load(): Promise<void> {
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = undefined;
      this.#host.changed();
    });
    return this.#loading;
  }

  async #fetch(): Promise<void> {
    const connection = this.#host.connection();
    const cursor = this.#cursor;
    if (!connection || cursor === undefined) return;
    this.state = 'loading';
    this.#host.changed();
    try {
      const { items, next } = await connection.send(
        listAdvisoryUses,
        { params: { id: this.#right.id }, query: { cursor } },
        { language: this.#host.l10n.language },
      );
      this.#take(items);
      this.#next = next ?? null;
      this.state = 'there';
    } catch (error) {
      this.state = 'failed';
      throw error;
    }
  }
}

/** The line of a person's uses of the same within an hour, however often it has been told. */
const keyOf = ({ at, since = at, by, text }: AdvisoryHistoryItem): string =>
  JSON.stringify([by?.name, text, since]);
