import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from '../../context/property.js';
import { SupportElement } from '../../context/support-element.js';
import type { RequestDetails } from '../../contract/support-requests.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { canCapture } from '../../ui/can-capture.js';
import { controls } from '../../ui/controls.styles.js';
import { givenFiles, type Given } from '../../ui/keeps-paste.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues, listCatalogues } from './catalogues.js';
import { comingRows, preparing } from './coming-rows.js';
import { hint } from './hint.js';
import { ignorePaste, listenForPaste, markUsed, type PasteTarget } from './paste.js';
import type { PictureList } from './list/picture-list.js';
import { PendingWork, type Work } from '../../attachments/pending-work.js';
import type { UploadProgress } from '../../attachments/uploads.js';
import { styles } from './screenshot-attach.styles.js';

type Act = (pictures: PictureList, work: Work) => Promise<void>;

/** An empty attribute is no zero. */
const toNumber = (text: string | null): number | undefined =>
  text === null ? undefined : text.trim() ? Number(text) : NaN;

/**
 * Screenshots without a word processor: pasted, dropped, picked, captured or taken out of a `.docx`; what is private is
 * covered, and what is shown is what is sent. Works in any form, and needs no endpoint.
 *
 * @example
 * ```html
 * <form method="post" enctype="multipart/form-data">
 *   <screenshot-attach name="pictures" required></screenshot-attach>
 * </form>
 * ```
 *
 * @slot hint - Replaces the sentence in the drop area.
 * @fires {ScreenshotAddedEvent} screenshot-added - A picture or document stands in the list.
 * @fires {ScreenshotChangedEvent} screenshot-changed - One was edited, captioned or moved.
 * @fires {ScreenshotRemovedEvent} screenshot-removed - One was taken out.
 * @fires {ScreenshotRejectedEvent} screenshot-rejected - A file was not taken; the detail says why.
 * @fires {ScreenshotCaptureStartedEvent} screenshot-capture-started - The browser asks what to capture.
 * @fires {ScreenshotCaptureEndedEvent} screenshot-capture-ended - Capturing is over.
 * @csspart picture - Each picture or document of the list.
 * @csspart button - Every button.
 * @csspart drop-area - Where files can be dropped.
 */
export class ScreenshotAttach extends SupportElement implements PasteTarget {
  static readonly formAssociated = true;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override readonly styles = [tokens, base, controls, styles];

  /** The name in the form's data: one entry a file, and where a caption was written, `<name>-caption` for each. */
  @property() name = '';
  /** Whether a form may be sent only with at least one picture. */
  @property({ type: Boolean }) required = false;
  /** Takes nothing and is left out of the form's data. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The most files. Default: the endpoint's limit, else 10. */
  @property({ attribute: 'max-files', converter: toNumber }) maxFiles: number | undefined;
  /** The largest file, in bytes; a larger picture is made smaller. Default: the endpoint's limit, else 10 MiB. */
  @property({ attribute: 'max-bytes', converter: toNumber }) maxBytes: number | undefined;
  /** The most bytes of all files. Default: the endpoint's limit, else 25 MiB. */
  @property({ attribute: 'max-total-bytes', converter: toNumber }) maxTotalBytes:
    number | undefined;
  /** The most pixels of a picture, width × height; one with more is made smaller. Default: the endpoint's limit, else 50,000,000. */
  @property({ attribute: 'max-pixels', converter: toNumber }) maxPixels: number | undefined;
  /** Types with commas between, such as `image/png,application/pdf`. Default: the endpoint's, else pictures. */
  @property() accept: string | undefined;
  /** Whether the form sends the files (`form`, default), or each goes to the endpoint as soon as it is confirmed. */
  @property() upload: 'form' | 'endpoint' = 'form';

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #internals = this.attachInternals();
  #customError = '';
  /** What was handed over and isn't in the list yet. */
  readonly #pending: PendingWork = new PendingWork(() => {
    this.#updateForm();
    this.requestUpdate();
  });
  /** How much of what was handed over did not come into the list. */
  #unattached = 0;
  /** Aborts when nothing that is under way is wanted any more. */
  #work = new AbortController();
  /** What comes after the first touch. */
  readonly #listPart = new LazyPart(
    this,
    this.#l10n,
    listCatalogues,
    () => import('./list/picture-list.lazy.js'),
  );

  @state() private pictures: PictureList | undefined;
  @state() private dragging = false;
  @state() private announcement = '';
  /** Whether what comes after the first touch could not be loaded. */
  @state() private unloaded = false;
  @state() private disabledAround = false;

  /** What would be sent now, in the order of the list. */
  get files(): readonly File[] {
    return this.pictures?.model.files ?? [];
  }

  /** What a support request says of them; each id is the endpoint's with `upload="endpoint"`. */
  get attachments(): RequestDetails['attachments'] {
    return this.pictures?.model.attachments ?? [];
  }

  /**
   * Takes files as if they had been picked; resolves when each is in the list or was rejected. The pictures of a Word document are
   * opened for the person to look through first, since nobody has seen them outside of the document.
   */
  async addFiles(files: Iterable<File>): Promise<void> {
    const given = [...files];
    await this.#handOver(given.length, (pictures, work) => pictures.add(given, 'host', work));
  }

  /** Whether something that was handed over is still being read, looked at or drawn, so that it isn't in the list yet. */
  get isPreparing(): boolean {
    return this.#pending.isAny;
  }

  /**
   * Waits for what was handed over, also for a person who is at work in the editor. Resolves with whether all of it came into the
   * list; if not, the person reads why. A form that is checked by the browser waits by itself.
   *
   * @throws SupportError `aborted`
   */
  async prepared({ signal }: { readonly signal?: AbortSignal } = {}): Promise<boolean> {
    const before = this.#unattached;
    while (this.isPreparing) {
      if (this.pictures?.isPaused) return false;
      await this.#pending.next(signal);
    }
    return this.#unattached === before;
  }

  /**
   * Puts back what `files` and `attachments` said before a reload: the same bytes under the same ids, so that nothing is
   * uploaded twice. Resolves when each is in the list or was rejected.
   */
  async restore(
    kept: Iterable<{
      readonly file: File;
      readonly attachment: RequestDetails['attachments'][number];
    }>,
  ): Promise<void> {
    const given = [...kept];
    await this.#handOver(given.length, (pictures, work) => pictures.restore(given, work));
  }

  /** Asks the person what to capture; needs a press of theirs. Resolves when it is in the list, or nothing was captured. */
  async capture(): Promise<void> {
    await this.#handOver(0, (pictures, work) => pictures.capture(work));
  }

  /** Empties the list; what has been uploaded is deleted. */
  clear(): void {
    this.stop();
    this.pictures?.clear();
  }

  /** @internal Drops what is on its way into the list; what is in it stays. */
  stop(): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.pictures?.stop();
    this.#pending.forget();
  }

  /** @internal Leaves out what has been sent; what is on its way into the list still gets there. */
  forget(ids: readonly string[]): void {
    this.pictures?.model.forget(ids);
  }

  /**
   * With `upload="endpoint"`: resolves when everything that was handed over has arrived.
   *
   * @throws SupportError of the first that didn't
   */
  async uploaded(
    options: { readonly signal?: AbortSignal; readonly onProgress?: UploadProgress } = {},
  ): Promise<void> {
    await this.prepared(options);
    await this.pictures?.model.uploaded(options);
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** The labels that name it. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  /** Whether the form checks it, as it doesn't while it is disabled. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** What keeps the form from being sent now. */
  get validity(): ValidityState {
    this.#updateForm();
    return this.#internals.validity;
  }

  /** The same in words, in the language of the element. */
  get validationMessage(): string {
    this.#updateForm();
    return this.#internals.validationMessage;
  }

  /** Whether the form may be sent as far as this element goes; if not, `invalid` is fired. */
  checkValidity(): boolean {
    this.#updateForm();
    return this.#internals.checkValidity();
  }

  /** The same, and the person is told what is missing. */
  reportValidity(): boolean {
    this.#updateForm();
    return this.#internals.reportValidity();
  }

  /** Keeps the form from being sent for a reason of the page's own; an empty text ends that. */
  setCustomValidity(message: string): void {
    this.#customError = message;
    this.#updateForm();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    listenForPaste(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ignorePaste(this);
  }

  /** What was attached stays with who attached it. */
  protected override personChanged(): void {
    this.stop();
    this.pictures = undefined;
    this.announcement = '';
  }

  formResetCallback(): void {
    this.clear();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledAround = disabled;
  }

  /** @internal Whether nothing can be done here now, by its own attribute or a fieldset's. */
  get isDisabled(): boolean {
    return this.disabled || this.disabledAround;
  }

  /** @internal What was pasted or dropped on the page, and is this element's. */
  paste(given: Given): void {
    if (this.isDisabled) return;
    if (!given.isText) markUsed(this);
    void this.#act(given.files.length, (pictures, work) => pictures.addGiven(given, work));
  }

  /** @internal Something was pasted that may be another element's. */
  askWhich(): void {
    void this.#act(0, async (pictures) => pictures.askWhich());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#updateForm();
  }

  protected override render(): unknown {
    if (!this.#l10n.ready) return nothing;
    const { msg } = this.#l10n;
    const disabled = this.isDisabled;
    const { module } = this.#listPart;
    const { pictures } = this;
    const rows = [
      ...(module && pictures ? module.rowsView(pictures) : []),
      ...comingRows(this.#l10n, this.pictures?.isPaused ? 0 : this.#pending.rows),
    ];
    const button = (text: string, act: () => void) =>
      html`<button class="button text" part="button" type="button" ?disabled=${disabled} @click=${act}>${text}</button>`;
    return html`
      <div
        class="root"
        lang=${this.#l10n.language}
        @focusin=${this.#onTouch}
        @pointerdown=${this.#onTouch}
        @pointerover=${this.#prepareEarly}
        @dragover=${this.#onDragover}
        @dragleave=${this.#onDragleave}
        @drop=${this.#onDrop}
      >
        ${rows.length ? html`<ul class="pictures" aria-label=${msg('Pictures')}>${rows}</ul>` : nothing}
        <div class="drop-area ${this.dragging ? 'over' : ''}" part="drop-area">
          <slot name="hint"><p class="hint quiet">${hint(this.#l10n, this.dragging)}</p></slot>
          <div class="row acts">
            ${button(msg('Paste'), () => void this.#act(0, (pictures, work) => pictures.readClipboard(work)))}
            ${canCapture() ? button(msg('Take a screenshot'), () => void this.#act(0, (pictures, work) => pictures.capture(work))) : nothing}
            ${button(msg('Choose files'), () => this.renderRoot.querySelector<HTMLElement>('[type=file]')?.click())}
          </div>
        </div>
        <input type="file" hidden multiple accept=${(this.accept && module?.chooserTypes(this.accept)) || nothing} ?disabled=${disabled} @change=${this.#onPick} />
        <div role="alert">
          ${
            this.unloaded
              ? html`<p class="message">${msg('Check your network connection and try again: the picture was not attached.')}</p>`
              : pictures && module?.refusalsView(pictures)
          }
        </div>
        <p class="visually-hidden" role="status">${this.announcement}</p>
        <p class="visually-hidden" role="status">${this.isPreparing && !this.pictures?.isPaused ? preparing(this.#l10n) : nothing}</p>
        ${this.pictures?.editor()}
      </div>
    `;
  }

  /** The form's data and whether it may be sent. The empty state keeps the browser from bringing back old pictures. */
  #updateForm(): void {
    const { name, pictures } = this;
    const data = new FormData();
    for (const { file, caption } of pictures?.model.entries ?? []) {
      data.append(name, file);
      if (pictures?.model.hasCaptions) data.append(`${name}-caption`, caption.trim());
    }
    const { files } = this;
    this.#internals.setFormValue(name && files.length ? data : null, '');
    const { msg } = this.#l10n;
    const valueMissing = this.required && !files.length;
    const message = this.#customError
      ? this.#customError
      : pictures?.isPaused
        ? msg('Open the unfinished picture again and select Done or Cancel.')
        : this.isPreparing
          ? msg('Wait a moment: a picture is still being prepared.')
          : valueMissing
            ? msg('Attach at least one picture.')
            : '';
    this.#internals.setValidity(
      { customError: this.isPreparing || this.#customError !== '', valueMissing },
      message,
      this.shadowRoot?.querySelector<HTMLElement>('.drop-area button') ?? undefined,
    );
  }

  /** The list of who is there now. */
  async #prepare(): Promise<PictureList> {
    const { PictureList } = await this.#listPart.load();
    return (this.pictures ??= new PictureList(this, {
      localization: this.#l10n,
      connection: () => this.connection,
      announce: (text) => (this.announcement = text),
      pending: this.#pending,
      missed: () => (this.#unattached += 1),
    }));
  }

  /** From this moment on a form waits for the files, which may long be under way before they stand in the list. */
  async #handOver(rows: number, act: Act): Promise<void> {
    const { signal } = this.#work;
    await this.#pending.track(rows, async (work) => {
      try {
        const pictures = await this.#prepare();
        if (!signal.aborted) await act(pictures, work);
      } catch (error) {
        if (signal.aborted) return;
        this.#unattached += 1;
        throw error;
      }
    });
  }

  async #act(rows: number, act: Act): Promise<void> {
    this.unloaded = false;
    await this.#handOver(rows, act).catch(() => (this.unloaded = true));
  }

  readonly #prepareEarly = (): void => {
    void this.#prepare().catch(() => undefined);
  };

  readonly #onTouch = (): void => {
    markUsed(this);
    this.#prepareEarly();
  };

  readonly #onPick = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    if (currentTarget.files?.length) this.paste(givenFiles(currentTarget.files));
    currentTarget.value = '';
  };

  readonly #onDragover = (event: DragEvent): void => {
    if (this.isDisabled || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragging = true;
    this.#prepareEarly();
  };

  readonly #onDragleave = (): void => {
    this.dragging = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.dragging = false;
    if (this.isDisabled || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.paste(givenFiles(event.dataTransfer.files));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'screenshot-attach': ScreenshotAttach;
  }
}
