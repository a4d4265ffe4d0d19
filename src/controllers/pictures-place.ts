import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from '../context/connection.js';
import type { ServiceProfile } from '../contract/service.js';
import { keepPage, keepsDrop } from '../ui/keeps-drop.js';
import { isReachable, keepsPaste } from '../ui/keeps-paste.js';

type ScreenshotAttach = HTMLElementTagNameMap['screenshot-attach'];

/** How many pictures have arrived, of how many, which part of all bytes, and for the how-manyth time one is tried. */
export type PicturesProgress = Parameters<
  NonNullable<NonNullable<Parameters<ScreenshotAttach['uploaded']>[0]>['onProgress']>
>[0];

/** What is known of where the pictures go. */
export interface PicturesSurroundings {
  readonly connection: Connection | undefined;
  readonly service: ServiceProfile | undefined;
  /** Whether the person sends what they write themselves; only then a picture goes to the endpoint as soon as they are done with it. */
  readonly isSender: boolean;
}

/** The place of the pictures among what a person writes; what fills it is loaded when it is seen or touched, or something is pasted. */
export class PicturesPlace implements ReactiveController {
  element = document.createElement('screenshot-attach');
  readonly #host: ReactiveControllerHost;
  readonly #surroundings: () => PicturesSurroundings;
  readonly #changed: () => void;
  readonly #define: () => Promise<unknown>;
  readonly #seen = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.load(),
  );
  #loading: Promise<unknown> | undefined;
  #cleared: ScreenshotAttach | undefined;

  /** @param define loads and defines the element */
  constructor(
    host: ReactiveControllerHost,
    surroundings: () => PicturesSurroundings,
    changed: () => void,
    define: () => Promise<unknown>,
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
    document.addEventListener('paste', this.#onPaste);
    document.addEventListener('dragover', this.#onDrag);
    document.addEventListener('drop', this.#onDrag);
  }

  hostDisconnected(): void {
    document.removeEventListener('paste', this.#onPaste);
    document.removeEventListener('dragover', this.#onDrag);
    document.removeEventListener('drop', this.#onDrag);
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
    if (!this.#loading) this.#seen.observe(this.element);
  }

  load(): Promise<unknown> {
    this.#seen.disconnect();
    this.#loading ??= this.#define().catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  get files(): ScreenshotAttach['files'] {
    return this.element.files ?? [];
  }

  /** Puts back what was kept of them. */
  async restore(kept: Parameters<ScreenshotAttach['restore']>[0]): Promise<void> {
    const { element } = this;
    await this.load();
    await this.#host.updateComplete;
    if (element === this.element) await element.restore(kept);
  }

  /** @throws SupportError where one of them could not be sent */
  async uploaded(options: Parameters<ScreenshotAttach['uploaded']>[0]): Promise<void> {
    if (this.attachments.length) await this.element.uploaded(options);
  }

  /** Begins anew with an empty list. */
  reset(): void {
    this.#cleared = undefined;
    this.#begin(document.createElement('screenshot-attach'));
  }

  /** Offers to bring back the list that was cleared just now. */
  offerBack(cleared: ScreenshotAttach): void {
    this.#cleared = cleared;
  }

  undoClear(): void {
    if (this.#cleared) this.#begin(this.#cleared);
    this.#cleared = undefined;
  }

  #begin(element: ScreenshotAttach): void {
    this.element = element;
    for (const type of ['screenshot-added', 'screenshot-changed', 'screenshot-removed'])
      element.addEventListener(type, this.#changed);
    this.#host.requestUpdate();
  }

  /** What is pasted before the part is there waits for it, wherever the focus is; from then on it listens itself. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const { clipboardData: data } = event;
    if (!data || 'paste' in this.element || !isReachable(this.element, event.composedPath()))
      return;
    const files = [...data.files];
    const isTaken =
      event.defaultPrevented ||
      keepsPaste(event.composedPath(), data) ||
      document.querySelector('screenshot-attach:defined');
    if (isTaken || !files.length) return;
    this.#takeLater(files);
  };

  /** The same for what is dropped in the form. While there is no place for pictures, the page isn't left at least. */
  readonly #onDrag = (event: DragEvent): void => {
    if (keepsDrop(event) || ('paste' in this.element && this.element.isConnected)) return;
    const form = this.element.closest('form');
    const isTaken = Boolean(form && event.composedPath().includes(form));
    keepPage(event, isTaken);
    if (isTaken) void this.load();
    if (isTaken && event.type === 'drop') this.#takeLater([...(event.dataTransfer?.files ?? [])]);
  };

  #takeLater(files: readonly File[]): void {
    void this.load().then(() => 'paste' in this.element && this.element.paste(files));
  }
}
