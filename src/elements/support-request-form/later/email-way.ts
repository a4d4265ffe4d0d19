import { html, type TemplateResult } from 'lit';
import type { LazyPart } from '../../../controllers/lazy-part.js';
import type { EmailFile } from '../email/email-file.js';
import type { Mail } from '../email/mime/message.js';
import type { FormInside } from '../form-inside.js';
import type { FormView } from '../form-view.js';

/** The way by an e-mail file. */
export class EmailWay {
  readonly #form: FormInside;
  readonly #email: LazyPart<typeof import('../email/index.js')>;
  #made: EmailFile | undefined;
  /** What is being made. */
  #making: Mail | undefined;
  #hasFailed = false;

  constructor(form: FormInside) {
    this.#form = form;
    this.#email = form.lazyPart(() => import('../email/index.js'));
  }

  /** Loads what makes the file while it can be had: once the endpoint is out of reach, its host's scripts may be too. */
  prepare(): void {
    this.#email.prepare();
  }

  /** What was made is another person's. */
  forget(): void {
    this.#made = undefined;
    this.#making = undefined;
    this.#hasFailed = false;
  }

  /** What goes along. */
  get files(): readonly File[] {
    return this.#form.pictures.files;
  }

  /** @param title what the file is called */
  async save(mail: Mail, title: string): Promise<void> {
    if (this.#making) return;
    this.#making = mail;
    this.#hasFailed = false;
    try {
      const { EmailFile, headingOf } = await this.#email.load();
      const made = await EmailFile.save(mail, title);
      if (this.#making !== mail) return;
      this.#made = made;
      this.#form.announce(headingOf(this.#form.localization, this.#made));
    } catch {
      if (this.#making !== mail) return;
      this.#hasFailed = true;
    }
    this.#making = undefined;
    this.#form.update();
  }

  /**
   * What became of the file, and what to do with it.
   *
   * @param link opens the mail without its files
   */
  view(view: FormView, mail: Mail, link: string): TemplateResult | undefined {
    const { msg } = view;
    if (this.#hasFailed) {
      return html`<p class="message" role="alert">${msg('The e-mail file could not be made. Open the request as an e-mail, or copy it as text.')}</p>`;
    }
    const { module } = this.#email;
    if (!this.#made || !module) return undefined;
    const isOutdated = !this.#made.holds(mail);
    // After the form was emptied there is nothing to tell of it.
    return isOutdated && this.#form.draft.isEmpty
      ? undefined
      : module.emailFileView(view, this.#made, { isOutdated, link });
  }
}
