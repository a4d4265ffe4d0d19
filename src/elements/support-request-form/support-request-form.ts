import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SupportError } from '../../client/support-error.js';
import type { Submission } from '../../client/submission.js';
import { has, type Connection } from '../../context/connection.js';
import type { SupportSettings } from '../../context/settings.js';
import { SupportElement } from '../../context/support-element.js';
import type { FieldError } from '../../contract/problem.js';
import { composeSubject } from '../../contract/subject.js';
import type { Receipt, RequestKind, SupportRequest } from '../../contract/support-requests.js';
import { OpeningHoursController } from '../../controllers/opening-hours-controller.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { failureNotice } from '../../ui/failure-notice.js';
import { modifierKey } from '../../ui/keys.js';
import { openingTag } from '../../ui/phone.js';
import { tokens } from '../../ui/tokens.styles.js';
import { CompanyDirectory } from './company-directory.js';
import { companyNumbersIn, userIdsIn } from './entries.js';
import { controlId, fieldMessage, problemsOf } from './field-texts.js';
import type { FormView, Typed } from './form-view.js';
import { catalogues } from './localization.js';
import { merge, toRequest, valuesOf, type PartialValues, type RequestValues } from './request-values.js';
import { contactSection } from './sections/contact.js';
import { criticalSection } from './sections/critical.js';
import { kindSection } from './sections/kind.js';
import { matterSection } from './sections/matter.js';
import { placeSection } from './sections/place.js';
import { problemSummary } from './sections/problems.js';
import { receiptView, type LaterEdits } from './sections/receipt.js';
import { sendingView } from './sections/sending.js';
import {
  SupportRequestFailedEvent,
  SupportRequestSubmitEvent,
  SupportRequestSubmittedEvent,
} from './support-request-form.events.js';
import { styles } from './support-request-form.styles.js';

/** Where the form is; each state carries what it needs. */
type State =
  | { readonly name: 'ready' }
  | { readonly name: 'sending'; readonly subject: string; readonly attempt: number; readonly abort: AbortController }
  | { readonly name: 'failed'; readonly error: SupportError }
  | { readonly name: 'sent'; readonly receipt: Receipt; readonly later: LaterEdits; readonly request: SupportRequest };

const nothingTyped: Typed = { userIds: '', companyNumbers: '' };

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
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

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

  @state() private state: State = { name: 'ready' };
  @state() private edits: PartialValues = {};
  @state() private typed: Typed = nothingTyped;
  @state() private errors: readonly FieldError[] = [];
  @state() private contactEdited = false;
  @state() private announcement = '';

  #prefill: PartialValues = {};
  #cleared: PartialValues | undefined;
  #directory: CompanyDirectory | undefined;
  #submission: Submission | undefined;
  /** Once a person has tried to send, each change is checked at once. */
  #check: ((request: SupportRequest) => { readonly errors: readonly FieldError[] }) | undefined;

  protected override get ownSettings(): SupportSettings {
    const { product, application, companyNumber, userId } = this;
    return { ...super.ownSettings, product, application, companyNumber, userId };
  }

  protected override connectionChanged(connection: Connection | undefined): void {
    this.#directory = connection && new CompanyDirectory(connection, () => this.requestUpdate());
    this.#submission = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { companyNumbers } = this.#values;
    if (companyNumbers.length) void this.#directory?.nameAll(companyNumbers, this.#l10n.language);
  }

  /** Writes some values beforehand. What the person has written stays. */
  prefill(values: PartialValues): void {
    this.#prefill = merge(this.#prefill, values);
    this.requestUpdate();
  }

  /** Checks and sends. Resolves when the endpoint has the request, or when the form says why it doesn't. */
  async submit(): Promise<void> {
    if (this.state.name === 'sending' || this.state.name === 'sent') return;
    this.#commitTyped();
    try {
      await this.#send();
    } catch (thrown) {
      await this.#fail(SupportError.from(thrown));
    }
  }

  /** Empties the form, down to what is known beforehand. */
  reset(): void {
    if (this.state.name === 'sending') this.state.abort.abort();
    this.#submission = undefined;
    this.#check = undefined;
    this.#cleared = undefined;
    this.edits = {};
    this.typed = nothingTyped;
    this.errors = [];
    this.contactEdited = false;
    this.state = { name: 'ready' };
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

  #renderState(): TemplateResult {
    const { state } = this;
    switch (state.name) {
      case 'sending':
        return sendingView(this.#l10n, state.subject, state.attempt, () => state.abort.abort());
      case 'sent':
        return receiptView(this.#l10n, state.receipt, state.later, {
          copy: (number) => void this.#copy(number),
          sendEdits: () => void this.#sendEdits(),
          startAnew: () => void this.#startAnew(),
        });
      case 'ready':
      case 'failed':
        return this.#renderForm(state.name === 'failed' ? state.error : undefined);
    }
  }

  #renderForm(failure: SupportError | undefined): TemplateResult {
    const { msg } = this.#l10n;
    const view = this.#view;
    const { others } = problemsOf(this.errors);
    return html`
      <form novalidate @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
        <div class="row between"><h2>${msg('Support request')}</h2>${openingTag(this.#l10n, this.#telephone.opening)}</div>
        ${this.#renderFailure(failure)}
        ${this.errors.length ? problemSummary(view, others.map(({ pointer }) => pointer), (field) => void this.#goTo(controlId(field))) : nothing}
        ${kindSection(view)} ${criticalSection(view)} ${placeSection(view)} ${matterSection(view)} ${contactSection(view)}
        <hr />
        <div class="row between">
          <span class="small quiet"><kbd>${modifierKey()}</kbd> + <kbd>Enter</kbd> ${msg('sends')}</span>
          <div class="row">
            ${this.#cleared
              ? html`<button class="button text" part="button" type="button" @click=${this.#onUndoClear}>${msg('Undo clearing')}</button>`
              : html`<button class="button text" part="button" type="button" @click=${this.#onClear}>${msg('Clear')}</button>`}
            <button class="button primary" part="primary-button" type="submit">${msg('Send the support request')}</button>
          </div>
        </div>
      </form>
    `;
  }

  #renderFailure(failure: SupportError | undefined): TemplateResult | typeof nothing {
    const error = failure ?? this.#profile.error ?? (this.connection ? undefined : this.#missingEndpoint());
    if (!error) return nothing;
    const retry = failure ? () => void this.submit() : error.code === 'noEndpoint' ? undefined : () => void this.#profile.load();
    return failureNotice(this.#l10n, error, { id: 'failure', retry, phone: this.#phone });
  }

  /** Says so in the console too, once, for whoever builds the page. */
  #missingEndpoint(): SupportError | undefined {
    if (document.querySelector('support-provider:not(:defined)')) return undefined;
    warnOfMissingEndpoint();
    return new SupportError('noEndpoint');
  }

  get #values(): RequestValues {
    const { kind, summary } = this;
    const { service, me } = this.#profile;
    const prefill = merge({ ...(kind && { kind }), ...(summary && { summary }) }, this.#prefill);
    return valuesOf({ service, me, place: this.settings, prefill, edits: this.edits });
  }

  get #phone(): string | undefined {
    return this.#profile.service?.contact.phone ?? this.settings.phone;
  }

  get #view(): FormView {
    const { service, me, pending } = this.#profile;
    const { fields } = problemsOf(this.errors);
    const values = this.#values;
    const contactKnown = Object.values(values.contact).every(Boolean);
    const contactWrong = [...fields.keys()].some((field) => field.startsWith('/contact'));
    const { msg, language, formats } = this.#l10n;
    return {
      msg,
      language,
      formats,
      values,
      typed: this.typed,
      problems: fields,
      service,
      me,
      opening: this.#telephone.opening,
      phone: this.#phone,
      companies: this.#directory?.companies ?? [],
      contactPending: pending && !contactKnown && !this.contactEdited,
      contactOpen: this.contactEdited || contactWrong || (!pending && !contactKnown),
      messageOf: (field) => {
        const problem = fields.get(field);
        return problem && fieldMessage(this.#l10n, field, problem, values);
      },
      change: (changed) => this.#change(changed),
      type: (typed) => {
        this.typed = { ...this.typed, ...typed };
        if (typed.companyNumbers) this.#directory?.type(typed.companyNumbers, language);
      },
      openContact: () => void this.#openContact(),
    };
  }

  #change(changed: PartialValues): void {
    this.#cleared = undefined;
    this.edits = merge(this.edits, changed);
    if (changed.contact) this.contactEdited = true;
    this.#checkAgain();
  }

  #checkAgain(): void {
    if (this.#check) this.errors = this.#check(toRequest(this.#values, this.#l10n.language)).errors;
  }

  #commitTyped(): void {
    const { userIds, companyNumbers } = this.typed;
    if (!userIds.trim() && !companyNumbers.trim()) return;
    const values = this.#values;
    this.typed = nothingTyped;
    this.#change({
      userIds: [...new Set([...values.userIds, ...userIdsIn(userIds)])],
      companyNumbers: [...new Set([...values.companyNumbers, ...companyNumbersIn(companyNumbers)])],
    });
  }

  async #send(): Promise<void> {
    const { connection } = this;
    const { language } = this.#l10n;
    if (!connection) throw new SupportError('noEndpoint');
    const service = await connection.service(language);
    const { check, Submission } = await import('./transfer.js');
    const checked = check(toRequest(this.#values, language));
    if (!('request' in checked)) {
      this.#check = check;
      return this.#refuse(checked.errors);
    }
    const { request } = checked;
    if (!this.dispatchEvent(new SupportRequestSubmitEvent(request))) return;

    this.#submission ??= new Submission(await connection.client, has(service, 'follow'));
    const abort = new AbortController();
    const sending = { name: 'sending', subject: composeSubject(request, service), attempt: 1, abort } as const;
    this.errors = [];
    await this.#enter(sending, 'sending');
    const { receipt, outdated } = await this.#submission.send(request, {
      language,
      signal: abort.signal,
      onRetry: (attempt) => (this.state = { ...sending, attempt }),
    });
    await this.#enter({ name: 'sent', receipt, later: outdated ? 'unsent' : 'none', request }, 'receipt');
    this.dispatchEvent(new SupportRequestSubmittedEvent(receipt));
  }

  async #fail(error: SupportError): Promise<void> {
    const resetMeanwhile = error.code === 'aborted' && this.state.name !== 'sending';
    if (resetMeanwhile) return;
    if (error.errors.length) await this.#refuse(error.errors);
    else await this.#enter({ name: 'failed', error }, 'failure');
    this.dispatchEvent(new SupportRequestFailedEvent(error.code));
  }

  async #refuse(errors: readonly FieldError[]): Promise<void> {
    this.errors = errors;
    await this.#enter({ name: 'ready' }, 'problems');
  }

  /** Later edits of a request that had arrived already go to it as more information. */
  async #sendEdits(): Promise<void> {
    const { state, connection } = this;
    if (state.name !== 'sent' || !connection) return;
    this.state = { ...state, later: 'sending' };
    try {
      const { putMessage } = await import('./transfer.js');
      const { summary, description, errorMessage = '' } = state.request;
      const text = [summary, description, errorMessage].filter(Boolean).join('\n\n');
      const params = { id: state.receipt.id, messageId: crypto.randomUUID() };
      await connection.send(putMessage, { params, body: { text, attachments: [] } });
      this.state = { ...state, later: 'sent' };
    } catch {
      this.state = { ...state, later: 'failed' };
    }
  }

  async #startAnew(): Promise<void> {
    this.reset();
    await this.#goTo(controlId('/kind'));
  }

  async #openContact(): Promise<void> {
    this.contactEdited = true;
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

  async #enter(next: State, focus: string): Promise<void> {
    this.state = next;
    await this.#goTo(focus);
  }

  async #goTo(id: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const target = found?.querySelector<HTMLElement>(':scope input:checked') ?? found;
    target?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }

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
    const { edits } = this;
    this.reset();
    this.#cleared = edits;
    this.announcement = this.#l10n.msg('The form was cleared.');
  };

  readonly #onUndoClear = (): void => {
    this.edits = this.#cleared ?? {};
    this.#cleared = undefined;
    this.announcement = this.#l10n.msg('What you had written is back.');
  };
}

let warned = false;

function warnOfMissingEndpoint(): void {
  if (warned) return;
  warned = true;
  console.warn('<support-request-form> has no endpoint. Set its endpoint attribute, or put it into a <support-provider endpoint="…">.');
}

declare global {
  interface HTMLElementTagNameMap {
    'support-request-form': SupportRequestForm;
  }
}
