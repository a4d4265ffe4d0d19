import { html, type TemplateResult } from 'lit';
import type { EmailFile } from '../email/email-file.js';
import type { Mail } from '../email/mime/message.js';
import type { FormInside } from '../form-inside.js';
import type { FormView } from '../form-view.js';

type Email = typeof import('../email/index.js');

/** The way by an e-mail file. What makes the file is loaded when a person asks for it. */
export class EmailWay {
  readonly #form: FormInside;
  #loading: Promise<Email> | undefined;
  #email: Email | undefined;
  #made: EmailFile | undefined;
  #isMaking = false;
  #isPreparing = false;
  /** Why there is no file. */
  #problem: 'unattached' | 'failed' | undefined;

  constructor(form: FormInside) {
    this.#form = form;
  }

  /** What goes along. */
  get files(): readonly File[] {
    return this.#form.pictures.files;
  }

  /**
   * Saves the mail as it is once everything is ready that was handed over.
   *
   * @param title what the file is called
   */
  async save(mail: () => Mail, title: () => string): Promise<void> {
    if (this.#isMaking) return;
    this.#isMaking = true;
    this.#problem = undefined;
    try {
      const { EmailFile, headingOf } = await this.#load();
      if (await this.#picturesReady()) {
        this.#made = await EmailFile.save(mail(), title());
        this.#form.announce(headingOf(this.#form.localization, this.#made));
      } else this.#problem = 'unattached';
    } catch {
      this.#problem = 'failed';
    }
    this.#isMaking = false;
    this.#form.update();
  }

  async #picturesReady(): Promise<boolean> {
    const { pictures } = this.#form;
    if (!pictures.isPreparing) return true;
    this.#isPreparing = true;
    this.#form.update();
    try {
      return await pictures.prepared();
    } finally {
      this.#isPreparing = false;
    }
  }

  /**
   * What became of the file, and what to do with it.
   *
   * @param link opens the mail without its files
   */
  view(view: FormView, mail: Mail, link: string): TemplateResult | undefined {
    const { msg } = view;
    if (this.#isPreparing)
      return html`<p class="small" role="status">${msg('The pictures are being prepared. The file is saved as soon as they are ready.')}</p>`;
    if (this.#problem === 'unattached')
      return html`<p class="message" role="alert">${msg('A picture was not attached, so the file was not saved yet. See why, and save it again.')}</p>`;
    if (this.#problem) {
      return html`<p class="message" role="alert">${msg('The e-mail file could not be made. Open the request as an e-mail, or copy it as text.')}</p>`;
    }
    if (!this.#made || !this.#email) return undefined;
    const isOutdated = !this.#made.holds(mail);
    // After the form was emptied there is nothing to tell of it.
    return isOutdated && this.#form.draft.isEmpty
      ? undefined
      : this.#email.emailFileView(view, this.#made, { isOutdated, link });
  }

  #load(): Promise<Email> {
    this.#loading ??= this.#form.add(import('../email/index.js')).then(
      (email) => (this.#email = email),
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }
}
