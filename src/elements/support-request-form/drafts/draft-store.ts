import { newId } from '../../../client/new-id.js';
import { str } from '@lit/localize/internal/str-tag.js';
import { DRAFTS, draftKeys } from '../../../context/drafts.js';
import { has } from '../../../context/connection.js';
import { areOthers, areSame, isKnown, personOf, type Person } from '../../../context/person.js';
import { Submission } from '../../../client/submission.js';
import { toJson } from '../../../client/to-json.js';
import type { DraftsMode, FormHost, FormModel } from '../form-model.js';
import type { PartialValues } from '../request-values.js';
import { check } from '../submission/check.js';
import { DraftPictures } from './draft-pictures.js';
import { parseDraft, type StoredDraft } from './stored-draft.js';

/** How long the tab with the newest draft is waited for, in case it was just killed, before older drafts are looked at. */
const PATIENCE_MS = 1_500;
/** How long such a tab may take to let go, on a busy computer, while nothing has been written here. */
const LONGEST_MS = 10_000;

/** When the draft was last kept, that it has come back, or that it could not be kept. */
interface DraftNote {
  readonly name: 'saved' | 'restored' | 'failed';
  readonly at: Date;
}

/** A confirmation is given anew, and diagnostics are read anew; that they were left out stays. */
function worthKeeping({ chargeableWork: _, diagnostics, ...edits }: PartialValues): PartialValues {
  return { ...edits, ...(diagnostics === '' && { diagnostics }) };
}

/**
 * Keeps what a person writes in the browser's storage, from the first letter on, for a day; with `drafts="all"` the pictures too. Nothing is read or written
 * before it is known who they are; another person's drafts are removed on sight. Each tab has a draft of its own, held by
 * a lock that ends with the tab: so two tabs never overwrite each other, and a tab that was killed leaves its draft to
 * the next one.
 */
export class DraftStore {
  note: DraftNote | undefined;
  readonly #host: FormHost;
  readonly #model: FormModel;
  readonly #mode: () => DraftsMode;
  readonly #pictures: DraftPictures;
  #owner: Person | undefined;
  #key: string | undefined;
  #release: (() => void) | undefined;
  #released: Promise<unknown> = Promise.resolve();
  #kept: readonly unknown[] = [];
  /** The edits as they came back. */
  #restored: PartialValues | undefined;

  constructor(host: FormHost, model: FormModel, mode: () => DraftsMode) {
    this.#host = host;
    this.#model = model;
    this.#mode = mode;
    this.#pictures = new DraftPictures(host, model, mode);
  }

  /** Looks who the person is, and keeps what has changed. */
  follow(): void {
    // Only a page that came by https has locks.
    if (this.#mode() === 'none' || !('locks' in navigator)) return;
    const person = personOf(this.#host.settings(), this.#model.profile.me);
    if (!this.#owner || areOthers(this.#owner, person)) {
      if (isKnown(person)) void this.#open(person);
      return;
    }
    if (!this.#key) return;
    const owner = { ...this.#owner, ...person };
    const isBetterKnown = Object.keys(owner).length > Object.keys(this.#owner).length;
    if (isBetterKnown) this.#owner = owner;
    this.#keep(this.#key);
    // What was left behind under the name that has become known is theirs too.
    if (isBetterKnown) void this.#readDrafts();
  }

  /** Removes the draft; what is written from now on is kept again. */
  clear(): void {
    if (this.#key) localStorage.removeItem(this.#key);
    this.#kept = this.#content();
    this.#pictures.forget();
    this.note = undefined;
    this.#host.update();
  }

  /** Names of what has to be added again, since it was not kept when the page was left. */
  get missing(): readonly string[] {
    return this.#pictures.missing;
  }

  /** Names of what will not be kept when the page is left. */
  get unkept(): readonly string[] {
    return this.#pictures.unkept;
  }

  /** Whether there is something of it that the host wants to be kept. */
  get haveUnkept(): boolean {
    return this.#pictures.haveFailed;
  }

  dismissMissing(): void {
    this.#pictures.dismissMissing();
  }

  /** Lets another tab, or this element when it comes back, have the draft. */
  close(): void {
    this.#release?.();
    this.#release = this.#key = this.#owner = this.note = undefined;
    this.#kept = [];
    this.#pictures.close();
  }

  /** What the keys of all drafts for this endpoint begin with, whosever they are. */
  get #prefix(): string {
    return `${DRAFTS}${encodeURIComponent(this.#host.settings().endpoint ?? 'client')}|`;
  }

  async #open(owner: Person): Promise<void> {
    this.close();
    this.#owner = owner;
    await this.#released;
    if (owner !== this.#owner) return;
    await this.#hold(this.#prefix + newId(), owner);
    if (!this.#key) return;
    // What has been written so far is kept before anything else is waited for.
    this.#host.update();
    await this.#readDrafts();
  }

  /** What a person wrote is nobody else's to see; what they wrote themselves and left is theirs again. */
  async #readDrafts(): Promise<void> {
    for (const key of draftKeys(this.#prefix)) {
      const draft = parseDraft(localStorage.getItem(key), Date.now());
      if (!draft || (this.#owner && areOthers(draft.owner, this.#owner)))
        localStorage.removeItem(key);
    }
    this.#pictures.forget();
    await this.#restoreNewest();
    this.#host.update();
  }

  /** Takes over the newest draft that no living tab holds: again and again, until there is one or something is being written. */
  async #restoreNewest(): Promise<void> {
    const own = this.#key;
    const end = Date.now() + LONGEST_MS;
    let keys = this.#leftBehind();
    while (keys.length) {
      for (const [index, key] of keys.entries()) {
        if (own !== this.#key || (await this.#adopt(key, index === 0))) return;
      }
      if (!this.#isEmpty || Date.now() > end) return;
      keys = this.#leftBehind();
    }
  }

  /** The person's drafts of other tabs, living or not, newest first. */
  #leftBehind(): string[] {
    const drafts = draftKeys(this.#prefix).flatMap((key) => {
      const draft = parseDraft(localStorage.getItem(key), Date.now());
      const isTheirs = draft && this.#owner && areSame(draft.owner, this.#owner);
      return isTheirs && key !== this.#key ? [{ key, draft }] : [];
    });
    return drafts.sort((a, b) => b.draft.savedAt - a.draft.savedAt).map(({ key }) => key);
  }

  /** Holds this tab's own draft until the tab ends. */
  #hold(key: string, owner: Person): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#released = navigator.locks.request(key, () => {
      // Another person may have come meanwhile.
      if (owner !== this.#owner) return resolve();
      const { promise: held, resolve: release } = Promise.withResolvers<void>();
      this.#key = key;
      this.#release = release;
      resolve();
      return held;
    });
    return promise;
  }

  /**
   * Moves what another tab left into this one's draft; says whether it did. A tab that was killed a moment ago may not be
   * quite gone, so it may be worth waiting for; one that lives goes on holding its own.
   */
  async #adopt(key: string, isWorthWaiting: boolean): Promise<boolean> {
    try {
      return await navigator.locks.request(
        key,
        isWorthWaiting ? { signal: AbortSignal.timeout(PATIENCE_MS) } : { ifAvailable: true },
        (lock) => {
          const draft = parseDraft(localStorage.getItem(key), Date.now());
          if (!lock || !draft || !this.#key || !this.#owner || !areSame(draft.owner, this.#owner))
            return false;
          this.#restore(draft);
          this.#keep(this.#key);
          localStorage.removeItem(key);
          return true;
        },
      );
    } catch {
      return false;
    }
  }

  #restore({ edits, typed, tried, savedAt, attachments = [], unkept = [] }: StoredDraft): void {
    const { draft, store } = this.#model;
    const { l10n, announce } = this.#host;
    const wasEmpty = this.#isEmpty;
    draft.restore(edits, typed);
    this.#restored = draft.edits;
    store.tried = tried;
    const isSomethingBack = !draft.isEmpty || attachments.length > 0;
    this.note =
      wasEmpty && isSomethingBack ? { name: 'restored', at: new Date(savedAt) } : undefined;
    if (isSomethingBack) announce(l10n.msg('Your text has been restored.'));
    this.#pictures.restore(attachments, unkept);
    if (tried) void this.#findTried(tried).catch(() => undefined);
  }

  /** Whether a try that nobody saw the end of has arrived. If that can't be found out now, it is before the next try. */
  async #findTried(tried: string): Promise<void> {
    const { draft, profile, store } = this.#model;
    const { l10n, announce } = this.#host;
    const connection = this.#host.connection();
    if (!connection) return;
    const { language, msg } = l10n;
    const canAsk = has(await connection.service(language), 'follow');
    store.submission ??= new Submission(connection, canAsk, tried);
    await profile.settled;
    await this.#pictures.restored;
    const { request } = check(draft.values, language);
    if (!request) return;
    const found = await store.submission.arrived(request, { language });
    if (!found || found.outdated || store.state.name !== 'editing') return;
    const { receipt } = found;
    await store.enter({ name: 'sent', receipt, later: 'none', request });
    announce(receipt.number ? msg(str`Received: ${receipt.number}`) : msg('Received'));
  }

  get #isEmpty(): boolean {
    return this.#model.draft.isEmpty && !this.#pictures.attachments.length;
  }

  /** A change of any of these is worth keeping. */
  #content(): readonly unknown[] {
    const { draft, store } = this.#model;
    return [
      draft.edits,
      draft.typed,
      store.submission?.id ?? store.tried,
      store.state.name === 'sent',
      JSON.stringify(this.#pictures.attachments),
      JSON.stringify([this.#pictures.unkept, this.#pictures.missing]),
      JSON.stringify(this.#owner),
    ];
  }

  #keep(key: string): void {
    const content = this.#content();
    const owner = this.#owner;
    if (!owner || content.every((part, index) => part === this.#kept[index])) return;
    this.#kept = content;
    const { draft, store } = this.#model;
    const tried = store.submission?.id ?? store.tried;
    const savedAt = Date.now();
    const { attachments } = this.#pictures;
    const unkept = [...this.#pictures.unkept, ...this.#pictures.missing];
    const isWorthIt = store.state.name !== 'sent' && !(this.#isEmpty && !unkept.length);
    const stored: StoredDraft = {
      savedAt,
      owner,
      ...(tried && { tried }),
      typed: draft.typed,
      ...(attachments.length && { attachments }),
      ...(unkept.length && { unkept }),
      edits: worthKeeping(draft.edits),
    };
    try {
      if (isWorthIt) localStorage.setItem(key, toJson(stored));
      else localStorage.removeItem(key);
    } catch {
      // A full or closed storage: the form works on, without a draft.
      this.note = { name: 'failed', at: new Date(savedAt) };
      return;
    }
    if (isWorthIt) this.#pictures.keep();
    else this.#pictures.forget();
    // What has come back says so until something is changed.
    const isBack = this.note?.name === 'restored' && this.#restored === draft.edits;
    if (!isBack)
      this.note =
        isWorthIt && !this.#isEmpty ? { name: 'saved', at: new Date(savedAt) } : undefined;
  }
}
