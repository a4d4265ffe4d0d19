import {
  html,
  type nothing,
  type LitElement,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import type { SupportError } from '../../client/support-error.js';
import { has, type Connection } from '../../context/connection.js';
import type { ServiceProfile } from '../../contract/service.js';
import { maySubmit } from '../../controllers/may-submit.js';
import { OpeningHoursController } from '../../controllers/opening-hours-controller.js';
import { contactOf } from '../../ui/contact.js';
import { copyText } from '../../ui/copy-text.js';
import { diagnosticsField, readDiagnostics } from './diagnostics/diagnostics.js';
import { draftNote, picturesNote } from './drafts/draft-notes.js';
import { DraftStore } from './drafts/draft-store.js';
import { EmailExport, type EmailPart } from './email/email-export.js';
import { failureView } from './failure/failure-view.js';
import { lastResort } from './failure/last-resort.js';
import type { CompanyDirectory } from './fields/company-directory.js';
import { criticalNotice, neededByField, type Telephone } from './fields/critical-details.js';
import type { FieldContext } from './fields/field-context.js';
import { controlId } from './fields/field-pointers.js';
import type { DraftsMode, FormHost, FormModel } from './form-model.js';
import type { SendingState, SentState } from './form-state.js';
import { handOver, handOverTag } from './hand-over/hand-over.js';
import { requestExport, type RequestExport } from './hand-over/request-export.js';
import { receiptView } from './receipt/receipt-view.js';
import type { RelatedIncident } from './request-values.js';
import { Resend } from './submission/resend.js';
import { sendingView } from './submission/sending-view.js';
import { Submitter } from './submission/submitter.js';
import { terms } from './submission/terms.js';
import { articlesLine, articlesList } from './suggestions/article-hits.js';
import { ArticleSearch } from './suggestions/article-search.js';

/** The element, as far as a session needs it. */
interface FormElement extends LitElement {
  readonly drafts: DraftsMode;
  reset(): void;
}

/** What goes on while a person writes, sends and has sent: the draft, suggestions, the telephone's hours, what the program says. */
export class FormSession implements ReactiveController {
  readonly drafts: DraftStore;
  /** What the host's program says; shown before it is sent. */
  diagnostics = '';
  readonly #element: FormElement;
  readonly #host: FormHost;
  readonly #model: FormModel;
  readonly #telephone: OpeningHoursController;
  readonly #submitter: Submitter;
  readonly #resend: Resend;
  readonly #export: RequestExport;
  #articles: ArticleSearch | undefined;
  #areArticlesOpen = false;
  #connected = false;
  #isLastGoodAsked = false;
  #lastGood: ServiceProfile | undefined;
  #isHandOverAnnounced = false;

  /**
   * @param directory the companies that the person may act for, as far as they are known
   * @param emailPart makes an e-mail file of the request
   */
  constructor(
    element: FormElement,
    host: FormHost,
    model: FormModel,
    directory: () => CompanyDirectory | undefined,
    emailPart: EmailPart,
  ) {
    this.#element = element;
    this.#host = host;
    this.#model = model;
    this.drafts = new DraftStore(host, model, () => element.drafts);
    this.#submitter = new Submitter(host, model);
    this.#resend = new Resend(host, model, this.#submitter, () => element.matches(':focus-within'));
    this.#export = {
      email: new EmailExport(host, model, emailPart),
      request: () => ({
        values: model.draft.values,
        service: this.service,
        companies: directory()?.companies ?? [],
      }),
      copy: (text, copied) => void this.#copy(text, copied),
      leaves: () => this.#resend.stop(),
    };
    this.#telephone = new OpeningHoursController(element, () => this.service?.contact.hours);
    element.addController(this);
  }

  /** What the endpoint offers, or offered when it was last reached. */
  get service(): ServiceProfile | undefined {
    return this.#model.profile.service ?? this.#lastGood;
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostUpdate(): void {
    // A form that was taken off the page may still update; what it held is somebody else's now.
    if (!this.#connected) return;
    const { profile, draft } = this.#model;
    if (profile.error && !profile.service) void this.#loadLastGood();
    if (!maySubmit(profile.me)) this.#announceHandOver();
    if (!draft.isEmpty) this.#export.email.prepare();
    this.drafts.follow();
    this.#resend.follow();
    this.#suggest();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.drafts.close();
    this.#resend.stop();
    this.#articles?.stop();
  }

  /** Nothing of the person who was here stays; their draft waits for them as long as drafts do. */
  forget(): void {
    this.drafts.close();
    this.#export.email.forget();
    this.#articles?.stop();
    this.#articles = undefined;
    this.#areArticlesOpen = this.#isHandOverAnnounced = false;
    this.diagnostics = '';
    void this.loadDiagnostics();
  }

  /** Asks the host again, as when the person comes back from where the error was. */
  async loadDiagnostics(): Promise<void> {
    this.diagnostics = await readDiagnostics(this.#host.settings().diagnostics);
    this.#host.update();
  }

  submit(): Promise<void> {
    return this.#submitter.submit();
  }

  /** Empties the form; what was in it can be brought back until something else is written. */
  clear(): void {
    const { draft, pictures } = this.#model;
    const { edits } = draft;
    const cleared = pictures.detach();
    this.#element.reset();
    draft.offerUndo(edits);
    pictures.offerUndo(cleared);
    this.#host.announce(this.#host.l10n.msg('Form cleared.'));
  }

  undoClear(): void {
    this.#model.draft.undoClear();
    this.#model.pictures.undoClear();
    this.#host.announce(this.#host.l10n.msg('Your text has been restored.'));
  }

  /** Reports an incident as one's own problem too, or goes back to the whole form. */
  async reportIncident(incident: RelatedIncident | undefined): Promise<void> {
    const { draft, store } = this.#model;
    const { id, title, product, application } = incident ?? {};
    draft.change({
      relatedIncident: id === undefined || title === undefined ? undefined : { id, title },
      // Where the person hasn't said where it is, the notice does.
      ...(application && !draft.values.application && { ...(product && { product }), application }),
    });
    await store.enter({ name: 'editing' }, controlId(incident ? '/companyNumbers' : '/summary'));
  }

  /** What stands where the form was while a request is on its way, and after. */
  renderState(state: SendingState | SentState): TemplateResult {
    const { l10n } = this.#host;
    const { isLate } = this.#model.pictures;
    return state.name === 'sending'
      ? sendingView(l10n, state, isLate)
      : receiptView(l10n, state, isLate, {
          copy: (number) => void this.#copy(number, l10n.msg('Number copied.')),
          sendEdits: () => void this.#submitter.submitEdits(),
          startAnew: () => void this.#startAnew(),
        });
  }

  /** Beside the heading: that somebody else sends the request, or when it was kept. */
  renderNote(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    return maySubmit(this.#model.profile.me) ? draftNote(l10n, this.drafts) : handOverTag(l10n);
  }

  renderFailure(error: SupportError, retry: () => void): TemplateResult {
    const { l10n } = this.#host;
    return failureView(l10n, error, {
      retry,
      resend: this.#resend,
      otherWays: () => this.#renderLastResort(),
    });
  }

  renderCriticalNotice(): TemplateResult {
    return criticalNotice(this.#host.l10n, this.#phone);
  }

  renderNeededBy(fields: FieldContext): TemplateResult {
    return neededByField(fields);
  }

  /** How many there are, and all of them. */
  renderSuggestions(): { readonly line: unknown; readonly list: unknown } {
    const toggle = () => {
      this.#areArticlesOpen = !this.#areArticlesOpen;
      this.#host.update();
    };
    const { l10n } = this.#host;
    const hits = this.#articles?.hits ?? [];
    const isOpen = this.#areArticlesOpen;
    return {
      line: articlesLine(l10n, hits, isOpen, toggle),
      list: articlesList(l10n, hits, isOpen),
    };
  }

  renderPicturesNote(): TemplateResult {
    return picturesNote(this.#host.l10n, this.drafts);
  }

  /** What a person should have seen before sending: what goes along, and on which terms. */
  renderClosing(fields: FieldContext): TemplateResult {
    return html`${diagnosticsField(fields, this.diagnostics)}${terms(fields, this.service)}`;
  }

  /** For who may not send. */
  renderHandOver(): TemplateResult {
    const people = this.#model.profile.me?.mainUsers ?? [];
    const { email } = contactOf(this.service, this.#host.settings());
    return handOver(this.#host.l10n, people, email, this.#export);
  }

  #renderLastResort(): TemplateResult {
    const { l10n } = this.#host;
    const telephone = this.#phone;
    const { email } = telephone.contact;
    return lastResort(
      l10n,
      { telephone, me: this.#model.profile.me, service: this.service },
      requestExport(l10n, this.#export, { to: [{ email }], isChecked: false }),
    );
  }

  get #phone(): Telephone {
    const { opening } = this.#telephone;
    return { contact: contactOf(this.service, this.#host.settings()), opening };
  }

  /** The next request, after one has been sent. */
  async #startAnew(): Promise<void> {
    this.#model.draft.startAnew();
    this.#element.reset();
    await this.#model.store.enter({ name: 'editing' }, controlId('/summary'));
  }

  /** Copies a text, and says that it did or that the browser didn't let it. */
  async #copy(text: string, copied: string): Promise<void> {
    const { l10n, announce } = this.#host;
    const isDone = await copyText(text);
    announce(
      isDone
        ? copied
        : l10n.msg('Select the text and copy it yourself: the browser did not allow copying.'),
    );
  }

  /** Said once, and early: where it is explained is at the end of the form. */
  #announceHandOver(): void {
    if (this.#isHandOverAnnounced) return;
    this.#isHandOverAnnounced = true;
    const { l10n, announce } = this.#host;
    announce(l10n.msg('The main user or the primary contact sends the support request'));
  }

  async #loadLastGood(): Promise<void> {
    const connection = this.#host.connection();
    if (this.#isLastGoodAsked || !connection) return;
    this.#isLastGoodAsked = true;
    this.#lastGood = await connection.lastService(this.#host.l10n.language).catch(() => undefined);
    this.#host.update();
  }

  #suggest(): void {
    const { profile, draft } = this.#model;
    const connection = this.#host.connection();
    if (!connection || !profile.service || !has(profile.service, 'articles')) return;
    const { summary: q, product, application } = draft.values;
    const { language } = this.#host.l10n;
    this.#searchWith(connection).follow({ q, product, application, language });
  }

  #searchWith(connection: Connection): ArticleSearch {
    if (this.#articles?.connection !== connection) {
      this.#articles?.stop();
      this.#articles = new ArticleSearch(connection, () => {
        this.#areArticlesOpen = false;
        this.#host.update();
      });
    }
    return this.#articles;
  }
}
