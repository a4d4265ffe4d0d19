import type { Edits } from '../edits.js';
import type { PictureNote } from '../entry.js';
import type { Decoded } from './decode.js';
import type { Refusal, Remark } from './refusal.js';

export type Accepted =
  | ({
      readonly kind: 'picture';
      readonly name: string;
      /** What was done to it beforehand. */
      readonly edits: Edits;
      /** Only on a picture out of a Word document, where nobody has seen it alone yet. */
      readonly fromWord?: readonly PictureNote[];
    } & Omit<Decoded, 'isPhoto' | 'remarks'>)
  | { readonly kind: 'document'; readonly name: string; readonly file: File };

export interface ImportedFiles {
  readonly accepted: readonly Accepted[];
  readonly refused: readonly Refusal[];
  readonly remarks: readonly Remark[];
}
