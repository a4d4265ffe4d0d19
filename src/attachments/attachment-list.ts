import { newId } from '../client/new-id.js';
import type { Connection } from '../context/connection.js';
import type { AttachmentLimits } from '../contract/service.js';
import type { RequestDetails } from '../contract/support-requests.js';
import { defaultLimits, roomFor } from './attachment-limits.js';
import type { Edits } from './edits.js';
import { moved, nameAs, toAttachment, uniqueName, type Entry, type Picture } from './entry.js';
import { renderPicture } from './render-picture.js';
import { thumbnailOf } from './thumbnail.js';
import { Uploads, type UploadProgress, type UploadState } from './uploads.js';

/** What happened to an entry. */
export interface ListChange {
  readonly name: 'added' | 'changed' | 'removed';
  readonly file: File;
}

/** Where the files of a list go, and who is told of what happens to them. */
export interface AttachmentListHost {
  connection(): Connection | undefined;
  /** Whether a file goes to the endpoint as soon as the person has confirmed it. */
  isUploading(): boolean;
  /** @param change missing where only an upload went on */
  changed(change?: ListChange): void;
}

/** What stays of a picture whatever is drawn on it. */
type Unchanged = Pick<Picture, 'original' | 'turn' | 'coveredBeforehand' | 'fromWord'>;

/** A picture with fewer bytes is of no use. */
const LEAST_BYTES = 30_000;

/**
 * The pictures and documents of one element in their order, with what each may weigh and whether it has arrived. What is shown,
 * measured and uploaded of a picture is one file.
 *
 * @example
 * ```ts
 * const list = new AttachmentList({ connection, isUploading: () => true, changed: () => element.requestUpdate() });
 * if (!list.refusalOf(file)) list.insert(list.entries.length, { key: newId(), id: newId(), file, … });
 * await list.uploaded({ signal });
 * ```
 */
export class AttachmentList {
  entries: readonly Entry[] = [];
  limits: AttachmentLimits = defaultLimits;
  readonly #host: AttachmentListHost;
  readonly #uploads: Uploads;

  /** @param decode gives the pixels of a picture again */
  constructor(host: AttachmentListHost, decode: (picture: Picture) => Promise<ImageBitmap>) {
    this.#host = host;
    this.#uploads = new Uploads(
      () => host.connection(),
      () => host.changed(),
      (id) => this.#shrink(id, decode),
    );
  }

  get files(): readonly File[] {
    return this.entries.map(({ file }) => file);
  }

  get attachments(): RequestDetails['attachments'] {
    return this.entries.map(toAttachment);
  }

  get hasCaptions(): boolean {
    return this.entries.some(({ caption }) => caption.trim());
  }

  find(key: string | undefined): Entry | undefined {
    return this.entries.find((entry) => entry.key === key);
  }

  /**
   * A name that nothing in the list has yet.
   *
   * @param others names of what is on its way into the list
   */
  uniqueName(name: string, others: readonly string[] = []): string {
    return uniqueName(name, [...this.entries.map(({ file }) => file.name), ...others]);
  }

  /** Why one more file doesn't fit beside others; nothing where it does. */
  refusalOf(
    { size }: File,
    others: readonly Entry[] = this.entries,
  ): 'tooMany' | 'tooLarge' | 'totalTooLarge' | undefined {
    const { count, bytesEach, bytesTotal } = this.limits;
    if (others.length >= count) return 'tooMany';
    if (size > bytesEach) return 'tooLarge';
    const total = others.reduce((sum, { file }) => sum + file.size, size);
    return total > bytesTotal ? 'totalTooLarge' : undefined;
  }

  /** Puts an entry into the list, under a name of its own. */
  insert(index: number, { file: given, ...rest }: Entry): void {
    // Another one of that name may have come while this one was being drawn.
    const name = this.uniqueName(given.name);
    const file = name === given.name ? given : new File([given], name, { type: given.type });
    this.entries = this.entries.toSpliced(index, 0, { ...rest, file });
    this.#host.changed({ name: 'added', file });
    this.#uploadConfirmed(rest.key);
  }

  /** Puts a new content in the place of a former one; what was uploaded of that is deleted. */
  replace({ key, id: former }: Entry, content: Pick<Entry, 'file' | 'picture'>): void {
    this.#uploads.remove(former);
    this.#change(key, { ...content, id: newId(), isConfirmed: true });
    this.#uploadConfirmed(key);
  }

  /** The person is done with what has this key. */
  confirm(key: string): void {
    if (this.find(key)?.isConfirmed) return;
    this.entries = this.entries.map((entry) =>
      entry.key === key ? { ...entry, isConfirmed: true } : entry,
    );
    this.#uploadConfirmed(key);
  }

  setCaption(key: string, caption: string): void {
    this.#change(key, { caption });
  }

  /**
   * Moves an entry to another position, counted from 0.
   *
   * @returns the position that it has then
   */
  move(key: string, to: number): number {
    const positionOf = () => this.entries.findIndex((entry) => entry.key === key);
    const from = positionOf();
    this.entries = moved(this.entries, from, to);
    const position = positionOf();
    const file = this.entries[position]?.file;
    if (file && position !== from) this.#host.changed({ name: 'changed', file });
    return position;
  }

  /** @returns the position that it had */
  remove(entry: Entry): number {
    const position = this.entries.indexOf(entry);
    this.entries = this.entries.toSpliced(position, 1);
    this.#uploads.remove(entry.id);
    this.#host.changed({ name: 'removed', file: entry.file });
    return position;
  }

  /** Takes out everything, and deletes what has been uploaded. */
  clear(): void {
    for (const { id } of this.entries) this.#uploads.remove(id);
    this.entries = [];
    this.#host.changed();
  }

  /** Leaves out what has been sent; it stays at the endpoint. */
  forget(ids: readonly string[]): void {
    this.entries = this.entries.filter(({ id }) => !ids.includes(id));
    this.#host.changed();
  }

  /** How far an upload is; nothing where the form itself sends the file. */
  uploadOf({ id }: Entry): UploadState | undefined {
    return this.#uploads.stateOf(id);
  }

  /** Sends again what didn't arrive. */
  retry({ id, file }: Entry): void {
    void this.#uploads.start(id, file);
  }

  /** Stops one that is on its way. */
  cancelUpload({ id }: Entry): void {
    this.#uploads.cancel(id);
  }

  /**
   * Resolves when all of them have arrived.
   *
   * @throws SupportError of the first that didn't
   */
  uploaded(options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: UploadProgress;
  }): Promise<void> {
    return this.#uploads.settled(new Map(this.entries.map(({ id, file }) => [id, file])), options);
  }

  /**
   * Draws a picture as it will be sent, with no more bytes than there is room for beside others.
   *
   * @param most bytes
   */
  async render(
    { original, turn, coveredBeforehand, fromWord }: Unchanged,
    source: ImageBitmap,
    edits: Edits,
    name: string,
    others: readonly Entry[] = this.entries,
    most = Infinity,
  ): Promise<{ readonly picture: Picture; readonly file: File }> {
    const sizes = others.map(({ file }) => file.size);
    const { blob, width, height } = await renderPicture(source, edits, {
      original,
      most: Math.min(most, roomFor(this.limits, sizes)),
      types: this.limits.types,
    });
    const picture: Picture = {
      original,
      turn,
      size: { width: source.width, height: source.height },
      edits,
      width,
      height,
      thumbnail: thumbnailOf(source, edits),
      coveredBeforehand,
      fromWord,
    };
    return { picture, file: new File([blob], nameAs(name, blob.type), { type: blob.type }) };
  }

  /** A picture as a third of its bytes, for a line that takes less than the endpoint; nothing of it has arrived. */
  async #shrink(
    id: string,
    decode: (picture: Picture) => Promise<ImageBitmap>,
  ): Promise<File | undefined> {
    const entry = this.entries.find((one) => one.id === id);
    const most = (entry?.file.size ?? 0) / 3;
    if (!entry?.picture || most < LEAST_BYTES) return undefined;
    const { picture: known, file: before, key } = entry;
    const source = await decode(known);
    try {
      const rendered = await this.render(known, source, known.edits, before.name, [], most);
      if (rendered.file.size >= before.size) return undefined;
      this.#change(key, rendered);
      return rendered.file;
    } finally {
      source.close();
    }
  }

  #uploadConfirmed(key: string): void {
    const entry = this.find(key);
    if (entry?.isConfirmed && this.#host.isUploading()) this.retry(entry);
  }

  #change(key: string, changes: Partial<Entry>): void {
    this.entries = this.entries.map((entry) =>
      entry.key === key ? { ...entry, ...changes } : entry,
    );
    const entry = this.find(key);
    this.#host.changed(entry && { name: 'changed', file: entry.file });
  }
}
