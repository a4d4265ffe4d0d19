import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { SupportError } from '../../client/support-error.js';
import { property, state } from '../../context/property.js';
import { SupportElement } from '../../context/support-element.js';
import type { RequestDetails } from '../../contract/support-requests.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { adoptMoreStyles } from '../../ui/adopt-more-styles.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues } from './catalogues.js';
import { chooserTypes } from './chooser-types.js';
import { hint } from './hint.js';
import { ignorePaste, listenForPaste, markUsed, type PasteTarget } from './paste.js';
import type { PictureList, Progress } from './list/picture-list.js';
import { styles } from './screenshot-attach.styles.js';

type Pictures = typeof import('./list/index.js');

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
  @property({ attribute: 'max-files', type: Number }) maxFiles: number | undefined;
  /** The largest file, in bytes; a larger picture is made smaller. Default: the endpoint's limit, else 10 MiB. */
  @property({ attribute: 'max-bytes', type: Number }) maxBytes: number | undefined;
  /** The most bytes of all files. Default: the endpoint's limit, else 25 MiB. */
  @property({ attribute: 'max-total-bytes', type: Number }) maxTotalBytes: number | undefined;
  /** The most pixels of a picture, width × height; one with more is made smaller. Default: the endpoint's limit, else 50,000,000. */
  @property({ attribute: 'max-pixels', type: Number }) maxPixels: number | undefined;
  /** Types with commas between, such as `image/png,application/pdf`. Default: the endpoint's, else pictures. */
  @property() accept: string | undefined;
  /** Whether the form sends the files (`form`, default), or each goes to the endpoint as soon as it is confirmed. */
  @property() upload: 'form' | 'endpoint' = 'form';

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #internals = this.attachInternals();
  #preparing: Promise<PictureList> | undefined;

  @state() private pictures: PictureList | undefined;
  @state() private dragging = false;
  @state() private announcement = '';
  /** Whether what comes after the first touch could not be loaded. */
  @state() private unloaded = false;
  @state() private disabledAround = false;

  /** What would be sent now, in the order of the list. */
  get files(): readonly File[] {
    return this.pictures?.files ?? [];
  }

  /** What a support request says of them; each id is the endpoint's with `upload="endpoint"`. */
  get attachments(): RequestDetails['attachments'] {
    return this.pictures?.attachments ?? [];
  }

  /**
   * Takes files as if they had been picked; resolves when each is in the list or was rejected. The pictures of a Word document are
   * opened for the person to look through first, since nobody has seen them outside of the document.
   */
  async addFiles(files: Iterable<File>): Promise<void> {
    await (await this.#prepare()).add([...files], 'host');
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
    await (await this.#prepare()).restore([...kept]);
  }

  /** Asks the person what to capture; needs a press of theirs. Resolves when it is in the list, or nothing was captured. */
  async capture(): Promise<void> {
    await (await this.#prepare()).capture();
  }

  /** Empties the list; what has been uploaded is deleted. */
  clear(): void {
    this.pictures?.clear();
  }

  /**
   * With `upload="endpoint"`: resolves when everything in the list has arrived.
   *
   * @throws SupportError of the first that didn't
   */
  async uploaded(
    options: { readonly signal?: AbortSignal; readonly onProgress?: Progress } = {},
  ): Promise<void> {
    await this.pictures?.uploaded(options);
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
    this.pictures = this.#preparing = undefined;
    this.announcement = '';
  }

  formResetCallback(): void {
    this.clear();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledAround = disabled;
  }

  /** @internal */
  get isDisabled(): boolean {
    return this.disabled || this.disabledAround;
  }

  /** @internal What was pasted on the page, and is this element's. */
  paste(files: readonly File[]): void {
    this.#take(files);
  }

  /** @internal Something was pasted that may be another element's. */
  askWhich(): void {
    void this.#act(async (pictures) => pictures.askWhich());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#tellForm();
  }

  protected override render(): unknown {
    if (!this.#l10n.ready) return nothing;
    const { msg } = this.#l10n;
    const disabled = this.isDisabled;
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
        ${this.pictures?.list()}
        <div class="drop-area ${this.dragging ? 'over' : ''}" part="drop-area">
          <slot name="hint"><p class="quiet">${hint(this.#l10n)}</p></slot>
          <div class="row acts">
            ${button(msg('Paste'), () => void this.#act((pictures) => pictures.readClipboard()))}
            ${'getDisplayMedia' in (navigator.mediaDevices ?? {}) ? button(msg('Take a screenshot'), () => void this.#act((pictures) => pictures.capture())) : nothing}
            ${button(msg('Choose files'), () => this.renderRoot.querySelector('input')?.click())}
          </div>
        </div>
        <input type="file" hidden multiple accept=${this.accept ? chooserTypes(this.accept) : nothing} ?disabled=${disabled} @change=${this.#onPick} />
        <div role="alert">
          ${
            this.unloaded
              ? html`<p class="message">${msg('This part could not be loaded, so the picture was not attached. Check the connection and try again.')}</p>`
              : this.pictures?.refusals()
          }
        </div>
        <p class="visually-hidden" role="status">${this.announcement}</p>
        ${this.pictures?.editor()}
      </div>
    `;
  }

  /** The form's data and whether it may be sent. The empty state keeps the browser from bringing back old pictures. */
  #tellForm(): void {
    const { name, pictures } = this;
    const data = new FormData();
    for (const { file, caption } of pictures?.entries ?? []) {
      data.append(name, file);
      if (pictures?.hasCaptions) data.append(`${name}-caption`, caption);
    }
    const { files } = this;
    this.#internals.setFormValue(name && files.length ? data : null, '');
    const customError = pictures?.preparing;
    const valueMissing = this.required && !files.length;
    const message =
      customError ?? (valueMissing ? this.#l10n.msg('Attach at least one picture.') : '');
    this.#internals.setValidity(
      { customError: Boolean(customError), valueMissing },
      message,
      this.renderRoot.querySelector('button') ?? undefined,
    );
  }

  /** Loads what comes after the first touch: once, and again after a failure. */
  #prepare(): Promise<PictureList> {
    this.#preparing ??= this.#load().catch((cause: unknown) => {
      this.#preparing = undefined;
      throw new SupportError('network', 'A part of the element could not be loaded', { cause });
    });
    return this.#preparing;
  }

  async #load(): Promise<PictureList> {
    const {
      PictureList,
      catalogues: words,
      styles: more,
    }: Pictures = await import('./list/index.js');
    await this.#l10n.add(...words);
    adoptMoreStyles(this.renderRoot, more);
    this.pictures = new PictureList(this, {
      localization: this.#l10n,
      connection: () => this.connection,
      announce: (text) => (this.announcement = text),
    });
    return this.pictures;
  }

  async #act(act: (pictures: PictureList) => Promise<void>): Promise<void> {
    this.unloaded = false;
    try {
      await act(await this.#prepare());
    } catch {
      this.unloaded = true;
    }
  }

  #take(files: readonly File[]): void {
    markUsed(this);
    if (files.length) void this.#act((pictures) => pictures.add(files, 'person'));
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
    this.#take([...(currentTarget.files ?? [])]);
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
    this.#take([...event.dataTransfer.files]);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'screenshot-attach': ScreenshotAttach;
  }
}
