import { newId } from '../../../client/new-id.js';
import type { AttachmentList } from '../../../attachments/attachment-list.js';
import { noEdits } from '../../../attachments/edits.js';
import type { CoveredBeforehand, Entry, Picture } from '../../../attachments/entry.js';
import type { Work } from '../../../attachments/pending-work.js';
import { thumbnailOf } from '../../../attachments/thumbnail.js';
import type { RequestDetails } from '../../../contract/support-requests.js';
import type { ReviewPosition } from '../editor/picture-editor.lazy.js';
import {
  decodeAgain,
  importFile,
  type Accepted,
  type Refusal,
  type Remark,
} from '../../../attachments/import/index.js';
import type { Editing } from './editing.js';

type AcceptedPicture = Extract<Accepted, { kind: 'picture' }>;

/** A picture on its way into the list, and what was covered on it beforehand. */
export interface ComingPicture extends Omit<AcceptedPicture, 'kind'> {
  readonly coveredBeforehand: CoveredBeforehand;
}

/** A picture that is in the list only after the person has looked at it; its pixels are made again then. */
export type WaitingPicture = Omit<ComingPicture, 'source'> & Pick<Picture, 'size'>;

/** What was kept of an entry: the file as it would be sent, and what a request says of it. */
export interface KeptAttachment {
  readonly file: File;
  readonly attachment: RequestDetails['attachments'][number];
}

/** A picture that was opened in the editor, until it is in the list or won't be. */
interface OpenedPicture {
  readonly name: string;
  readonly settled: Promise<void>;
}

/** Who is told of what doesn't come into the list as it was given. */
interface ImportHost {
  refuse(refusal: Refusal): void;
  /** Whether one more file fits; if not, the person is told. */
  fits(file: File): boolean;
  remark(remarks: readonly Remark[]): void;
  /** The person turned away from these pictures. */
  offerAgain(pictures: readonly WaitingPicture[]): void;
  changed(): void;
}

/** Lets go of the pixels, which are many; they can be made again. */
function withoutPixels({ source, ...rest }: ComingPicture): WaitingPicture {
  const size = { width: source.width, height: source.height };
  source.close();
  return { ...rest, size };
}

/** A finished picture: there is nothing below what it shows. */
function asItIs({ original, turn, source }: AcceptedPicture): Picture {
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

/** Takes files into a list: looked at, decoded, opened in the editor where a person is to see them first, and drawn anew. */
export class PictureImporter {
  readonly #list: AttachmentList;
  readonly #editing: Editing;
  readonly #host: ImportHost;
  readonly #nameOf: (name: string, others: readonly string[]) => string;
  /** Pictures of documents are looked at one document after the other. */
  #reviewing: Promise<void> = Promise.resolve();
  /** What was opened in the editor and isn't in the list yet, the last one at the end. */
  #opened: readonly OpenedPicture[] = [];
  /** The keys of pictures that another one followed in the editor: the person is done with them when they are done with that one. */
  #followed: readonly string[] = [];

  /** @param nameOf what a picture is called in the list, beside others that have a name already */
  constructor(
    list: AttachmentList,
    editing: Editing,
    host: ImportHost,
    nameOf: (name: string, others: readonly string[]) => string,
  ) {
    this.#list = list;
    this.#editing = editing;
    this.#host = host;
    this.#nameOf = nameOf;
  }

  /**
   * @param isOpened whether a single picture is shown in the editor first
   * @param seen of what the picture was made that the person saw in the editor meanwhile
   */
  async add(
    files: readonly File[],
    isOpened: boolean,
    signal: AbortSignal,
    work: Work,
    seen?: Blob,
  ): Promise<void> {
    const list = this.#list;
    const waiting: WaitingPicture[] = [];
    for (const file of files) {
      const count = Math.max(0, list.limits.count - list.entries.length - waiting.length);
      const { accepted, refused, remarks } = await importFile(file, list.limits, count);
      signal.throwIfAborted();
      for (const refusal of refused) this.#host.refuse(refusal);
      this.#host.remark(remarks);
      // A Word document may hold any number of pictures.
      work.rows += accepted.length - 1;
      for (const one of accepted) {
        if (one.kind === 'document') this.#addDocument(one.file, work);
        else if (one.fromWord)
          waiting.push(withoutPixels({ ...one, coveredBeforehand: undefined }));
        else
          await this.attach(
            { ...one, coveredBeforehand: undefined },
            isOpened && files.length === 1,
            signal,
            work,
            { seen },
          );
      }
      this.#host.changed();
    }
    if (waiting.length) await this.review(waiting, signal, work);
  }

  /** Each as it was: looked at like every other file, but not drawn anew, and under its old id. */
  async restore(kept: readonly KeptAttachment[], signal: AbortSignal, work: Work): Promise<void> {
    for (const { file, attachment } of kept) {
      const { accepted, refused } = await importFile(file, this.#list.limits);
      const [found] = accepted;
      const picture = found?.kind === 'picture' ? asItIs(found) : undefined;
      signal.throwIfAborted();
      for (const refusal of refused) this.#host.refuse(refusal);
      work.rows -= 1;
      const { id, caption = '' } = attachment;
      if (found && this.#host.fits(file))
        this.#append({ id, file, caption, picture, isConfirmed: false });
    }
  }

  /**
   * Opens the pictures of a document one after the other. Until the person is done with one it isn't in the list, so it can be
   * neither sent nor uploaded: nobody has seen it alone yet, without what surrounds it in the document.
   */
  review(pictures: readonly WaitingPicture[], signal: AbortSignal, work: Work): Promise<void> {
    const turn = this.#reviewing.then(async () => {
      let left: readonly WaitingPicture[] = pictures;
      const leftOut: WaitingPicture[] = [];
      try {
        for (const [index, waiting] of pictures.entries()) {
          const source = await decodeAgain(waiting);
          while (this.#editing.current) await this.#editing.current;
          signal.throwIfAborted();
          const turn = { number: index + 1, of: pictures.length };
          const outcome = await this.attach({ ...waiting, source }, true, signal, work, { turn });
          if (outcome === 'cancelled') break;
          if (outcome === 'leftOut') leftOut.push(waiting);
          left = left.slice(1);
        }
      } finally {
        if (!signal.aborted) this.#host.offerAgain([...leftOut, ...left]);
      }
    });
    this.#reviewing = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves with what became of it: whether it is in the list or was refused, or the person turned away from it. */
  async attach(
    coming: ComingPicture,
    isForReview: boolean,
    signal: AbortSignal,
    work: Work,
    { turn, seen }: { readonly turn?: ReviewPosition; readonly seen?: Blob | undefined } = {},
  ): Promise<'settled' | 'leftOut' | 'cancelled'> {
    const list = this.#list;
    if (list.entries.length + this.#opened.length >= list.limits.count) {
      this.#host.refuse({ name: coming.name, code: 'tooMany' });
      work.rows -= 1;
      return 'settled';
    }
    const { source } = coming;
    const { promise, resolve } = Promise.withResolvers<void>();
    let opened: OpenedPicture | undefined;
    try {
      // Whoever presses the keys twice has one picture, which is open already.
      if (isForReview && !turn && (await this.#editing.isOpen(coming.original))) {
        work.rows -= 1;
        return 'settled';
      }
      signal.throwIfAborted();
      const former = this.#opened.at(-1);
      const name = this.#nameOf(
        coming.name,
        this.#opened.map((other) => other.name),
      );
      // Where another picture has to stay open in the editor this one only joins the list.
      const isFollower = Boolean(this.#editing.current);
      if (isForReview && this.#editing.goOnToNext(seen)) {
        opened = { name, settled: promise };
        this.#opened = [...this.#opened, opened];
      }
      const edits = opened
        ? await this.#editing.edit(
            { ...coming, name, follows: isFollower ? former?.name : undefined },
            signal,
            turn,
          )
        : coming.edits;
      const isFollowed = opened !== this.#opened.at(-1);
      if (edits === 'leftOut') {
        work.rows -= 1;
        return edits;
      }
      if (!edits) {
        work.rows -= 1;
        if (!turn) this.#host.offerAgain([withoutPixels(coming)]);
        return 'cancelled';
      }
      if (opened) await former?.settled;
      const { picture, file } = await list.render(coming, source, edits, name);
      signal.throwIfAborted();
      work.rows -= 1;
      if (!this.#host.fits(file)) {
        this.#host.offerAgain([withoutPixels({ ...coming, edits })]);
        return 'settled';
      }
      const isConfirmed = Boolean(opened) && !isFollowed;
      const key = this.#append({ file, picture, isConfirmed });
      if (isConfirmed) this.#confirmFollowed();
      else if (opened) this.#followed = [...this.#followed, key];
      return 'settled';
    } finally {
      source.close();
      this.#opened = this.#opened.filter((one) => one !== opened);
      resolve();
    }
  }

  #confirmFollowed(): void {
    for (const key of this.#followed) this.#list.confirm(key);
    this.#followed = [];
  }

  #addDocument(given: File, work: Work): void {
    work.rows -= 1;
    const file = new File([given], this.#list.uniqueName(given.name), { type: given.type });
    if (this.#host.fits(file)) this.#append({ file, picture: undefined, isConfirmed: true });
  }

  #append(entry: Pick<Entry, 'file' | 'picture' | 'isConfirmed'> & Partial<Entry>): string {
    const { length } = this.#list.entries;
    const key = newId();
    this.#list.insert(length, { key, id: newId(), caption: '', ...entry });
    return key;
  }
}
