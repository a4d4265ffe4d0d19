import * as z from 'zod/mini';
import { savedAtOf } from '../../../context/drafts.js';
import type { Person } from '../../../context/person.js';
import { problemAbouts, requestKinds } from '../../../contract/support-requests.js';
import { uuid } from '../../../contract/values.js';
import type { PartialValues } from '../request-values.js';

// Of zod's parts only those that are on the page already.
const maybe = z.optional;
const text = z.string();

const attachment = z.object({ id: uuid, name: text, caption: maybe(text) });

/** What a draft says of a picture that is kept beside it. */
export type KeptAttachment = z.infer<typeof attachment>;

/** What the browser's storage holds of a draft: what the person wrote, never what is known of them beforehand. */
const draft = z.object({
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
  /** Who wrote it, by the names that were known of them. */
  owner: z.object({ account: maybe(text), userId: maybe(text) }),
  /** The id of a try of which it isn't known how it ended. */
  tried: maybe(uuid),
  typed: z.object({ userIds: text, companyNumbers: text }),
  /** The pictures that are kept too, in their order. */
  attachments: maybe(z.array(attachment)),
  /** The names of the others, which have to be added again. */
  unkept: maybe(z.array(text)),
  edits: z.object({
    kind: maybe(z.enum(requestKinds)),
    about: maybe(z.enum(problemAbouts)),
    product: maybe(text),
    application: maybe(text),
    summary: maybe(text),
    critical: maybe(z.boolean()),
    neededBy: maybe(text),
    description: maybe(text),
    report: maybe(z.object({ name: maybe(text), criteria: maybe(text) })),
    errorMessage: maybe(text),
    userIds: maybe(z.array(text)),
    companyNumbers: maybe(z.array(text)),
    contact: maybe(
      z.object({ company: maybe(text), name: maybe(text), phone: maybe(text), email: maybe(text) }),
    ),
    relatedIncident: maybe(z.object({ id: text, title: text })),
    /** Empty where the person leaves them out; the text itself isn't kept. */
    diagnostics: maybe(z.enum([''])),
  }),
});
export interface StoredDraft extends Pick<z.infer<typeof draft>, 'savedAt' | 'typed'> {
  readonly owner: Person;
  readonly tried?: string;
  readonly attachments?: readonly KeptAttachment[];
  readonly unkept?: readonly string[];
  readonly edits: PartialValues;
}

/** A stored draft, or nothing where it is none or too old. */
export function parseDraft(json: string | null, now: number): StoredDraft | undefined {
  try {
    const { success, data } = draft.safeParse(JSON.parse(json ?? ''));
    const savedAt = success && savedAtOf(data.savedAt, now);
    // What JSON has not is missing here too, never `undefined`.
    return savedAt ? ({ ...data, savedAt } as StoredDraft) : undefined;
  } catch {
    return undefined;
  }
}
