import { newId } from '../../../client/new-id.js';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Connection } from '../../../context/connection.js';
import type { AttachmentLimits } from '../../../contract/service.js';
import type { RequestDetails } from '../../../contract/support-requests.js';
import type { LocalizationController } from '../../../localization/localization-controller.js';
import { givenFiles, type Given } from '../../../ui/keeps-paste.js';
import { isMac, modifierKey } from '../../../ui/keys.js';
import { noEdits, type Edits } from '../edits.js';
import type { Turn } from '../editor/index.js';
import { decodeAgain, takeIn, type Accepted, type Refusal, type Remark } from '../intake/index.js';
import type { PendingWork, Work } from '../pending-work.js';
import { renderPicture } from '../render-picture.js';
import { noTurn } from '../turn.js';
import type { ScreenshotAttach } from '../screenshot-attach.js';
import {
  ScreenshotAddedEvent,
  ScreenshotCaptureEndedEvent,
  ScreenshotCaptureStartedEvent,
  ScreenshotChangedEvent,
  ScreenshotRejectedEvent,
  ScreenshotRemovedEvent,
} from '../screenshot-attach.events.js';
import { Editing } from './editing.js';
import {
  moved,
  nameAs,
  toAttachment,
  uniqueName,
  type CoveredBeforehand,
  type Entry,
  type Picture,
} from './entry.js';
import { defaultLimits, isComplete, limitsOf, roomFor } from './limits.js';
import { refusalsView, rowsView } from './list-view.js';
import { bestOf, hasPictures, picturesIn, withoutDoubles } from './pictures-in-html.js';
import { takeBack, type Kept } from './take-back.js';
import { thumbnailOf } from './thumbnail.js';
import { Uploads, type Progress, type UploadState } from './uploads.js';

export type { Progress } from './uploads.js';

/** What every browser calls a picture that came without a name. */
const CLIPBOARD_NAME = 'image.png';

const htmlIn = (types: readonly string[]): string | undefined =>
  types.find((type) => type === 'text/html');

/** A picture with fewer bytes is of no use. */
const LEAST_BYTES = 30_000;

/** The element as the list sees it. */
export interface ListHost {
  readonly localization: LocalizationController;
  connection(): Connection | undefined;
  /** Says something to who doesn't see the page. */
  announce(text: string): void;
  readonly pending: PendingWork;
  /** Something that was handed over is not in the list. */
  missed(): void;
}

/** Who gave files: a person, who then looks at a single picture in the editor, or the host's program. */
type Giver = 'person' | 'host';

type AcceptedPicture = Extract<Accepted, { kind: 'picture' }>;

/** A picture on its way into the list, and what was covered on it beforehand. */
interface Coming extends Omit<AcceptedPicture, 'kind'> {
  readonly coveredBeforehand: CoveredBeforehand;
}

/** A picture that is in the list only after the person has looked at it; its pixels are made again then. */
type Waiting = Omit<Coming, 'source'> & Pick<Picture, 'size'>;

/** What was taken out or not taken last, and how it comes back. */
export interface Undo {
  /** Of one file, or of several. */
  readonly name: string;
  /** Where it stood. */
  readonly index: number;
  readonly wasAttached: boolean;
  act(): void;
}

/** Lets go of the pixels, which are many; they can be made again. */
function putAside({ source, ...rest }: Coming): Waiting {
  const size = { width: source.width, height: source.height };
  source.close();
  return { ...rest, size };
}

/** The pictures and documents of one element, from the moment they come until they are sent. */
export class PictureList {
  entries: readonly Entry[] = [];
  refused: readonly Refusal[] = [];
  /** What is to be known of files that were taken. */
  remarks: readonly Remark[] = [];
  undo: Undo | undefined;
  /** Why nothing came of a paste. */
  note: string | undefined;
  /** The key of the picture that is edited and drawn anew. */
  redrawn: string | undefined;
  /** The key of what is being dragged to another place. */
  dragged: string | undefined;
  limits: AttachmentLimits = defaultLimits;
  readonly localization: LocalizationController;
  readonly #element: ScreenshotAttach;
  readonly #host: ListHost;
  readonly #uploads: Uploads;
  readonly #editing: Editing;
  /** Pictures of documents are looked at one document after the other. */
  #reviewing: Promise<void> = Promise.resolve();
  /** Aborts when nothing that is under way is wanted any more. */
  #work = new AbortController();

  constructor(element: ScreenshotAttach, host: ListHost) {
    this.#element = element;
    this.#host = host;
    this.localization = host.localization;
    this.#editing = new Editing(element, host.localization, () => host.pending.notify());
    this.#uploads = new Uploads(
      host.connection,
      () => this.#update(),
      (id) => this.#shrink(id),
    );
  }

  /** How many pictures and documents there are, with those on their way into the list. */
  get count(): number {
    return this.entries.length + this.#host.pending.rows;
  }

  get isDisabled(): boolean {
    return this.#element.isDisabled;
  }

  /** The name of a picture whose editor can't be shown for now. */
  get paused(): string | undefined {
    return this.#editing.paused;
  }

  get isPaused(): boolean {
    return this.paused !== undefined;
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

  rows(): readonly unknown[] {
    return rowsView(this);
  }

  refusals(): unknown {
    return refusalsView(this);
  }

  editor(): unknown {
    return this.#editing.render();
  }

  uploadOf({ id }: Entry): UploadState | undefined {
    return this.#uploads.stateOf(id);
  }

  async add(files: readonly File[], giver: Giver, work: Work): Promise<void> {
    this.refused = [];
    this.remarks = [];
    this.note = undefined;
    await this.#working(async (signal) => {
      await this.#askLimits(signal);
      const waiting: Waiting[] = [];
      for (const file of files) {
        const count = Math.max(0, this.limits.count - this.entries.length - waiting.length);
        const { accepted, refused, remarks } = await takeIn(file, this.limits, count);
        signal.throwIfAborted();
        for (const refusal of refused) this.#refuse(refusal);
        this.remarks = [...this.remarks, ...remarks];
        // A Word document may hold any number of pictures.
        work.rows += accepted.length - 1;
        for (const one of accepted) {
          if (one.kind === 'document') this.#attachDocument(one.file, work);
          else if (one.fromWord) waiting.push(putAside({ ...one, coveredBeforehand: undefined }));
          else
            await this.#attach(
              { ...one, coveredBeforehand: undefined },
              giver === 'person' && files.length === 1,
              signal,
              work,
            );
        }
        this.#update();
      }
      if (waiting.length) await this.#review(waiting, signal, work);
    });
  }

  /** What a person gave: files, else the pictures in HTML. */
  async take({ files: given, html, text, hasRtf, isText }: Given, work: Work): Promise<void> {
    if (isText) return this.#sayLeftOut(html);
    const files = given.length ? withoutDoubles(given, text) : picturesIn(html);
    work.rows = files.length;
    if (files.length) return this.add(files, 'person', work);
    const { msg } = this.localization;
    this.note = hasRtf
      ? msg(
          'The picture was not attached: it was copied in a format that cannot be read here. Save it and choose the file, or take a screenshot and paste it here.',
        )
      : msg(
          'The picture was not attached: there was only a link to it. Save it and choose the file, or copy the picture itself and paste it here.',
        );
    this.#update();
  }

  /** After a paste of a text whose pictures don't come along. */
  #sayLeftOut(html: string): void {
    if (!hasPictures(html)) return;
    this.note = this.localization.msg(
      'The pictures in the copied text were not attached. Copy the pictures one at a time and paste them here, or take a screenshot.',
    );
    this.#update();
  }

  /** Each as it was: not drawn anew, and under its old id. */
  async restore(kept: readonly Kept[], work: Work): Promise<void> {
    await this.#working(async (signal) => {
      await this.#askLimits(signal);
      for (const each of kept) {
        const { entry, refused } = await takeBack(each, this.limits);
        signal.throwIfAborted();
        for (const refusal of refused) this.#refuse(refusal);
        work.rows -= 1;
        if (entry && this.#fits(entry.file)) this.#insert(this.entries.length, entry);
      }
    });
  }

  /** After a paste that had no clear place. */
  askWhich(): void {
    this.note = this.localization.msg(
      'Select where the picture belongs and paste again: this page has several places for pictures.',
    );
    this.#update();
  }

  /** What the clipboard holds, for who can't or won't press keys. */
  async readClipboard(work: Work): Promise<void> {
    const { msg } = this.localization;
    const { signal } = this.#work;
    try {
      const items = await navigator.clipboard.read();
      const partsOf = (chosen: (types: readonly string[]) => string | undefined) =>
        Promise.all(
          items.flatMap((item) => {
            const type = chosen(item.types);
            return type ? item.getType(type) : [];
          }),
        );
      const files = (await partsOf(bestOf)).map(
        (blob) => new File([blob], CLIPBOARD_NAME, { type: blob.type }),
      );
      const html = files.length ? '' : await new Blob(await partsOf(htmlIn)).text();
      if (signal.aborted) return;
      if (files.length || hasPictures(html))
        return await this.take({ ...givenFiles(files), html }, work);
      this.note = msg(
        'Take a picture first, for example with Print Screen: there is none on the clipboard.',
      );
    } catch {
      this.note = msg(
        str`Press ${modifierKey()} + V instead: the browser did not let this page read the clipboard.`,
      );
    }
    this.#update();
  }

  async capture(work: Work): Promise<void> {
    this.note = undefined;
    this.#element.dispatchEvent(new ScreenshotCaptureStartedEvent());
    try {
      const { captureScreen } = await import('../capture.js');
      const { signal } = this.#work;
      const captured = await captureScreen(this.#element).catch(() => undefined);
      if (signal.aborted) return captured?.source.close();
      if (!captured) return this.#explainCapture();
      const { original, source, covers } = captured;
      work.rows = 1;
      const edits = {
        ...noEdits,
        marks: (covers ?? []).map((rect) => ({ kind: 'cover', rect }) as const),
      };
      await this.#working((signal) =>
        this.#attach(
          {
            name: CLIPBOARD_NAME,
            original,
            turn: noTurn,
            source,
            edits,
            coveredBeforehand: covers ? covers.length : 'unknown',
          },
          true,
          signal,
          work,
        ),
      );
    } finally {
      this.#element.dispatchEvent(new ScreenshotCaptureEndedEvent());
    }
  }

  /** Whether the person, the page's policy or the computer refused, browsers don't tell apart. */
  #explainCapture(): void {
    const take = isMac() ? '⇧ ⌃ ⌘ 4' : 'Print Screen';
    this.note = this.localization.msg(
      str`No screenshot was taken. If the browser or computer does not allow it, press ${take} and then ${modifierKey()} + V.`,
    );
    this.#update();
  }

  /** Opens a picture that is in the list already. */
  async edit(entry: Entry): Promise<void> {
    const { picture } = entry;
    if (!picture || this.#editing.current) return this.resume();
    await this.#host.pending.track(0, () =>
      this.#working(async (signal) => {
        this.redrawn = entry.key;
        const source = await decodeAgain(picture);
        try {
          const edits = await this.#editing.edit(
            { ...picture, name: entry.file.name, source },
            signal,
          );
          if (typeof edits === 'object')
            await this.#replace(entry.key, picture, source, edits, signal);
        } catch {
          signal.throwIfAborted();
          this.note = this.localization.msg(
            'Check your network connection and try again: the editor could not be opened. The picture is unchanged.',
          );
          this.#host.missed();
          this.#update();
        } finally {
          this.redrawn = undefined;
          source.close();
        }
      }),
    );
  }

  /** Shows the editor again where it could not be shown for a while. */
  resume(): void {
    this.#editing.resume();
  }

  caption({ key }: Entry, caption: string): void {
    this.#change(key, { caption });
    this.#tellChanged(key);
  }

  /** Moves an entry to another place of the list, counted from 0. */
  async move({ key }: Entry, to: number): Promise<void> {
    const { renderRoot } = this.#element;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    const from = this.entries.findIndex((entry) => entry.key === key);
    this.entries = moved(this.entries, from, to);
    const place = this.entries.findIndex((entry) => entry.key === key);
    if (place !== from) this.#tellChanged(key);
    this.#host.announce(this.localization.msg(str`Place ${place + 1} of ${this.entries.length}`));
    this.#update();
    await this.#element.updateComplete;
    // A browser lets the focus go of what is moved.
    if (focused instanceof HTMLElement && !focused.matches(':focus')) focused.focus();
  }

  remove(entry: Entry): void {
    const index = this.entries.indexOf(entry);
    this.entries = this.entries.toSpliced(index, 1);
    this.#uploads.remove(entry.id);
    this.undo = {
      name: entry.file.name,
      index,
      wasAttached: true,
      act: () => {
        this.refused = [];
        // Others may have come meanwhile.
        if (!this.#fits(entry.file)) return this.#update();
        this.undo = undefined;
        this.#insert(index, { ...entry, id: newId() });
        void this.#focus(`#entry-${entry.key}`);
      },
    };
    this.#element.dispatchEvent(new ScreenshotRemovedEvent(entry.file));
    this.#host.announce(this.localization.msg(str`Removed: ${entry.file.name}`));
    void this.#focus('#undo button');
  }

  /** Sends again what didn't arrive. */
  retry({ id, key, file }: Entry): void {
    void this.#uploads.start(id, file);
    void this.#focus(`#entry-${key}`);
  }

  /** Stops one that is on its way. */
  cancelUpload({ id }: Entry): void {
    this.#uploads.cancel(id);
  }

  forgetUndo(): void {
    this.undo = undefined;
    void this.#focus('.drop-area button');
  }

  /** Drops what is on its way into the list. */
  stop(): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.#editing.discard();
  }

  clear(): void {
    for (const { id } of this.entries) this.#uploads.remove(id);
    this.entries = [];
    this.refused = [];
    this.remarks = [];
    this.note = undefined;
    this.undo = undefined;
    this.#update();
  }

  /** Leaves out what has been sent; it stays at the endpoint. */
  forget(ids: readonly string[]): void {
    this.entries = this.entries.filter(({ id }) => !ids.includes(id));
    this.#update();
  }

  uploaded(options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: Progress;
  }): Promise<void> {
    return this.#uploads.settled(new Map(this.entries.map(({ id, file }) => [id, file])), options);
  }

  async #askLimits(signal: AbortSignal): Promise<void> {
    const connection = isComplete(this.#element) ? undefined : this.#host.connection();
    const service = await connection?.service(this.localization.language).catch(() => undefined);
    signal.throwIfAborted();
    this.limits = limitsOf(this.#element, service?.attachments);
  }

  /** Work that stops by itself at its next step once it isn't wanted any more. */
  async #working(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const { signal } = this.#work;
    this.#update();
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#update();
    }
  }

  #refuse(refusal: Refusal): void {
    this.#host.missed();
    this.refused = [...this.refused, refusal];
    this.#element.dispatchEvent(new ScreenshotRejectedEvent(refusal.name, refusal.code));
  }

  /** Whether one more file of that size fits. */
  #fits({ name, size }: File, besides: readonly Entry[] = this.entries): boolean {
    const { count, bytesEach, bytesTotal } = this.limits;
    const total = besides.reduce((sum, { file }) => sum + file.size, size);
    const code =
      besides.length >= count
        ? 'tooMany'
        : size > bytesEach
          ? 'tooLarge'
          : total > bytesTotal
            ? 'totalTooLarge'
            : undefined;
    if (code) this.#refuse({ name, code });
    return !code;
  }

  #attachDocument(given: File, work: Work): void {
    work.rows -= 1;
    const file = new File([given], this.#unique(given.name), { type: given.type });
    if (this.#fits(file))
      this.#insert(this.entries.length, {
        key: newId(),
        id: newId(),
        file,
        caption: '',
        picture: undefined,
        isConfirmed: true,
      });
  }

  /**
   * Opens the pictures of a document one after the other. Until the person is done with one it isn't in the list, so it can be
   * neither sent nor uploaded: nobody has seen it alone yet, without what surrounds it in the document.
   */
  #review(pictures: readonly Waiting[], signal: AbortSignal, work: Work): Promise<void> {
    const turn = this.#reviewing.then(async () => {
      let left: readonly Waiting[] = pictures;
      const leftOut: Waiting[] = [];
      try {
        for (const [index, waiting] of pictures.entries()) {
          const source = await decodeAgain(waiting);
          while (this.#editing.current) await this.#editing.current;
          signal.throwIfAborted();
          const turn = { number: index + 1, of: pictures.length };
          const outcome = await this.#attach({ ...waiting, source }, true, signal, work, turn);
          if (outcome === 'cancelled') break;
          if (outcome === 'leftOut') leftOut.push(waiting);
          left = left.slice(1);
        }
      } finally {
        if (!signal.aborted) this.#offerAgain([...leftOut, ...left]);
      }
    });
    this.#reviewing = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves with what became of it: whether it is in the list or was refused, or the person turned away from it. */
  async #attach(
    coming: Coming,
    isLookedAt: boolean,
    signal: AbortSignal,
    work: Work,
    turn?: Turn,
  ): Promise<'settled' | 'leftOut' | 'cancelled'> {
    if (this.entries.length >= this.limits.count) {
      this.#refuse({ name: coming.name, code: 'tooMany' });
      work.rows -= 1;
      return 'settled';
    }
    const { source } = coming;
    try {
      // While another picture is open in the editor this one only joins the list.
      const isOpened = isLookedAt && !this.#editing.current;
      const edits = isOpened
        ? await this.#editing.edit(
            { ...coming, name: this.#pictureName(coming.name) },
            signal,
            turn,
          )
        : coming.edits;
      if (edits === 'leftOut') {
        work.rows -= 1;
        return edits;
      }
      if (!edits) {
        work.rows -= 1;
        if (!turn) this.#offerAgain([putAside(coming)]);
        return 'cancelled';
      }
      const { picture, file } = await this.#rendered(
        coming,
        source,
        edits,
        this.#pictureName(coming.name),
      );
      signal.throwIfAborted();
      work.rows -= 1;
      if (this.#fits(file))
        this.#insert(this.entries.length, {
          key: newId(),
          id: newId(),
          file,
          caption: '',
          picture,
          isConfirmed: isOpened,
        });
      else this.#offerAgain([putAside({ ...coming, edits })]);
      return 'settled';
    } finally {
      source.close();
    }
  }

  async #replace(
    key: string,
    known: Picture,
    source: ImageBitmap,
    edits: Edits,
    signal: AbortSignal,
  ): Promise<void> {
    const others = () => this.entries.filter((one) => one.key !== key);
    const entry = () => this.entries.find((one) => one.key === key);
    const name = entry()?.file.name ?? '';
    const { picture, file } = await this.#rendered(known, source, edits, name, others());
    signal.throwIfAborted();
    const former = entry();
    if (!former || !this.#fits(file, others())) return;
    this.#uploads.remove(former.id);
    this.#change(key, { id: newId(), file, picture, isConfirmed: true });
    this.#tellChanged(key);
    this.#uploadConfirmed(key);
  }

  /** The picture as it will be sent: what is shown, measured and uploaded is this one file. */
  async #rendered(
    {
      original,
      turn,
      coveredBeforehand,
      fromWord,
    }: Pick<Picture, 'original' | 'turn' | 'coveredBeforehand' | 'fromWord'>,
    source: ImageBitmap,
    edits: Edits,
    name: string,
    besides: readonly Entry[] = this.entries,
    most = Infinity,
  ) {
    const sizes = besides.map(({ file }) => file.size);
    const { blob, width, height } = await renderPicture(source, edits, {
      original,
      most: Math.min(most, roomFor(this.limits, sizes)),
      types: this.limits.types,
    });
    const thumbnail = thumbnailOf(source, edits);
    const picture: Picture = {
      original,
      turn,
      size: { width: source.width, height: source.height },
      edits,
      width,
      height,
      thumbnail,
      coveredBeforehand,
      fromWord,
    };
    return { picture, file: new File([blob], nameAs(name, blob.type), { type: blob.type }) };
  }

  /** A picture as a third of its bytes, for a line that takes less than the endpoint; nothing of it has arrived. */
  async #shrink(id: string): Promise<File | undefined> {
    const entry = this.entries.find((one) => one.id === id);
    const most = (entry?.file.size ?? 0) / 3;
    if (!entry?.picture || most < LEAST_BYTES) return undefined;
    const { picture: known, file: before, key } = entry;
    const source = await decodeAgain(known);
    try {
      const { picture, file } = await this.#rendered(
        known,
        source,
        known.edits,
        before.name,
        [],
        most,
      );
      if (file.size >= before.size) return undefined;
      this.#change(key, { file, picture });
      this.#tellChanged(key);
      return file;
    } finally {
      source.close();
    }
  }

  /** Pictures that the person turned away from aren't attached, and aren't lost either. */
  #offerAgain(pictures: readonly Waiting[]): void {
    if (!pictures.length) return;
    this.#host.missed();
    const name = this.localization.formats.list(
      pictures.map((picture) => this.#pictureName(picture.name)),
    );
    this.undo = {
      name,
      index: this.entries.length,
      wasAttached: false,
      act: () =>
        void this.#host.pending.track(pictures.length, (work) =>
          this.#working(async (signal) => {
            this.undo = undefined;
            await this.#review(pictures, signal, work);
            await this.#moveFocus();
          }),
        ),
    };
    this.#host.announce(this.localization.msg(str`Not attached: ${name}`));
  }

  #insert(index: number, { file: given, ...rest }: Entry): void {
    // Another one of that name may have come while this one was being drawn.
    const name = this.#unique(given.name);
    const file = name === given.name ? given : new File([given], name, { type: given.type });
    const entry = { ...rest, file };
    this.entries = this.entries.toSpliced(index, 0, entry);
    this.#element.dispatchEvent(new ScreenshotAddedEvent(entry.file));
    this.#host.announce(this.localization.msg(str`Attached: ${entry.file.name}`));
    this.#uploadConfirmed(entry.key);
    this.#update();
  }

  #uploadConfirmed(key: string): void {
    const entry = this.entries.find((one) => one.key === key);
    if (entry?.isConfirmed && this.#element.upload === 'endpoint')
      void this.#uploads.start(entry.id, entry.file);
  }

  #change(key: string, changes: Partial<Entry>): void {
    this.entries = this.entries.map((entry) =>
      entry.key === key ? { ...entry, ...changes } : entry,
    );
    this.#update();
  }

  #tellChanged(key: string): void {
    const entry = this.entries.find((one) => one.key === key);
    if (entry) this.#element.dispatchEvent(new ScreenshotChangedEvent(entry.file));
  }

  #unique(name: string): string {
    return uniqueName(
      name,
      this.entries.map(({ file }) => file.name),
    );
  }

  /** What browsers call a picture of the clipboard says nothing. */
  #pictureName(name: string): string {
    return this.#unique(
      name === CLIPBOARD_NAME ? `${this.localization.msg('Screenshot')}.png` : name,
    );
  }

  /** What had the focus may be gone with an act; the next thing to do has it then. */
  async #focus(selector: string): Promise<void> {
    this.#update();
    await this.#element.updateComplete;
    this.#element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The button that had the focus is gone; what came of it has it then. */
  async #moveFocus(): Promise<void> {
    const key = this.entries.at(-1)?.key;
    this.#update();
    await this.#element.updateComplete;
    if (!this.#element.renderRoot.querySelector(':focus'))
      await this.#focus(this.undo ? '#undo button' : key ? `#entry-${key}` : '.drop-area button');
  }

  #update(): void {
    this.#element.requestUpdate();
  }
}
