import { newId } from '../../../client/new-id.js';
import type { AttachmentLimits } from '../../../contract/service.js';
import type { RequestDetails } from '../../../contract/support-requests.js';
import { noEdits } from '../../../attachments/edits.js';
import { takeIn, type Accepted, type Refusal } from '../intake/index.js';
import type { Entry, Picture } from '../../../attachments/entry.js';
import { thumbnailOf } from './thumbnail.js';

/** What was kept of an entry: the file as it would be sent, and what a request says of it. */
export interface Kept {
  readonly file: File;
  readonly attachment: RequestDetails['attachments'][number];
}

/** A finished picture: there is nothing below what it shows. */
function asItIs({ original, turn, source }: Extract<Accepted, { kind: 'picture' }>): Picture {
  const { width, height } = source;
  const thumbnail = thumbnailOf(source, noEdits);
  source.close();
  return {
    original,
    turn,
    size: { width, height },
    edits: noEdits,
    width,
    height,
    thumbnail,
    coveredBeforehand: undefined,
  };
}

/** An entry as it was: looked at like every other file, but not drawn anew, and under its old id. */
export async function takeBack(
  { file, attachment }: Kept,
  limits: AttachmentLimits,
): Promise<{ readonly entry?: Entry; readonly refused: readonly Refusal[] }> {
  const { accepted, refused } = await takeIn(file, limits);
  const [found] = accepted;
  if (!found) return { refused };
  const picture = found.kind === 'picture' ? asItIs(found) : undefined;
  const { id, caption = '' } = attachment;
  return {
    entry: { key: newId(), id, file, caption, picture, isConfirmed: false },
    refused,
  };
}
