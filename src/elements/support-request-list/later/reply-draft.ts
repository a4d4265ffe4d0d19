import * as z from 'zod/mini';
import { DRAFT_LIFETIME_MS } from '../../../context/draft-owner.js';
import { DRAFTS, draftKeys } from '../../../context/drafts.js';
import { uuid } from '../../../contract/values.js';

/** Apart from the drafts of forms, which remove what is none of theirs. An endpoint's part of a key has no colon. */
const REPLIES = `${DRAFTS}reply:`;

const stored = z.object({
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
  text: z.string(),
  /** The id of a try of which it isn't known how it ended. */
  tried: z.optional(uuid),
});
type StoredReply = z.infer<typeof stored>;

/** What is kept at a key, or nothing where it is no reply or too old. */
function read(key: string): StoredReply | undefined {
  try {
    const { success, data } = stored.safeParse(JSON.parse(localStorage.getItem(key) ?? ''));
    const age = Date.now() - (data?.savedAt ?? NaN);
    return success && age >= 0 && age < DRAFT_LIFETIME_MS ? data : undefined;
  } catch {
    return undefined;
  }
}

/** A reply that a person is writing to one request, kept in their browser for a day. */
export class ReplyDraft {
  readonly #key: string;

  /** Another person's replies, and what is too old, are removed on sight. */
  constructor(owner: string, requestId: string) {
    this.#key = `${REPLIES}${owner}${requestId}`;
    const [ofEndpoint = ''] = owner.split('|', 1);
    for (const key of draftKeys(`${REPLIES}${ofEndpoint}|`)) {
      if (!key.startsWith(REPLIES + owner) || !read(key)) localStorage.removeItem(key);
    }
  }

  read(): StoredReply | undefined {
    return read(this.#key);
  }

  /** Keeps what there is of it; nothing where there is nothing. */
  keep({ text, tried }: Pick<StoredReply, 'text' | 'tried'>): void {
    const reply: StoredReply = { savedAt: Date.now(), text, ...(tried && { tried }) };
    try {
      if (text.trim() || tried) localStorage.setItem(this.#key, JSON.stringify(reply));
      else localStorage.removeItem(this.#key);
    } catch {
      // A full or closed storage: the reply is written without a draft.
    }
  }
}
