import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { has, type Connection } from '../../context/connection.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { Language } from '../../contract/values.js';
import { OpeningHoursController } from '../../controllers/opening-hours-controller.js';
import type { FormInside } from './form-inside.js';
import { maySubmit } from '../../controllers/may-submit.js';
import { ArticleSearch } from './suggestions/article-search.js';
import { readDiagnostics } from './diagnostics/diagnostics.js';
import { DraftKeeper } from './drafts/draft-store.js';
import { EmailWay } from './email/email-export.js';
import { lastGoodProfile, rememberProfile } from './failure/last-good-profile.js';
import { SendAgain } from './submission/resend.js';

/** What helps a person along while they write: the draft, suggestions, the telephone's hours, what the program says. */
export class FormHelpers implements ReactiveController {
  readonly drafts: DraftKeeper;
  readonly email: EmailWay;
  readonly telephone: OpeningHoursController;
  readonly sendAgain: SendAgain;
  /** What the host's program says; shown before it is sent. */
  diagnostics = '';
  hitsOpen = false;
  readonly #form: FormInside;
  #articles: ArticleSearch | undefined;
  #remembered: ServiceProfile | undefined;
  #connected = false;
  #recalled = false;
  #toldWhoSends = false;
  #lastGood: ServiceProfile | undefined;

  constructor(host: ReactiveControllerHost & Element, form: FormInside) {
    this.#form = form;
    this.drafts = new DraftKeeper(form);
    this.sendAgain = new SendAgain(form, () => host.matches(':focus-within'));
    this.email = new EmailWay(form);
    this.telephone = new OpeningHoursController(host, () => this.service?.contact.hours);
    host.addController(this);
  }

  get articles(): ArticleSearch['hits'] {
    return this.#articles?.hits ?? [];
  }

  /** What the endpoint offers, or offered when it was last reached. */
  get service(): ServiceProfile | undefined {
    return this.#form.profile.service ?? this.#lastGood;
  }

  /** Nothing of the person who was here stays; their draft waits for them as long as drafts do. */
  forget(): void {
    this.drafts.close();
    this.email.forget();
    this.#articles?.stop();
    this.#articles = undefined;
    this.hitsOpen = this.#toldWhoSends = false;
    this.diagnostics = '';
    void this.readDiagnostics();
  }

  toggleHits(): void {
    this.hitsOpen = !this.hitsOpen;
    this.#form.update();
  }

  /** Asks the host again, as when the person comes back from where the error was. */
  async readDiagnostics(): Promise<void> {
    this.diagnostics = await readDiagnostics(this.#form.settings().diagnostics);
    this.#form.update();
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostUpdate(): void {
    // A form that was taken off the page may still update; what it held is somebody else's now.
    if (!this.#connected) return;
    const { profile, localization } = this.#form;
    const { endpoint } = this.#form.settings();
    if (profile.service && profile.service !== this.#remembered) {
      this.#remembered = profile.service;
      if (endpoint) rememberProfile(endpoint, localization.language, profile.service);
    }
    if (profile.error && !profile.service && endpoint)
      void this.#recall(endpoint, localization.language);
    if (!maySubmit(profile.me)) this.#tellWhoSends();
    if (!this.#form.draft.isEmpty) this.email.prepare();
    this.drafts.follow();
    this.sendAgain.follow();
    this.#suggest();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.drafts.close();
    this.sendAgain.stop();
    this.#articles?.stop();
  }

  /** Said once, and early: the place where it is explained is at the end of the form. */
  #tellWhoSends(): void {
    if (this.#toldWhoSends) return;
    this.#toldWhoSends = true;
    const { msg } = this.#form.localization;
    this.#form.announce(msg('The main user or the primary contact sends the support request'));
  }

  #suggest(): void {
    const { profile, draft, localization } = this.#form;
    const connection = this.#form.connection();
    if (!connection || !profile.service || !has(profile.service, 'articles')) return;
    const { summary: q, product, application } = draft.values;
    this.#searchWith(connection).follow({
      q,
      product,
      application,
      language: localization.language,
    });
  }

  async #recall(endpoint: string, language: Language): Promise<void> {
    if (this.#recalled) return;
    this.#recalled = true;
    this.#lastGood = await lastGoodProfile(endpoint, language);
    this.#form.update();
  }

  #searchWith(connection: Connection): ArticleSearch {
    if (this.#articles?.connection !== connection) {
      this.#articles?.stop();
      this.#articles = new ArticleSearch(connection, () => {
        this.hitsOpen = false;
        this.#form.update();
      });
    }
    return this.#articles;
  }
}
