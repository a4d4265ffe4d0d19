import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { unlessAborted } from '../client/retry.js';
import type { Connection } from '../context/connection.js';
import type { ServiceProfile } from '../contract/service.js';
import { everywhere } from '../ui/flat-tree.js';
import { keepPage, keepsDrop } from '../ui/keeps-drop.js';
import {
  givenBy,
  givenFiles,
  hasContent,
  isReachable,
  keepsPaste,
  type Given,
} from '../ui/keeps-paste.js';

type ScreenshotAttach = HTMLElementTagNameMap['screenshot-attach'];

type RestoredPictures = Parameters<ScreenshotAttach['restore']>[0];
/** How many pictures have arrived, of how many, which part of all bytes, and for the how-manyth time one is tried. */
export type PicturesProgress = Parameters<
  NonNullable<NonNullable<Parameters<ScreenshotAttach['uploaded']>[0]>['onProgress']>
>[0];

/** What is known of where the pictures go. */
export interface PicturesSurroundings {
  readonly connection: Connection | undefined;
  readonly service: ServiceProfile | undefined;
  /** Whether the place is away while what stands in it is being sent. */
  readonly isSending?: boolean;
  /** Whether the person sends what they write themselves; only then a picture goes to the endpoint as soon as they are done with it. */
  readonly isSender: boolean;
}

/** The place of the pictures among what a person writes; what fills it begins when it is seen or touched, or something is pasted. */
export class PicturesController implements ReactiveController {
  element = document.createElement('screenshot-attach');
  /** What was handed over while the place was away. */
  #late: readonly File[] = [];
  readonly #host: ReactiveControllerHost & Element;
  readonly #surroundings: () => PicturesSurroundings;
  readonly #changed: () => void;
  readonly #define: () => void;
  readonly #seen = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.begin(),
  );
  /** Aborts when the place is no longer on the page. */
  #listening: AbortController | undefined;
  #hasBegun = false;
  #cleared: ScreenshotAttach | undefined;
  /** What was pasted or dropped before the element had begun. */
  #early: Given[] = [];
  /** Pictures that are being read out of a draft. */
  readonly #restoring = new Set<Promise<unknown>>();

  /** @param define defines the element */
  constructor(
    host: ReactiveControllerHost & Element,
    surroundings: () => PicturesSurroundings,
    changed: () => void,
    define: () => void,
  ) {
    this.#host = host;
    this.#surroundings = surroundings;
    this.#changed = changed;
    this.#define = define;
    host.addController(this);
    this.#begin(this.element);
  }

  get attachments(): ScreenshotAttach['attachments'] {
    return this.element.attachments ?? [];
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('paste', this.#onPaste, { signal });
    for (const type of ['dragover', 'drop'] as const)
      document.addEventListener(type, this.#onDrag, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#seen.disconnect();
  }

  hostUpdate(): void {
    const { connection, service, isSender } = this.#surroundings();
    const { types, count, bytesEach, bytesTotal, pixels } = service?.attachments ?? {};
    Object.assign(this.element, {
      id: 'attachments',
      upload: isSender ? 'endpoint' : 'form',
      client: connection,
      accept: types?.join(),
      maxFiles: count,
      maxBytes: bytesEach,
      maxTotalBytes: bytesTotal,
      maxPixels: pixels,
    });
  }

  hostUpdated(): void {
    if (!this.#hasBegun) this.#seen.observe(this.element);
  }

  begin(): void {
    this.#seen.disconnect();
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.#define();
  }

  /** Whether something that a person handed over isn't among the attachments yet. */
  get isPreparing(): boolean {
    return this.#early.length > 0 || this.#restoring.size > 0 || Boolean(this.element.isPreparing);
  }

  /**
   * Waits for everything that a person handed over. Resolves with whether all of it is among the attachments.
   *
   * @throws SupportError `aborted`
   */
  async prepared({ signal }: { readonly signal?: AbortSignal } = {}): Promise<boolean> {
    if (this.#early.length) await unlessAborted(() => this.#addEarly(), signal);
    while (this.#restoring.size) await unlessAborted(() => Promise.all(this.#restoring), signal);
    if (this.#early.length) return false;
    return 'prepared' in this.element ? this.element.prepared({ ...(signal && { signal }) }) : true;
  }

  get files(): ScreenshotAttach['files'] {
    return this.element.files ?? [];
  }

  /** Puts back what was kept of them. */
  async restore(kept: RestoredPictures | Promise<RestoredPictures>): Promise<void> {
    const work = this.#restore(kept);
    this.#restoring.add(work);
    try {
      await work;
    } finally {
      this.#restoring.delete(work);
    }
  }

  async #restore(kept: RestoredPictures | Promise<RestoredPictures>): Promise<void> {
    const { element } = this;
    const found = await kept;
    this.begin();
    await this.#host.updateComplete;
    if (element === this.element) await element.restore(found);
  }

  /** Whether something was handed over too late to go along with what is being sent, or was just sent. */
  get isLate(): boolean {
    return this.#late.length > 0;
  }

  /** Takes what was handed over while the place was away. */
  addLate(): void {
    const files = this.#late;
    this.#late = [];
    if (files.length)
      void this.#host.updateComplete.then(() => this.#addWhenReady(givenFiles(files)));
  }

  /** Leaves out what has been sent; what came meanwhile stays. */
  forget(sent: readonly { readonly id: string }[]): void {
    if (!this.attachments.length) return;
    const ids = sent.map(({ id }) => id);
    const isAll = this.attachments.every(({ id }) => ids.includes(id));
    if (isAll && !this.isPreparing) this.reset();
    else if ('forget' in this.element) this.element.forget(ids);
  }

  /** @throws SupportError where one of them could not be sent */
  async uploaded(options: Parameters<ScreenshotAttach['uploaded']>[0]): Promise<void> {
    if (this.attachments.length) await this.element.uploaded(options);
  }

  /** Begins anew with an empty list; what was on its way into the former one is dropped. */
  reset(): void {
    this.#cleared = undefined;
    this.#late = [];
    if ('stop' in this.element) this.element.stop();
    this.#begin(document.createElement('screenshot-attach'));
  }

  /** Begins anew with an empty list. What is on its way into the former one still gets there, so that it can be brought back. */
  detach(): ScreenshotAttach {
    const { element } = this;
    this.#begin(document.createElement('screenshot-attach'));
    return element;
  }

  /** Offers to bring back the list that was cleared just now. */
  offerUndo(cleared: ScreenshotAttach): void {
    this.#cleared = cleared;
  }

  undoClear(): void {
    if (this.#cleared) this.#begin(this.#cleared);
    this.#cleared = undefined;
  }

  #begin(element: ScreenshotAttach): void {
    const types = ['screenshot-added', 'screenshot-changed', 'screenshot-removed'];
    for (const type of types) this.element.removeEventListener(type, this.#changed);
    for (const type of types) element.addEventListener(type, this.#changed);
    this.#early = [];
    this.element = element;
    this.#host.requestUpdate();
  }

  /** What is pasted before the element has begun waits for it, wherever the focus is; from then on it listens itself. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const { clipboardData: data } = event;
    if (data?.files.length && this.#isAway(event.composedPath()) && !event.defaultPrevented) {
      if (!keepsPaste(event.composedPath(), data)) this.#keepLate(event, data.files);
      return;
    }
    if ('paste' in this.element || !isReachable(this.element, event.composedPath())) return;
    const given = givenBy(event);
    if (!given || document.querySelector('screenshot-attach:defined')) return;
    if (hasContent(given)) event.preventDefault();
    this.#addWhenReady(given);
  };

  /** The same for what is dropped in the form. While there is no place for pictures, the page isn't left at least. */
  readonly #onDrag = (event: DragEvent): void => {
    if (keepsDrop(event) || ('paste' in this.element && this.element.isConnected)) return;
    const path = event.composedPath();
    if (this.#isAway(path) && path.includes(this.#host)) {
      keepPage(event, true);
      const files = event.type === 'drop' ? event.dataTransfer?.files : undefined;
      if (files?.length) this.#keepLate(event, files);
      return;
    }
    const form = this.element.closest('form');
    const isTaken = Boolean(form && path.includes(form));
    keepPage(event, isTaken);
    if (isTaken) this.begin();
    if (isTaken && event.type === 'drop' && event.dataTransfer) {
      const { dataTransfer: data } = event;
      this.#addWhenReady({ ...givenFiles(data.files), html: data.getData('text/html') });
    }
  };

  /** Whether what is handed over now comes too late: the person is still where the place was. */
  #isAway(path: readonly EventTarget[]): boolean {
    if (!this.#surroundings().isSending || !isReachable(this.#host, path)) return false;
    return path.includes(this.#host) || !everywhere('screenshot-attach:defined').length;
  }

  #keepLate(event: Event, files: FileList): void {
    event.preventDefault();
    this.#late = [...this.#late, ...files];
    this.#host.requestUpdate();
  }

  #addWhenReady(given: Given): void {
    this.#early.push(given);
    void this.#addEarly();
  }

  async #addEarly(): Promise<void> {
    this.begin();
    const { element } = this;
    // From now on the element takes what comes itself: what came before is given to it first.
    if (!('paste' in element)) await this.#host.updateComplete;
    if ('paste' in element) for (const given of this.#early.splice(0)) element.paste(given);
  }
}
