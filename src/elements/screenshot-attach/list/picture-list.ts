import type { LitElement } from 'lit';
import { newId } from '../../../client/new-id.js';
import { str } from '@lit/localize/internal/str-tag.js';
import { isComplete, limitsOf, type OwnLimits } from '../../../attachments/attachment-limits.js';
import { AttachmentList, type ListChange } from '../../../attachments/attachment-list.js';
import { noEdits, type Edits } from '../../../attachments/edits.js';
import type { Entry } from '../../../attachments/entry.js';
import type { PendingWork, Work } from '../../../attachments/pending-work.js';
import {
  hasPictures,
  isDrawn,
  picturesIn,
  withoutDoubles,
} from '../../../attachments/pictures-in-html.js';
import { noTurn } from '../../../attachments/turn.js';
import type { Connection } from '../../../context/connection.js';
import type { LocalizationController } from '../../../localization/localization-controller.js';
import type { Given } from '../../../ui/keeps-paste.js';
import { isMac, modifierKey } from '../../../ui/keys.js';
import { decodeAgain, type Refusal, type Remark } from '../../../attachments/import/index.js';
import {
  ScreenshotAddedEvent,
  ScreenshotCaptureEndedEvent,
  ScreenshotCaptureStartedEvent,
  ScreenshotChangedEvent,
  ScreenshotRejectedEvent,
  ScreenshotRemovedEvent,
} from '../screenshot-attach.events.js';
import { CLIPBOARD_NAME, readClipboard } from './clipboard.js';
import { Editing } from './editing.js';
import { PictureImporter, type KeptAttachment, type WaitingPicture } from './picture-importer.js';

/** The element that shows a list, as the list sees it. */
export interface PicturesElement extends LitElement, OwnLimits {
  readonly isDisabled: boolean;
  readonly upload: 'form' | 'endpoint';
}

/** How the list reaches the endpoint and the person. */
export interface PictureListHost {
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

/** What was taken out or not taken last, and how it comes back. */
export interface Undo {
  /** Of one file, or of several. */
  readonly name: string;
  /** Where it stood. */
  readonly index: number;
  readonly wasAttached: boolean;
  act(): void;
}

/** The pictures and documents of one element, from the moment they come until they are sent. */
export class PictureList {
  readonly model: AttachmentList;
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
  readonly localization: LocalizationController;
  readonly #element: PicturesElement;
  readonly #host: PictureListHost;
  readonly #editing: Editing;
  readonly #importer: PictureImporter;
  /** Aborts when nothing that is under way is wanted any more. */
  #work = new AbortController();

  constructor(element: PicturesElement, host: PictureListHost) {
    this.#element = element;
    this.#host = host;
    this.localization = host.localization;
    this.model = new AttachmentList(
      {
        connection: () => host.connection(),
        isUploading: () => element.upload === 'endpoint',
        changed: (change) => this.#changed(change),
      },
      decodeAgain,
    );
    this.#editing = new Editing(element, host.localization, () => host.pending.notify());
    this.#importer = new PictureImporter(
      this.model,
      this.#editing,
      {
        refuse: (refusal) => this.#refuse(refusal),
        fits: (file) => this.#fits(file),
        remark: (remarks) => (this.remarks = [...this.remarks, ...remarks]),
        offerAgain: (pictures) => this.#offerAgain(pictures),
        changed: () => this.#update(),
      },
      (name, others) => this.#pictureName(name, others),
    );
  }

  /** How many pictures and documents there are, with those on their way into the list. */
  get count(): number {
    return this.model.entries.length + this.#host.pending.rows;
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

  editor(): unknown {
    return this.#editing.render();
  }

  async add(files: readonly File[], giver: Giver, work: Work): Promise<void> {
    this.refused = [];
    this.remarks = [];
    this.note = undefined;
    const { seen } = this.#editing;
    await this.#working(async (signal) => {
      await this.#askLimits(signal);
      await this.#importer.add(files, giver === 'person', signal, work, seen);
    });
  }

  /** What a person gave: files, else the pictures in HTML. */
  async addGiven({ files: given, html, text, hasRtf, isText }: Given, work: Work): Promise<void> {
    if (isText) return this.#sayLeftOut(hasRtf || hasPictures(html));
    const files = given.length ? withoutDoubles(given, text) : picturesIn(html);
    work.rows = files.length;
    if (files.length) return this.add(files, 'person', work);
    const { msg } = this.localization;
    this.note =
      hasRtf || isDrawn(html)
        ? msg(
            'The picture was not attached: it was copied in a format that cannot be read here. Save it and choose the file, or take a screenshot and paste it here.',
          )
        : msg(
            'The picture was not attached: there was only a link to it. Save it and choose the file, or copy the picture itself and paste it here.',
          );
    this.#update();
  }

  /** After a paste of a text whose pictures don't come along. */
  #sayLeftOut(hadPictures: boolean): void {
    if (!hadPictures) return;
    this.note = this.localization.msg(
      'The pictures in the copied text were not attached. Copy the pictures one at a time and paste them here, or take a screenshot.',
    );
    this.#update();
  }

  /** Puts back what was kept of attachments, each under its old id. */
  async restore(kept: readonly KeptAttachment[], work: Work): Promise<void> {
    await this.#working(async (signal) => {
      await this.#askLimits(signal);
      await this.#importer.restore(kept, signal, work);
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
      const given = await readClipboard();
      if (signal.aborted) return;
      if (given) return await this.addGiven(given, work);
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
      const { captureScreen } = await import('../capture.lazy.js');
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
        this.#importer.attach(
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
          if (typeof edits === 'object') await this.#redraw(entry.key, source, edits, signal);
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
    this.model.setCaption(key, caption);
  }

  /** Moves an entry to another place of the list, counted from 0. */
  async move({ key }: Entry, to: number): Promise<void> {
    const { renderRoot } = this.#element;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    const position = this.model.move(key, to) + 1;
    const { length } = this.model.entries;
    this.#host.announce(this.localization.msg(str`Place ${position} of ${length}`));
    this.#update();
    await this.#element.updateComplete;
    // A browser lets the focus go of what is moved.
    if (focused instanceof HTMLElement && !focused.matches(':focus')) focused.focus();
  }

  remove(entry: Entry): void {
    const index = this.model.remove(entry);
    this.undo = {
      name: entry.file.name,
      index,
      wasAttached: true,
      act: () => {
        this.refused = [];
        // Others may have come meanwhile.
        if (!this.#fits(entry.file)) return this.#update();
        this.undo = undefined;
        this.model.insert(index, { ...entry, id: newId() });
        void this.#focus(`#entry-${entry.key}`);
      },
    };
    void this.#focus('#undo button');
  }

  /** Sends again what didn't arrive. */
  retry(entry: Entry): void {
    this.model.retry(entry);
    void this.#focus(`#entry-${entry.key}`);
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
    this.refused = [];
    this.remarks = [];
    this.note = undefined;
    this.undo = undefined;
    this.model.clear();
  }

  async #askLimits(signal: AbortSignal): Promise<void> {
    const connection = isComplete(this.#element) ? undefined : this.#host.connection();
    const service = await connection?.service(this.localization.language).catch(() => undefined);
    signal.throwIfAborted();
    this.model.limits = limitsOf(this.#element, service?.attachments);
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

  /** Whether a file fits beside all entries, or beside others; if not, the person is told. */
  #fits(file: File, others?: readonly Entry[]): boolean {
    const code = this.model.refusalOf(file, others);
    if (code) this.#refuse({ name: file.name, code });
    return !code;
  }

  /** Puts a picture as it was edited into the place of how it was before. */
  async #redraw(
    key: string,
    source: ImageBitmap,
    edits: Edits,
    signal: AbortSignal,
  ): Promise<void> {
    const known = this.model.find(key);
    if (!known?.picture) return;
    const { picture, file } = known;
    const others = () => this.model.entries.filter((entry) => entry.key !== key);
    const drawn = await this.model.render(picture, source, edits, file.name, others());
    signal.throwIfAborted();
    const former = this.model.find(key);
    if (former && this.#fits(drawn.file, others())) this.model.replace(former, drawn);
  }

  /** Pictures that the person turned away from aren't attached, and aren't lost either. */
  #offerAgain(pictures: readonly WaitingPicture[]): void {
    if (!pictures.length) return;
    this.#host.missed();
    const name = this.localization.formats.list(
      pictures.map((picture) => this.#pictureName(picture.name)),
    );
    this.undo = {
      name,
      index: this.model.entries.length,
      wasAttached: false,
      act: () =>
        void this.#host.pending.track(pictures.length, (work) =>
          this.#working(async (signal) => {
            this.undo = undefined;
            await this.#importer.review(pictures, signal, work);
            await this.#moveFocus();
          }),
        ),
    };
    this.#host.announce(this.localization.msg(str`Not attached: ${name}`));
  }

  /** Says what happened to an entry, to the host page and to the person. */
  #changed(change: ListChange | undefined): void {
    const { msg } = this.localization;
    const { name, file } = change ?? {};
    if (name === 'added' && file) {
      this.#element.dispatchEvent(new ScreenshotAddedEvent(file));
      this.#host.announce(msg(str`Attached: ${file.name}`));
    } else if (name === 'removed' && file) {
      this.#element.dispatchEvent(new ScreenshotRemovedEvent(file));
      this.#host.announce(msg(str`Removed: ${file.name}`));
    } else if (file) this.#element.dispatchEvent(new ScreenshotChangedEvent(file));
    this.#update();
  }

  /** What browsers call a picture of the clipboard says nothing. */
  #pictureName(name: string, others?: readonly string[]): string {
    return this.model.uniqueName(
      name === CLIPBOARD_NAME ? `${this.localization.msg('Screenshot')}.png` : name,
      others,
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
    const key = this.model.entries.at(-1)?.key;
    this.#update();
    await this.#element.updateComplete;
    if (!this.#element.renderRoot.querySelector(':focus'))
      await this.#focus(this.undo ? '#undo button' : key ? `#entry-${key}` : '.drop-area button');
  }

  #update(): void {
    this.#element.requestUpdate();
  }
}
