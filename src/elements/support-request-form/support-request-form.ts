import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { defineElement } from '../../context/define-element.js';
import { property, state } from '../../context/property.js';
import { SupportError } from '../../client/support-error.js';
import type { Connection } from '../../context/connection.js';
import { draftKeys } from '../../context/drafts.js';
import { areOthers, personOf, type Person } from '../../context/person.js';
import {
  settingsOf,
  whereaboutsNames,
  type Diagnostics,
  type SupportSettings,
} from '../../context/settings.js';
import { SupportElement } from '../../context/support-element.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { RequestKind } from '../../contract/support-requests.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import { maySubmit } from '../../controllers/may-submit.js';
import { PicturesController } from '../../controllers/pictures-controller.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { isComposing } from '../../ui/keys.js';
import { missingPart } from '../../ui/missing-part.js';
import { tokens } from '../../ui/tokens.styles.js';
import { ScreenshotAttach } from '../screenshot-attach/screenshot-attach.js';
import { catalogues, emailCatalogues, lazyCatalogues } from './catalogues.js';
import { CompanyDirectory } from './fields/company-directory.js';
import { criticalField } from './fields/critical.js';
import { fieldContext, type FieldContext } from './fields/field-context.js';
import { Facts } from './fields/facts.js';
import { controlId, type FieldPointer } from './fields/field-pointers.js';
import { factOf, type Fact } from './fields/folded.js';
import { kindFields } from './fields/kind.js';
import { picturesField } from './fields/pictures.js';
import { descriptionField, summaryField } from './fields/summary.js';
import {
  canClear,
  isSender,
  takesPictures,
  type DraftsMode,
  type FormHost,
  type FormModel,
} from './form-model.js';
import { FormStore } from './form-state.js';
import { incidentLine } from './incidents/incident-line.js';
import { IncidentWatch } from './incidents/incident-watch.js';
import { RequestDraft } from './request-draft.js';
import { merge, type PartialValues } from './request-values.js';
import { formButtons } from './submission/form-buttons.js';
import { styles } from './support-request-form.styles.js';

type Rest = typeof import('./support-request-form.lazy.js');

/** How long a busy page may keep what a person hasn't asked for yet, in milliseconds. */
const LONGEST_IDLE = 2_000;

/**
 * A support request from the first word to its number. With `/me` and the host's attributes a person types only the
 * problem. Retrying never makes a second request, and nothing that was written is lost.
 *
 * @example
 * ```html
 * <support-request-form endpoint="/api/support" product="fivaldi" application="kirjanpito"></support-request-form>
 * ```
 *
 * @slot before - Above the form.
 * @slot after - Below the form.
 * @fires {SupportRequestSubmitEvent} support-request-submit - Ahead the request is sent; cancelable.
 * @fires {SupportRequestSubmittedEvent} support-request-submitted - The endpoint has the request; the detail is the receipt.
 * @fires {SupportRequestFailedEvent} support-request-failed - Sending failed; the detail is the code.
 * @csspart control - Every field, list and radio group.
 * @csspart button - Every button but the primary one.
 * @csspart primary-button - The button that sends.
 * @csspart notice - Every notice.
 * @csspart chip - A user id or company number.
 */
export class SupportRequestForm extends SupportElement {
  static override readonly styles = [tokens, base, controls, styles];

  /** The id of the product. */
  @property() product: string | undefined;
  /** The id of the application that the person is in. */
  @property() application: string | undefined;
  /** The number of the company that is open in the product. */
  @property({ attribute: 'company-number' }) companyNumber: string | undefined;
  /** The user id of the person in the product. */
  @property({ attribute: 'user-id' }) userId: string | undefined;
  /** The kind that is chosen beforehand: `question`, `problem`, `feedback` or `idea`. */
  @property() kind: RequestKind | undefined;
  /** The problem in brief, written beforehand. */
  @property() summary: string | undefined;
  /** What is kept in the browser for a day while it is being written: `text` (default), `all`, or `none`. */
  @property() drafts: DraftsMode = 'text';
  /** Gives what the program itself knows of an error, such as `Help | Show error` of Fivaldi; shown before it is sent. */
  @property({ attribute: false }) diagnostics: Diagnostics | undefined;

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #profile = new ProfileController(this, () => ({
    connection: this.connection,
    language: this.#l10n.language,
  }));
  readonly #draft = new RequestDraft(
    () => ({
      service: this.#service,
      me: this.#profile.me,
      settings: this.settings,
      diagnostics: this.#session?.diagnostics ?? '',
      attachments: this.#pictures.attachments,
      prefill: this.#prefilled,
      language: this.#l10n.language,
    }),
    () => this.requestUpdate(),
  );
  readonly #pictures: PicturesController = new PicturesController(
    this,
    () => ({
      connection: this.connection,
      service: this.#service,
      isSender: isSender(this.#model),
      isSending: this.#store.state.name === 'sending' && takesPictures(this.#model, this.#service),
    }),
    () => this.#draft.pictureChanged(),
    () => defineElement('screenshot-attach', ScreenshotAttach),
  );
  readonly #store = new FormStore((focus) => this.#stateChanged(focus));
  readonly #model: FormModel = {
    draft: this.#draft,
    pictures: this.#pictures,
    profile: this.#profile,
    store: this.#store,
  };

  @state() private announcement = '';

  #prefill: PartialValues = {};
  #person: Person = {};
  #directory: CompanyDirectory | undefined;
  #incidents: IncidentWatch | undefined;
  #session: InstanceType<Rest['FormSession']> | undefined;
  readonly #emailPart = new LazyPart(
    this,
    this.#l10n,
    emailCatalogues,
    () => import('./email/email.lazy.js'),
  );
  readonly #rest = new LazyPart(
    this,
    this.#l10n,
    lazyCatalogues,
    () => import('./support-request-form.lazy.js'),
    ({ FormSession }) => {
      const host: FormHost = {
        l10n: this.#l10n,
        connection: () => this.connection,
        settings: () => this.settings,
        dispatchEvent: (event) => this.dispatchEvent(event),
        announce: this.#announce,
        update: () => this.requestUpdate(),
      };
      const directory = () => this.#directory;
      this.#session = new FormSession(this, host, this.#model, directory, this.#emailPart);
      void this.#session.loadDiagnostics();
    },
  );
  readonly #facts = new Facts(this.#l10n, this.#draft, {
    service: () => this.#service,
    isLoading: () => this.#profile.pending,
    directory: () => this.#directory,
    part: () => this.#rest.module,
    announce: (text) => this.#announce(text),
    update: () => this.requestUpdate(),
    open: (fact) => void this.#openFact(fact),
    goTo: (id) => void this.#goTo(id),
  });
  #isSubmitting = false;
  #isIdleAwaited = false;
  /** By what the host's program was last asked. */
  #diagnostics: Diagnostics | undefined;
  readonly #hasDrafts = draftKeys().length > 0;

  protected override get ownSettings(): SupportSettings {
    return { ...super.ownSettings, ...settingsOf(this, whereaboutsNames) };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#incidents?.stop();
  }

  protected override connectionChanged(connection: Connection | undefined): void {
    this.#directory = connection && new CompanyDirectory(connection, () => this.requestUpdate());
    this.#incidents?.stop();
    this.#incidents = connection && new IncidentWatch(connection, () => this.requestUpdate());
  }

  /** What one person wrote, and what was known of them, is nobody else's to see. */
  protected override personChanged(): void {
    this.#person = {};
    this.#prefill = {};
    this.#session?.forget();
    this.reset();
    this.#draft.forget();
    this.announcement = '';
  }

  /** Looks who the person is, as soon as the controllers know, and before anything of them is shown. */
  protected override update(changed: PropertyValues<this>): void {
    const person = personOf(this.settings, this.#profile.me);
    if (areOthers(this.#person, person)) this.personChanged();
    this.#person = { ...this.#person, ...person };
    super.update(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { language } = this.#l10n;
    const { product, application, companyNumbers, summary, critical, about, relatedIncident } =
      this.#draft.values;
    if (companyNumbers.length) void this.#directory?.nameAll(companyNumbers, language);
    this.#incidents?.follow({ product, application, language });
    const { diagnostics } = this.settings;
    if (diagnostics !== this.#diagnostics) void this.#session?.loadDiagnostics();
    this.#diagnostics = diagnostics;
    const showsMore =
      summary ||
      critical ||
      about !== 'other' ||
      relatedIncident ||
      this.renderRoot.querySelector('#contact-fields:not([hidden])') ||
      this.#failure ||
      this.#incidents?.hasNews ||
      !maySubmit(this.#profile.me);
    if (
      showsMore ||
      this.#hasDrafts ||
      this.settings.diagnostics ||
      this.#pictures.attachments.length
    )
      this.#rest.prepare();
    else this.#prepareWhenIdle();
  }

  /** What is to be read before anything is sent is there without a touch, once the page has nothing better to do. */
  #prepareWhenIdle(): void {
    if (this.#isIdleAwaited) return;
    this.#isIdleAwaited = true;
    const prepare = () => this.isConnected && this.#rest.prepare();
    if ('requestIdleCallback' in window) requestIdleCallback(prepare, { timeout: LONGEST_IDLE });
    else setTimeout(prepare);
  }

  /** Writes some values beforehand. What the person has written stays; a confirmation is theirs alone to give. */
  prefill({ chargeableWork: _, ...values }: PartialValues): void {
    this.#prefill = merge(this.#prefill, values);
    void this.#session?.loadDiagnostics();
    this.requestUpdate();
  }

  /** Checks and sends. Resolves when the endpoint has the request, or when the form says why it doesn't. */
  async submit(): Promise<void> {
    if (this.#isSubmitting || this.#store.state.name === 'sent') return;
    this.#isSubmitting = true;
    try {
      await this.#rest.load();
      await this.#session?.submit();
    } catch (error) {
      await this.#enterFailure(error);
    } finally {
      this.#isSubmitting = false;
    }
  }

  /** Empties the form, down to what is known beforehand. */
  reset(): void {
    this.#store.reset();
    this.#facts.folded.reset();
    this.#session?.drafts.dismissMissing();
    this.#pictures.reset();
    this.#draft.reset();
  }

  /** Removes the draft of what is being written from this browser; what stands in the form stays. */
  clearDraft(): void {
    this.#session?.drafts.clear();
  }

  protected override render(): unknown {
    const { state } = this.#store;
    if (!this.#l10n.ready) return nothing;
    const isAway = state.name === 'sending' || state.name === 'sent';
    return html`
      <div class="root" lang=${this.#l10n.language}>
        <slot name="before"></slot>
        ${isAway ? this.#session?.renderState(state) : this.#renderForm()}
        <slot name="after"></slot>
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  /** The form from its heading to its buttons. A failed try to send is told above it; what can't be reached is told at its end. */
  #renderForm(): TemplateResult {
    const { msg } = this.#l10n;
    const fields = fieldContext(this.#l10n, this.#draft, this.#rest.module, this.#announce);
    const session = this.#session;
    const failure = this.#renderFailure();
    const isSendingFailed = this.#store.state.name === 'failed';
    return html`
      <form novalidate @submit=${this.#onSubmit} @keydown=${this.#onKeydown} @focusin=${this.#onFocusin}>
        <div class="row between"><h2>${msg('Support request')}</h2>${session?.renderNote()}</div>
        ${isSendingFailed ? failure : nothing} ${this.#renderProblems(fields)} ${this.#renderIncidents(fields)} ${this.#renderFields(fields)}
        <div class="closing ${session && !this.#profile.pending ? '' : 'awaited'}">${session?.renderClosing(fields)}</div>
        ${isSendingFailed ? nothing : failure}
        <hr />
        ${maySubmit(this.#profile.me) ? this.#renderButtons() : session?.renderHandOver()}
      </form>
    `;
  }

  #renderFailure(): unknown {
    const failure = this.#failure;
    const retry = () =>
      void (this.#store.state.name === 'failed' ? this.submit() : this.#profile.load());
    if (failure && this.#session) return this.#session.renderFailure(failure, retry);
    // Sending was asked for, and what sends could not be loaded.
    return this.#store.state.name === 'failed' ? missingPart(this.#l10n, retry) : nothing;
  }

  #renderProblems(fields: FieldContext): unknown {
    const { problems, hasProblems } = this.#draft;
    const goTo = (field: FieldPointer) => void this.#goTo(controlId(field));
    return hasProblems ? this.#rest.module?.problemSummary(fields, problems, goTo) : nothing;
  }

  #renderIncidents({ values }: FieldContext): TemplateResult | typeof nothing {
    const { msg } = this.#l10n;
    const rest = this.#rest.module;
    const failure = this.#failure;
    const isFailed = this.#store.state.name === 'failed' && Boolean(rest);
    return incidentLine(this.#l10n, {
      related: values.relatedIncident,
      failure:
        failure &&
        !isFailed &&
        (rest?.failureLine(this.#l10n, failure, () => void this.#goTo('failure')) ??
          msg('Could not reach the support service.')),
      isFailed,
      incidents: this.#incidents,
      service: this.#service,
      part: rest,
      report: (incident) => this.#withSession((session) => void session.reportIncident(incident)),
    });
  }

  /** What a person came to say stands first; what is mostly known follows. */
  #renderFields(fields: FieldContext): unknown {
    const { values } = fields;
    const session = this.#session;
    if (values.relatedIncident)
      return html`${this.#facts.renderCompanyNumbers(fields)} ${descriptionField(fields)} ${this.#facts.renderContact(fields)}`;
    const subject =
      this.#service && values.summary.trim()
        ? this.#rest.module?.composeSubject(values, this.#service)
        : undefined;
    const critical = {
      notice: () => session?.renderCriticalNotice(),
      neededBy: () => session?.renderNeededBy(fields),
    };
    return html`
      ${summaryField(fields, subject, session?.renderSuggestions())} ${descriptionField(fields)}
      ${takesPictures(this.#model, this.#service) ? picturesField(fields, this.#pictures.element, session?.renderPicturesNote()) : nothing}
      ${kindFields(fields)} ${criticalField(fields, critical)}
      ${values.kind === 'problem' ? this.#rest.module?.problemDetails(fields, Boolean(session?.diagnostics)) : nothing}
      ${this.#facts.renderAll(fields)}
    `;
  }

  /** Opens it with the focus in its first field. */
  async #openFact(fact: Fact): Promise<void> {
    this.#facts.folded.open(fact);
    this.requestUpdate();
    try {
      await this.#rest.load();
    } catch (error) {
      return this.#enterFailure(error);
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${fact}-fields :is(input, select)`)?.focus();
  }

  #renderButtons(): unknown {
    const { state } = this.#store;
    const { canUndoClear } = this.#draft;
    const isPreparing = state.name === 'preparing';
    const clear = () =>
      this.#withSession((session) => (canUndoClear ? session.undoClear() : session.clear()));
    return [
      isPreparing
        ? this.#rest.module?.preparingView(this.#l10n, () => state.abort.abort())
        : nothing,
      formButtons(this.#l10n, {
        canClear: canClear(this.#model),
        canUndoClear,
        isPreparing,
        clear,
      }),
    ];
  }

  /** Why the last try to send failed, or why nothing can be sent. */
  get #failure(): SupportError | undefined {
    const { state } = this.#store;
    return state.name === 'failed' ? state.error : (this.#profile.error ?? this.endpointError);
  }

  get #prefilled(): PartialValues {
    const { kind, summary } = this;
    return merge({ ...(kind && { kind }), ...(summary && { summary }) }, this.#prefill);
  }

  /** What the endpoint offers, or offered when it was last reached. */
  get #service(): ServiceProfile | undefined {
    return this.#profile.service ?? this.#session?.service;
  }

  /** Does what a session knows how to do, or says that it could not be loaded. */
  #withSession(act: (session: InstanceType<Rest['FormSession']>) => void): void {
    if (this.#session) act(this.#session);
    else
      void this.#rest.load().then(
        () => this.#session && act(this.#session),
        (error: unknown) => this.#enterFailure(error),
      );
  }

  #enterFailure(error: unknown): Promise<void> {
    return this.#store.enter({ name: 'failed', error: SupportError.from(error) }, 'failure');
  }

  async #stateChanged(focus: string | undefined): Promise<void> {
    const { name } = this.#store.state;
    this.requestUpdate();
    if (name === 'editing' || name === 'failed') this.#pictures.addLate();
    if (focus) await this.#goTo(focus);
  }

  async #goTo(id: string): Promise<void> {
    await this.updateComplete;
    const fact = factOf(id);
    if (fact && !this.renderRoot.querySelector(`#${id}`)) await this.#openFact(fact);
    const found = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const target = found?.querySelector<HTMLElement>(':scope input:checked') ?? found;
    target?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }

  readonly #announce = (text: string): void => {
    this.announcement = text;
  };

  readonly #onFocusin = ({ relatedTarget }: FocusEvent): void => {
    this.#rest.prepare();
    this.#pictures.begin();
    void this.#directory?.nameAll(this.#draft.values.companyNumbers, this.#l10n.language);
    const comesBack = !(relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget));
    if (comesBack) void this.#session?.loadDiagnostics();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.submit();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    void this.submit();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'support-request-form': SupportRequestForm;
  }
}
