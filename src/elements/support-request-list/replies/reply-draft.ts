import * as z from 'zod/mini';
import { toJson } from '../../../client/to-json.js';
import { DRAFTS, draftKeys, savedAtOf } from '../../../context/drafts.js';
import { areOthers, areSame, type Person } from '../../../context/person.js';
import { uuid } from '../../../contract/values.js';

/** Apart from the drafts of forms, which remove what is none of theirs. An endpoint's part of a key has no colon. */
const REPLIES = `${DRAFTS}reply:`;

const stored = z.object({
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
  /** Who wrote it, by the names that were known of them. */
  owner: z.object({ account: z.optional(z.string()), userId: z.optional(z.string()) }),
  text: z.string(),
  /** Names of what was attached, which isn't kept. */
  files: z.optional(z.array(z.string())),
  /** The id of a try of which it isn't known how it ended. */
  tried: z.optional(uuid),
});
type StoredReply = z.infer<typeof stored>;

/** What is kept at a key, or nothing where it is no reply or too old. */
function read(key: string): StoredReply | undefined {
  try {
    const { success, data } = stored.safeParse(JSON.parse(localStorage.getItem(key) ?? ''));
    return success && savedAtOf(data.savedAt, Date.now()) ? data : undefined;
  } catch {
    return undefined;
  }
}

const prefixOf = (endpoint: string): string => `${REPLIES}${encodeURIComponent(endpoint)}|`;

/** Removes what other people were writing in this browser, and what is too old. */
export function removeOthersReplies(endpoint: string, person: Person): void {
  for (const key of draftKeys(prefixOf(endpoint))) {
    const kept = read(key);
    if (!kept || areOthers(kept.owner, person)) localStorage.removeItem(key);
  }
}

/** A reply that a person is writing to one request, kept in their browser for a day. */
export class ReplyDraft {
  readonly #key: string;
  readonly #owner: Person;

  constructor(endpoint: string, owner: Person, requestId: string) {
    this.#key = prefixOf(endpoint) + requestId;
    this.#owner = owner;
  }

  read(): StoredReply | undefined {
    const kept = read(this.#key);
    return kept && areSame(kept.owner, this.#owner) ? kept : undefined;
  }

  /** Keeps what there is of it; nothing where there is nothing. */
  keep({ text, tried, files = [] }: Pick<StoredReply, 'text' | 'tried' | 'files'>): void {
    const owner = this.#owner;
    const reply: StoredReply = {
      savedAt: Date.now(),
      owner,
      text,
      ...(tried && { tried }),
      ...(files.length && { files }),
    };
    try {
      if (text.trim() || tried || files.length) localStorage.setItem(this.#key, toJson(reply));
      else localStorage.removeItem(this.#key);
    } catch {
      // A full or closed storage: the reply is written without a draft.
    }
  }
}
