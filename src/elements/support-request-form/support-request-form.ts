import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../../context/property.js';
import { SupportError } from '../../client/support-error.js';
import type { Connection } from '../../context/connection.js';
import type { SupportSettings } from '../../context/settings.js';
import { SupportElement } from '../../context/support-element.js';
import type { RequestKind } from '../../contract/support-requests.js';
import { OpeningHoursController } from '../../controllers/opening-hours-controller.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { adoptMoreStyles } from '../../ui/adopt-more-styles.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { modifierKey } from '../../ui/keys.js';
import { openingTag } from '../../ui/phone.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues } from './catalogues.js';
import { CompanyDirectory } from './company-directory.js';
import { controlId } from './fields.js';
import type { FormView, Later } from './form-view.js';
import type { SendingForm, State } from './later/send.js';
import { RequestDraft } from './request-draft.js';
import { merge, type PartialValues } from './request-values.js';
import { contactLine } from './sections/contact.js';
import { criticalSection } from './sections/critical.js';
import { kindSection } from './sections/kind.js';
import { matterSection } from './sections/matter.js';
import { placeSection } from './sections/place.js';
import { styles } from './support-request-form.styles.js';

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
 * @fires {SupportRequestSubmitEvent} support-request-submit - Before the request is sent; cancelable.
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

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #profile = new ProfileController(this, () => ({ connection: this.connection, language: this.#l10n.language }));
  readonly #telephone = new OpeningHoursController(this, () => this.#profile.service?.contact.hours);
  readonly #draft = new RequestDraft(
    () => ({ ...this.#profile.known, place: this.settings, prefill: this.#prefilled, language: this.#l10n.language }),
    () => this.requestUpdate(),
  );

  readonly #sending: SendingForm = {
    draft: this.#draft,
    submission: undefined,
    connection: () => this.connection,
    language: () => this.#l10n.language,
    profile: () => this.#profile.settled,
    state: () => this.state,
    enter: (next, focus) => this.#enter(next, focus),
    dispatchEvent: (event) => this.dispatchEvent(event),
  };

  @state() private state: State = { name: 'ready' };
  @state() private contactEdited = false;
  @state() private announcement = '';
  @state() private later: Later | undefined;

  #prefill: PartialValues = {};
  #directory: CompanyDirectory | undefined;
  #preparing: Promise<Later> | undefined;
  #submitting = false;

  protected override get ownSettings(): SupportSettings {
    const { product, application, companyNumber, userId } = this;
    return { ...super.ownSettings, product, application, companyNumber, userId };
  }

  protected override connectionChanged(connection: Connection | undefined): void {
    this.#directory = connection && new CompanyDirectory(connection, () => this.requestUpdate());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { companyNumbers, summary, critical, about } = this.#draft.values;
    if (companyNumbers.length) void this.#directory?.nameAll(companyNumbers, this.#l10n.language);
    const showsMore = summary || critical || about !== 'other' || this.#contactFold === 'open' || this.#failure;
    if (showsMore) this.#prepareEarly();
  }

  /** Writes some values beforehand. What the person has written stays. */
  prefill(values: PartialValues): void {
    this.#prefill = merge(this.#prefill, values);
    this.requestUpdate();
  }

  /** Checks and sends. Resolves when the endpoint has the request, or when the form says why it doesn't. */
  async submit(): Promise<void> {
    if (this.#submitting || this.state.name === 'sent') return;
    this.#submitting = true;
    try {
      const { send } = await this.#prepare();
      await send(this.#sending);
    } catch (error) {
      await this.#enter({ name: 'failed', error: SupportError.from(error) }, 'failure');
    } finally {
      this.#submitting = false;
    }
  }

  /** Empties the form, down to what is known beforehand. */
  reset(): void {
    this.#leave();
    this.#draft.reset();
  }

  protected override render(): unknown {
    if (!this.#l10n.ready) return nothing;
    return html`
      <div class="root" lang=${this.#l10n.language}>
        <slot name="before"></slot>
        ${this.#renderState()}
        <slot name="after"></slot>
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderState(): TemplateResult | undefined {
    const { state } = this;
    switch (state.name) {
      case 'sending':
        return this.later?.sendingView(this.#l10n, state.subject, state.attempt, () => state.abort.abort());
      case 'sent':
        return this.later?.receiptView(this.#l10n, state.receipt, state.later, {
          copy: (number) => void this.#copy(number),
          sendEdits: () => void this.later?.sendEdits(this.#sending),
          startAnew: () => void this.#startAnew(),
        });
      case 'ready':
      case 'failed':
        return this.#renderForm();
    }
  }

  #renderForm(): TemplateResult {
    const { msg } = this.#l10n;
    const view = this.#view;
    return html`
      <form novalidate @submit=${this.#onSubmit} @keydown=${this.#onKeydown} @focusin=${this.#onFocusin}>
        <div class="row between"><h2>${msg('Support request')}</h2>${openingTag(this.#l10n, this.#telephone.opening)}</div>
        ${this.#renderFailure()}
        ${this.#draft.hasProblems ? this.later?.problemSummary(view, (field) => void this.#goTo(controlId(field))) : nothing}
        ${kindSection(view)} ${criticalSection(view)} ${placeSection(view)} ${matterSection(view)}
        ${view.contact === 'open' ? view.later?.contactFields(view) : contactLine(view)}
        <hr />
        <div class="row between">
          <span class="small quiet"><kbd>${modifierKey()}</kbd> + <kbd>Enter</kbd> ${msg('sends')}</span>
          <div class="row">
            ${this.#draft.canUndoClear
              ? html`<button class="button text" part="button" type="button" @click=${this.#onUndoClear}>${msg('Undo clearing')}</button>`
              : html`<button class="button text" part="button" type="button" @click=${this.#onClear}>${msg('Clear')}</button>`}
            <button class="button primary" part="primary-button" type="submit">${msg('Send the support request')}</button>
          </div>
        </div>
      </form>
    `;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const error = this.#failure;
    if (!error) return nothing;
    if (!this.later) return html`<p class="message" role="alert">${this.#l10n.msg('The support service could not be reached.')}</p>`;
    const again = this.state.name === 'failed' ? () => void this.submit() : () => void this.#profile.load();
    const retry = error.code === 'noEndpoint' ? undefined : again;
    return this.later.failureNotice(this.#l10n, error, { id: 'failure', retry, phone: this.#phone });
  }

  /** Why the last try to send failed, or why nothing can be sent. */
  get #failure(): SupportError | undefined {
    return this.state.name === 'failed' ? this.state.error : (this.#profile.error ?? this.endpointError);
  }

  get #prefilled(): PartialValues {
    const { kind, summary } = this;
    return merge({ ...(kind && { kind }), ...(summary && { summary }) }, this.#prefill);
  }

  get #phone(): string | undefined {
    return this.#profile.service?.contact.phone ?? this.settings.phone;
  }

  get #view(): FormView {
    const { msg, language, formats } = this.#l10n;
    const { values, problems, typed } = this.#draft;
    return {
      msg,
      language,
      formats,
      values,
      typed,
      problems,
      service: this.#profile.service,
      opening: this.#telephone.opening,
      phone: this.#phone,
      companies: this.#directory?.companies ?? [],
      contact: this.#contactFold,
      later: this.later,
      messageOf: (field) => {
        const problem = problems.fields.get(field);
        return problem && this.later?.fieldMessage(this.#l10n, field, problem, values);
      },
      change: (changes) => {
        if (changes.contact) this.contactEdited = true;
        this.#draft.change(changes);
      },
      type: (text) => {
        this.#draft.type(text);
        if (text.companyNumbers) this.#directory?.type(text.companyNumbers, language);
      },
      editContact: () => void this.#editContact().catch(() => undefined),
    };
  }

  get #contactFold(): FormView['contact'] {
    const { values, problems } = this.#draft;
    const wrong = [...problems.fields.keys()].some((field) => field.startsWith('/contact'));
    if (this.contactEdited || wrong) return 'open';
    if (Object.values(values.contact).every(Boolean)) return 'folded';
    return this.#profile.pending ? 'pending' : 'open';
  }

  /** Loads the parts that nobody meets at once, and their words: once, and again after a failure. */
  #prepare(): Promise<Later> {
    this.#preparing ??= this.#load().catch((cause: unknown) => {
      this.#preparing = undefined;
      throw new SupportError('network', 'A part of the form could not be loaded', { cause });
    });
    return this.#preparing;
  }

  async #load(): Promise<Later> {
    const later = await import('./later/index.js');
    await this.#l10n.add(later.catalogues, later.failureCatalogues, later.openingCatalogues);
    adoptMoreStyles(this.renderRoot, [later.notices, later.styles]);
    return (this.later = later);
  }

  /** Before it is needed; when it can't be had now, it is asked for again when it is needed. */
  #prepareEarly(): void {
    void this.#prepare().catch(() => undefined);
  }

  async #startAnew(): Promise<void> {
    this.reset();
    await this.#goTo(controlId('/kind'));
  }

  async #editContact(): Promise<void> {
    this.contactEdited = true;
    await this.#prepare();
    await this.#goTo(controlId('/contact/name'));
  }

  async #copy(number: string): Promise<void> {
    const { msg } = this.#l10n;
    const copied = await navigator.clipboard.writeText(number).then(
      () => true,
      () => false,
    );
    this.announcement = copied ? msg('The number was copied.') : msg('The browser did not allow copying. Select the number and copy it.');
  }

  /** Back to the form, whatever was going on; the next request is another one. */
  #leave(): void {
    const { state } = this;
    this.state = { name: 'ready' };
    if (state.name === 'sending') state.abort.abort();
    this.#sending.submission = undefined;
    this.contactEdited = false;
  }

  async #enter(next: State, focus?: string): Promise<void> {
    this.state = next;
    if (focus) await this.#goTo(focus);
  }

  async #goTo(id: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const target = found?.querySelector<HTMLElement>(':scope input:checked') ?? found;
    target?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onFocusin = (): void => {
    this.#prepareEarly();
    void this.#directory?.nameAll(this.#draft.values.companyNumbers, this.#l10n.language);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.submit();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.submit();
  };

  readonly #onClear = (): void => {
    this.#leave();
    this.#draft.clear();
    this.announcement = this.#l10n.msg('The form was cleared.');
  };

  readonly #onUndoClear = (): void => {
    this.#draft.undoClear();
    this.announcement = this.#l10n.msg('What you had written is back.');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'support-request-form': SupportRequestForm;
  }
}
