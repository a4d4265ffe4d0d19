import { html, type TemplateResult } from 'lit';
import type { LazyPart } from '../../../controllers/lazy-part.js';
import type { EmailFile } from './email-file.js';
import type { Mail } from './mime/message.js';
import type { FormHost, FormModel } from '../form-model.js';
import { check } from '../submission/check.js';

export type EmailPart = LazyPart<typeof import('./email.lazy.js')>;

/** The ways by e-mail: what a request has to be before it leaves the page, and its file. */
export class EmailExport {
  readonly #host: Pick<FormHost, 'l10n' | 'announce' | 'update'>;
  readonly #model: Pick<FormModel, 'draft' | 'pictures' | 'store'>;
  readonly #part: EmailPart;
  #made: EmailFile | undefined;
  /** While a file is being made. */
  #making: AbortController | undefined;
  #isPreparing = false;
  /** What is told of the pictures to who opened or copied the request while they were being prepared. */
  #pictures: 'awaited' | 'ready' | undefined;
  /** Why there is no file. */
  #problem: 'unattached' | 'failed' | undefined;

  /** @param part makes the file */
  constructor(
    host: Pick<FormHost, 'l10n' | 'announce' | 'update'>,
    model: Pick<FormModel, 'draft' | 'pictures' | 'store'>,
    part: EmailPart,
  ) {
    this.#host = host;
    this.#model = model;
    this.#part = part;
  }

  /** Loads what makes the file while it can be had: once the endpoint is out of reach, its host's scripts may be too. */
  prepare(): void {
    this.#part.prepare();
  }

  /** What was made is another person's. */
  forget(): void {
    this.#made = this.#problem = this.#pictures = undefined;
    this.#making?.abort();
    this.#making = undefined;
  }

  /** What goes along. */
  get files(): readonly File[] {
    return this.#model.pictures.files;
  }

  /** Whether the request could be sent as it is; what is missing or wrong is told as it is when sending. */
  isComplete(): boolean {
    const { draft, store } = this.#model;
    draft.commitTyped();
    const { problems } = check(draft.values, this.#host.l10n.language);
    if (!problems) return true;
    draft.refuse(problems, check);
    void store.enter({ name: 'editing' }, 'problems');
    return false;
  }

  /** Whether everything is there that was handed over. Says so if not: browsers let a person alone open a mail or copy, and at once. */
  picturesAreReady(): boolean {
    const { pictures } = this.#model;
    this.#pictures = pictures.isPreparing ? 'awaited' : undefined;
    if (this.#pictures) {
      const settle = (isWhole: boolean) => {
        if (this.#pictures) this.#pictures = isWhole ? 'ready' : undefined;
        this.#host.update();
      };
      pictures.prepared().then(settle, () => settle(false));
    }
    this.#host.update();
    return !this.#pictures;
  }

  /**
   * Saves the mail as it is once everything is ready that was handed over.
   *
   * @param mail nothing where it can't leave as it is
   * @param title what the file is called
   */
  async save(mail: () => Mail | undefined, title: () => string): Promise<void> {
    if (this.#making) return;
    const { signal } = (this.#making = new AbortController());
    this.#problem = this.#pictures = undefined;
    try {
      const { EmailFile, headingOf } = await this.#part.load();
      const isReady = await this.#picturesReady(signal);
      if (signal.aborted) return;
      const ready = isReady ? mail() : undefined;
      const made = ready && (await EmailFile.save(ready, title()));
      if (signal.aborted) return;
      if (made) {
        this.#made = made;
        this.#host.announce(headingOf(this.#host.l10n, made));
      } else if (!isReady) this.#problem = 'unattached';
    } catch {
      if (signal.aborted) return;
      this.#problem = 'failed';
    }
    this.#making = undefined;
    this.#host.update();
  }

  async #picturesReady(signal: AbortSignal): Promise<boolean> {
    const { pictures } = this.#model;
    if (!pictures.isPreparing) return true;
    this.#isPreparing = true;
    this.#host.update();
    try {
      return await pictures.prepared({ signal });
    } finally {
      this.#isPreparing = false;
    }
  }

  /**
   * What became of the file, and what to do with it.
   *
   * @param link opens the mail without its files
   */
  view(mail: Mail, link: string): TemplateResult | undefined {
    const { l10n } = this.#host;
    const { msg } = l10n;
    if (this.#isPreparing)
      return html`<p class="small" role="status">${msg('The pictures are being prepared. The file will be saved as soon as they are ready.')}</p>`;
    if (this.#pictures)
      return html`<p class="small" role="status">${this.#pictures === 'awaited' ? msg('Wait a moment: the pictures are being prepared.') : msg('The pictures are ready. You can now open or copy the request.')}</p>`;
    if (this.#problem === 'unattached')
      return html`<p class="message" role="alert">${msg('See why a picture was not attached, then save again. The file has not been saved yet.')}</p>`;
    if (this.#problem) {
      return html`<p class="message" role="alert">${msg('Open the request as an e-mail or copy it as text: the e-mail file could not be created.')}</p>`;
    }
    const { module } = this.#part;
    if (!this.#made || !module) return undefined;
    const isOutdated = !this.#made.holds(mail);
    // After the form was emptied there is nothing to tell of it.
    return isOutdated && this.#model.draft.isEmpty
      ? undefined
      : module.emailFileView(l10n, this.#made, { isOutdated, link });
  }
}
