import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../../context/property.js';
import { SupportError } from '../../client/support-error.js';
import { has, type Connection } from '../../context/connection.js';
import { draftKeys } from '../../context/drafts.js';
import { areOthers, personOf, type Person } from '../../context/person.js';
import type { Diagnostics, SupportSettings } from '../../context/settings.js';
import { SupportElement } from '../../context/support-element.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { RequestKind } from '../../contract/support-requests.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { isComposing } from '../../ui/keys.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues } from './catalogues.js';
import { CompanyDirectory } from './fields/company-directory.js';
import { controlId, type FieldPointer } from './fields/field-pointers.js';
import type { DraftsMode, FormInside } from './form-inside.js';
import type { FormView, Later } from './form-view.js';
import type { State } from './submission/submit.js';
import { maySubmit } from '../../controllers/may-submit.js';
import { IncidentWatch } from './incidents/incident-watch.js';
import { RequestDraft } from './request-draft.js';
import { PicturesPlace } from '../../controllers/pictures-place.js';
import { merge, type PartialValues } from './request-values.js';
import { wholeForm } from './whole-form.js';
import { styles } from './support-request-form.styles.js';

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
      place: this.settings,
      diagnostics: this.#helpers?.diagnostics ?? '',
      attachments: this.#pictures.attachments,
      prefill: this.#prefilled,
      language: this.#l10n.language,
    }),
    () => this.requestUpdate(),
  );

  readonly #pictures: PicturesPlace = new PicturesPlace(
    this,
    () => ({
      connection: this.connection,
      service: this.#service,
      isSender: this.#isSender,
      isSending: this.state.name === 'sending' && this.#takesPictures,
    }),
    () => this.#draft.pictureChanged(),
    () => import('../screenshot-attach/screenshot-attach.define.js'),
  );

  readonly #inside: FormInside = {
    pictures: this.#pictures,
    draft: this.#draft,
    profile: this.#profile,
    localization: this.#l10n,
    submission: undefined,
    tried: undefined,
    connection: () => this.connection,
    settings: () => this.settings,
    draftsMode: () => this.drafts,
    state: () => this.state,
    lazyPart: (load) => new LazyPart(this, this.#l10n, load),
    enter: (next, focus) => this.#enter(next, focus),
    announce: (text) => (this.announcement = text),
    reset: () => this.reset(),
    update: () => this.requestUpdate(),
    dispatchEvent: (event) => this.dispatchEvent(event),
  };

  @state() private state: State = { name: 'ready' };
  @state() private contactEdited = false;
  @state() private announcement = '';

  #prefill: PartialValues = {};
  #person: Person = {};
  #directory: CompanyDirectory | undefined;
  #incidents: IncidentWatch | undefined;
  #helpers: InstanceType<Later['FormHelpers']> | undefined;
  /** What is shown of incidents; without it the form works all the same. */
  readonly #ahead = new LazyPart(this, this.#l10n, () => import('./incidents/incidents.lazy.js'));
  readonly #later = new LazyPart(
    this,
    this.#l10n,
    () => import('./support-request-form.lazy.js'),
    ({ FormHelpers }) => {
      this.#ahead.prepare();
      this.#helpers = new FormHelpers(this, this.#inside);
      void this.#helpers.readDiagnostics();
    },
  );
  #submitting = false;
  #isIdleAwaited = false;
  /** By what the host's program was last asked. */
  #diagnostics: Diagnostics | undefined;
  readonly #hasDrafts = draftKeys().length > 0;

  protected override get ownSettings(): SupportSettings {
    const { product, application, companyNumber, userId, diagnostics } = this;
    return { ...super.ownSettings, product, application, companyNumber, userId, diagnostics };
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
    this.#helpers?.forget();
    this.reset();
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
    if (this.#incidents?.tells) this.#ahead.prepare();
    const { diagnostics } = this.settings;
    if (diagnostics !== this.#diagnostics) void this.#helpers?.readDiagnostics();
    this.#diagnostics = diagnostics;
    const showsMore =
      summary ||
      critical ||
      about !== 'other' ||
      relatedIncident ||
      this.#contactFold === 'open' ||
      this.#failure ||
      !maySubmit(this.#profile.me);
    if (
      showsMore ||
      this.#hasDrafts ||
      this.settings.diagnostics ||
      this.#pictures.attachments.length
    )
      this.#later.prepare();
    else if (this.#profile.service) this.#prepareWhenIdle();
  }

  /** What is to be read before anything is sent is there without a touch, once the page has nothing better to do. */
  #prepareWhenIdle(): void {
    if (this.#isIdleAwaited) return;
    this.#isIdleAwaited = true;
    const prepare = () => this.isConnected && this.#later.prepare();
    if ('requestIdleCallback' in window) requestIdleCallback(prepare, { timeout: LONGEST_IDLE });
    else setTimeout(prepare);
  }

  /** Writes some values beforehand. What the person has written stays; a confirmation is theirs alone to give. */
  prefill({ chargeableWork: _, ...values }: PartialValues): void {
    this.#prefill = merge(this.#prefill, values);
    void this.#helpers?.readDiagnostics();
    this.requestUpdate();
  }

  /** Checks and sends. Resolves when the endpoint has the request, or when the form says why it doesn't. */
  async submit(): Promise<void> {
    if (this.#submitting || this.state.name === 'sent') return;
    this.#submitting = true;
    try {
      const { send } = await this.#later.load();
      await send(this.#inside);
    } catch (error) {
      await this.#enter({ name: 'failed', error: SupportError.from(error) }, 'failure');
    } finally {
      this.#submitting = false;
    }
  }

  /** Empties the form, down to what is known beforehand. */
  reset(): void {
    this.#leave();
    this.#helpers?.drafts.dismissMissing();
    this.#pictures.reset();
    this.#draft.reset();
  }

  /** Removes the draft of what is being written from this browser; what stands in the form stays. */
  clearDraft(): void {
    this.#helpers?.drafts.clear();
  }

  protected override render(): unknown {
    const { state } = this;
    if (!this.#l10n.ready) return nothing;
    return html`
      <div class="root" lang=${this.#l10n.language}>
        <slot name="before"></slot>
        ${state.name === 'sending' || state.name === 'sent' ? this.#later.module?.stateView(this.#inside, state) : this.#renderForm()}
        <slot name="after"></slot>
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderForm(): TemplateResult {
    return html`
      <form novalidate @submit=${this.#onSubmit} @keydown=${this.#onKeydown} @focusin=${this.#onFocusin}>${wholeForm(this.#view)}</form>
    `;
  }

  /** Why the last try to send failed, or why nothing can be sent. */
  get #failure(): SupportError | undefined {
    return this.state.name === 'failed'
      ? this.state.error
      : (this.#profile.error ?? this.endpointError);
  }

  get #prefilled(): PartialValues {
    const { kind, summary } = this;
    return merge({ ...(kind && { kind }), ...(summary && { summary }) }, this.#prefill);
  }

  /** What the endpoint offers, or offered when it was last reached. */
  get #service(): ServiceProfile | undefined {
    return this.#profile.service ?? this.#helpers?.service;
  }

  /** Whether it is known that the person may send. */
  get #isSender(): boolean {
    const { service, pending, me } = this.#profile;
    return Boolean(service) && !pending && maySubmit(me);
  }

  /** Where it isn't known yet what the endpoint takes, it takes pictures; who hands the request over puts them into the e-mail. */
  get #takesPictures(): boolean {
    const service = this.#service;
    return !maySubmit(this.#profile.me) || !service || has(service, 'attachments');
  }

  get #view(): FormView {
    const { msg, language, formats } = this.#l10n;
    const { values, problems, typed } = this.#draft;
    const helpers = this.#helpers;
    const { state } = this;
    const isSendingFailed = state.name === 'failed';
    const problemOf = (field: FieldPointer) =>
      problems.fields.get(field) ?? this.#later.module?.entryProblem(field, values);
    return {
      msg,
      language,
      formats,
      values,
      typed,
      problems,
      service: this.#service,
      loading: this.#profile.pending,
      me: this.#profile.me,
      settings: this.settings,
      maySubmit: maySubmit(this.#profile.me),
      opening: helpers?.telephone.opening,
      articles: helpers?.articles ?? [],
      hitsOpen: helpers?.hitsOpen ?? false,
      hostDiagnostics: helpers?.diagnostics ?? '',
      companies: this.#directory?.companies ?? [],
      knowsAllCompanies: this.#directory?.isComplete ?? false,
      pictures: this.#takesPictures ? this.#pictures.element : undefined,
      contact: this.#contactFold,
      later: this.#later.module,
      ahead: this.#ahead.module,
      incidents: this.#incidents,
      failure: this.#failure,
      isSendingFailed,
      stopPreparing: state.name === 'preparing' ? () => state.abort.abort() : undefined,
      now: () => this.#view,
      hasProblems: this.#draft.hasProblems,
      canUndoClear: this.#draft.canUndoClear,
      drafts: helpers?.drafts,
      email: helpers?.email,
      sendAgain: helpers?.sendAgain,
      problemOf,
      messageOf: (field) => {
        const problem = problemOf(field);
        return problem && this.#later.module?.fieldMessage(this.#l10n, field, problem, values);
      },
      change: (changes) => {
        if (changes.contact) this.contactEdited = true;
        this.#draft.change(changes);
      },
      type: (text) => {
        this.#draft.type(text);
        if (text.companyNumbers) this.#directory?.type(text.companyNumbers, language);
      },
      editContact: () => this.#act(() => this.#editContact()),
      toggleHits: () => helpers?.toggleHits(),
      report: (relatedIncident) =>
        this.#act((later) => void later.report(this.#inside, relatedIncident)),
      copy: (text, copied) => void this.#later.module?.copy(this.#inside, text, copied),
      clear: () => this.#act((later) => later.clear(this.#inside)),
      undoClear: () => this.#act((later) => later.undoClear(this.#inside)),
      tryAgain: () => void (isSendingFailed ? this.submit() : this.#profile.load()),
      goTo: (id) => void this.#goTo(id),
      announce: this.#inside.announce,
    };
  }

  get #contactFold(): FormView['contact'] {
    const { values, problems } = this.#draft;
    const wrong = [...problems.fields.keys()].some((field) => field.startsWith('/contact'));
    if (this.contactEdited || wrong) return 'open';
    if (Object.values(values.contact).every(Boolean)) return 'folded';
    return this.#profile.pending ? 'pending' : 'open';
  }

  /** Does what a later part knows how to do, or says that it could not be loaded. */
  #act(act: (later: Later) => void): void {
    const { module } = this.#later;
    if (module) act(module);
    else
      void this.#later
        .load()
        .then(act, (error: unknown) =>
          this.#enter({ name: 'failed', error: SupportError.from(error) }, 'failure'),
        );
  }

  #editContact(): void {
    this.contactEdited = true;
    void this.#goTo(controlId('/contact/name'));
  }

  /** Back to the form, whatever was going on; the next request is another one. */
  #leave(): void {
    const { state } = this;
    this.state = { name: 'ready' };
    if (state.name === 'sending' || state.name === 'preparing') state.abort.abort();
    this.#inside.submission = this.#inside.tried = undefined;
    this.contactEdited = false;
  }

  async #enter(next: State, focus?: string): Promise<void> {
    this.state = next;
    if (next.name === 'ready' || next.name === 'failed') this.#pictures.takeLate();
    if (focus) await this.#goTo(focus);
  }

  async #goTo(id: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const target = found?.querySelector<HTMLElement>(':scope input:checked') ?? found;
    target?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onFocusin = ({ relatedTarget }: FocusEvent): void => {
    this.#later.prepare();
    void this.#pictures.load();
    void this.#directory?.nameAll(this.#draft.values.companyNumbers, this.#l10n.language);
    const comesBack = !(relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget));
    if (comesBack) void this.#helpers?.readDiagnostics();
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
