import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { str } from '@lit/localize/internal/str-tag.js';
import type { SupportError } from '../../client/support-error.js';
import { SupportElement } from '../../context/support-element.js';
import { AdvisoryAccessController } from '../../controllers/advisory-access-controller.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { goTo } from '../../ui/go-to.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues } from './catalogues.js';
import type { ApprovalDesk } from './later/approval-desk.js';
import type { ApprovalHost } from './later/open-request.js';
import type { View } from './later/view.js';

type Later = typeof import('./later/index.js');

/**
 * Requests of customer service for time-limited access to companies in the customer's environment: who may grant it sees
 * what is asked for and approves it, or less; ends what was granted; and reads what has been. Kept up to date by itself.
 *
 * @example
 * ```html
 * <advisory-access-approval endpoint="/api/support"></advisory-access-approval>
 * ```
 *
 * @slot empty - Shown instead of our own words while there is no request.
 * @fires {AdvisoryAccessPendingChangedEvent} advisory-access-pending-changed - More or fewer requests wait; the detail has it as `count`.
 * @fires {AdvisoryAccessDecidedEvent} advisory-access-decided - The endpoint has a decision: `id`, `outcome`, `until`.
 * @fires {AdvisoryAccessRevokedEvent} advisory-access-revoked - A right was ended; the detail has the request's `id`.
 * @csspart request - Every request and every right.
 * @csspart sentence - What a press on the button grants.
 * @csspart button - Every button.
 */
export class AdvisoryAccessApproval extends SupportElement {
  static override readonly styles = [tokens, base, controls];

  /** The id of the request that is shown alone; all of them without it. */
  @property({ attribute: 'request-id' }) requestId: string | undefined;

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #source = () => ({ connection: this.connection, language: this.#l10n.language });
  readonly #profile = new ProfileController(this, this.#source);
  readonly #access = new AdvisoryAccessController(this, this.#source, 'approval');

  readonly #host: ApprovalHost = {
    l10n: this.#l10n,
    profile: this.#profile,
    access: this.#access,
    requestId: () => this.requestId,
    isConnected: () => this.isConnected,
    connection: () => this.connection,
    dispatchEvent: (event) => this.dispatchEvent(event),
    announce: (text) => (this.announcement = text),
    changed: (focus) => {
      this.requestUpdate();
      if (focus) void goTo(this, focus);
    },
  };

  readonly #later = new LazyPart(
    this,
    this.#l10n,
    () => import('./later/index.js'),
    ({ FocusKeeper }) => {
      this.addController(new FocusKeeper(this));
      this.#openDesk();
    },
  );

  @state() private announcement = '';

  #desk: ApprovalDesk | undefined;

  /** How many requests wait for approval. */
  get pendingCount(): number {
    return this.#access.pendingCount;
  }

  /** Asks the endpoint at once. Resolves when it is known what that brought. */
  async refresh(): Promise<void> {
    await this.#access.refresh();
  }

  protected override connectionChanged(): void {
    this.#openDesk();
  }

  protected override personChanged(): void {
    this.announcement = '';
  }

  protected override updated(): void {
    if (this.#needsLater) this.#later.prepare();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#l10n.ready) return nothing;
    const { msg, language } = this.#l10n;
    const { pendingCount: count } = this;
    const waiting = count === 1 ? msg('1 awaiting approval') : msg(str`${count} awaiting approval`);
    return html`
      <div class="root" lang=${language}>
        <div class="row between">
          <h2 id="title" tabindex="-1">${msg('Advisory access')}</h2>
          ${count ? html`<span class="tag waits">${waiting}</span>` : nothing}
        </div>
        ${this.#renderRequests()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderRequests(): TemplateResult | typeof nothing {
    const { msg } = this.#l10n;
    const { module: later, hasFailed } = this.#later;
    const { list } = this.#access;
    if (this.#needsLater) {
      if (later)
        return html`${this.#desk && list ? later.listView(this.#view(this.#desk)) : nothing} ${this.#renderFailure(later)}`;
      return hasFailed
        ? html`<p class="message" role="alert">${msg('Reload the page if this part does not appear soon.')}</p>`
        : nothing;
    }
    if (!list) return html`<p class="quiet">${msg('Loading…')}</p>`;
    return html`<slot name="empty"><p class="quiet">${msg('No advisory access requests. New requests appear here automatically.')}</p></slot>`;
  }

  /** Below the requests, where nothing that is being read moves. */
  #renderFailure({ failureView }: Later): TemplateResult | typeof nothing {
    const error = this.#error;
    return error
      ? failureView(
          this.#l10n,
          error,
          () => void Promise.all([this.#profile.load(), this.refresh()]),
        )
      : nothing;
  }

  #view(desk: ApprovalDesk): View {
    const { msg, language, formats } = this.#l10n;
    const { me, pending, error } = this.#profile;
    const { maxHours = Infinity, maxHoursSetIn = '' } = this.#access.list ?? {};
    // An endpoint that can't tell who is signed in decides by itself.
    const whoever = pending || error ? undefined : true;
    return {
      msg,
      language,
      formats,
      desk,
      now: desk.now,
      maxHours,
      maxHoursSetIn,
      isProfilePending: pending,
      mayGrant: me ? me.permissions.includes('grantAdvisoryAccess') : whoever,
      granters: me?.granters.map(({ name }) => name) ?? [],
    };
  }

  get #error(): SupportError | undefined {
    return this.#access.error ?? this.#profile.error ?? this.endpointError;
  }

  /** On most days there is nothing to decide and nothing amiss. */
  get #needsLater(): boolean {
    return Boolean(this.requestId || this.#access.list?.items.length || this.#error);
  }

  /** Another connection has other requests. What still comes by the former one isn't heard any more. */
  #openDesk(): void {
    this.#desk?.hostDisconnected();
    if (this.#desk) this.removeController(this.#desk);
    const { connection } = this;
    const host = this.#host;
    const isCurrent = () => connection === this.connection;
    const later = this.#later.module;
    this.#desk =
      later &&
      new later.ApprovalDesk({
        ...host,
        connection: () => connection,
        isConnected: () => isCurrent() && host.isConnected(),
        announce: (text) => isCurrent() && host.announce(text),
        changed: (focus) => isCurrent() && host.changed(focus),
      });
    if (this.#desk) this.addController(this.#desk);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'advisory-access-approval': AdvisoryAccessApproval;
  }
}
