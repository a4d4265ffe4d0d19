import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from '../../context/property.js';
import { str } from '@lit/localize/internal/str-tag.js';
import type { SupportError } from '../../client/support-error.js';
import { has, type Connection } from '../../context/connection.js';
import { SupportElement } from '../../context/support-element.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import { AdvisoryAccessController } from '../../controllers/advisory-access-controller.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { StorePart } from '../../controllers/store-part.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { goTo } from '../../ui/go-to.js';
import { missingPart } from '../../ui/missing-part.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues, lazyCatalogues, settingsCatalogues, usesCatalogues } from './catalogues.js';
import type { AdvisoryAccessStore } from './advisory-access-store.js';
import type { AdvisorySettingsStore } from './settings/settings-store.js';
import type { AccessHost } from './access-request.js';
import type { ApprovalView } from './views/view.js';

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
  static override readonly styles = [
    tokens,
    base,
    controls,
    css`
      .settings > .button {
        margin-inline-start: -7px;
      }
    `,
  ];

  /** The id of the request that is shown alone; all of them without it. */
  @property({ attribute: 'request-id' }) requestId: string | undefined;

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #source = () => ({ connection: this.connection, language: this.#l10n.language });
  readonly #profile = new ProfileController(this, this.#source);
  readonly #access = new AdvisoryAccessController(this, this.#source, 'approval');

  readonly #requests = new StorePart(
    this,
    this.#l10n,
    lazyCatalogues,
    () => import('./advisory-access-approval.lazy.js'),
    ({ AdvisoryAccessStore }, isCurrent) =>
      new AdvisoryAccessStore(this.#hostOf(this.connection, isCurrent)),
  );

  readonly #settings = new LazyPart(
    this,
    this.#l10n,
    settingsCatalogues,
    () => import('./settings/advisory-settings.lazy.js'),
  );
  #rules: AdvisorySettingsStore | undefined;

  readonly #usesPart = new LazyPart(
    this,
    this.#l10n,
    usesCatalogues,
    () => import('./uses/advisory-uses.lazy.js'),
  );

  @state() private announcement = '';
  @state() private isSettingsOpen = false;

  /** How many requests wait for this person's approval: not those that they were the first of two to approve. */
  get pendingCount(): number {
    return this.#access.pendingCount;
  }

  /** Asks the endpoint at once. Resolves when it is known what that brought. */
  async refresh(): Promise<void> {
    await this.#access.refresh();
  }

  protected override connectionChanged(): void {
    this.#requests.renew();
    this.#rules = undefined;
    this.isSettingsOpen = false;
  }

  protected override personChanged(): void {
    this.announcement = '';
  }

  protected override updated(): void {
    if (this.#isNeeded) this.#requests.prepare();
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
        ${this.#renderRequests()} ${this.#renderSettings()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderRequests(): TemplateResult | typeof nothing {
    const { msg } = this.#l10n;
    const { module, store, hasFailed } = this.#requests;
    const { list } = this.#access;
    if (this.#isNeeded) {
      if (module)
        return html`${store && list ? module.accessListView(this.#view(store)) : nothing} ${this.#renderFailure()}`;
      return hasFailed ? missingPart(this.#l10n, () => this.#requests.retry()) : nothing;
    }
    if (!list) return html`<p class="quiet">${msg('Loading…')}</p>`;
    return html`<slot name="empty"><p class="quiet">${msg('No advisory access requests. New requests appear here automatically.')}</p></slot>`;
  }

  /** The customer's own rules, for who may manage them. */
  #renderSettings(): TemplateResult | typeof nothing {
    const { msg } = this.#l10n;
    const { me, service } = this.#profile;
    // Below the requests and what is told of them, and so not before them.
    const { store } = this.#requests;
    const areRequestsShown =
      this.#access.list && (!this.#isNeeded || (store && !store.notices.isAwaited));
    if (
      !areRequestsShown ||
      !service ||
      !has(service, 'advisorySettings') ||
      !me?.permissions.includes('manageSettings')
    )
      return nothing;
    const isOpen = this.isSettingsOpen;
    const rules = isOpen && this.#rules;
    const now = this.#access.clock?.now() ?? new Date();
    return html`
      <div class="settings">
        <button class="button text" part="button" type="button" aria-expanded=${isOpen} @click=${() => this.#toggleSettings()}>${msg('Settings')}</button>
        ${rules ? this.#settings.module?.settingsView(this.#l10n, rules, me.granters.length, now) : nothing}
        ${isOpen && this.#settings.hasFailed ? missingPart(this.#l10n, () => this.#openSettings()) : nothing}
      </div>
    `;
  }

  #toggleSettings(): void {
    this.isSettingsOpen = !this.isSettingsOpen;
    if (this.isSettingsOpen) this.#openSettings();
  }

  #openSettings(): void {
    const { connection } = this;
    const isCurrent = () => connection === this.connection;
    this.#settings.load().then(
      ({ AdvisorySettingsStore }) => {
        if (!isCurrent() || this.#rules) return;
        this.#rules = new AdvisorySettingsStore(this.#hostOf(connection, isCurrent));
        void this.#rules.load();
      },
      // That it is missing is said in its place.
      () => undefined,
    );
  }

  /** Below the requests, where nothing that is being read moves. */
  #renderFailure(): unknown {
    const error = this.#error;
    const retry = () => void Promise.all([this.#profile.load(), this.refresh()]);
    return error && this.#requests.module?.accessFailure(this.#l10n, error, retry);
  }

  #view(store: AdvisoryAccessStore): ApprovalView {
    const { msg, language, formats } = this.#l10n;
    const { service, me, pending, error } = this.#profile;
    const {
      maxHours = Infinity,
      maxHoursSetIn = '',
      approversRequired = 1,
    } = this.#access.list ?? {};
    const granters = me?.granters.map(({ name }) => name) ?? [];
    // An endpoint that can't tell who is signed in decides by itself.
    const whoever = pending || error ? undefined : true;
    return {
      msg,
      language,
      formats,
      store,
      now: store.now,
      rules: { maxHours, maxHoursSetIn, approversRequired },
      viewer: {
        mayGrant: me ? me.permissions.includes('grantAdvisoryAccess') : whoever,
        isPending: pending,
        granters,
        otherGranters: granters.filter((name) => name !== me?.name),
      },
      hasReceipts: service !== undefined && has(service, 'advisoryReceipts'),
      usesPart: this.#usesPart,
    };
  }

  get #error(): SupportError | undefined {
    return this.#access.error ?? this.#profile.error ?? this.endpointError;
  }

  /** On most days there is nothing to decide and nothing amiss. */
  get #isNeeded(): boolean {
    return Boolean(this.requestId || this.#access.list?.items.length || this.#error);
  }

  #hostOf(connection: Connection | undefined, isCurrent: () => boolean): AccessHost {
    return {
      l10n: this.#l10n,
      profile: this.#profile,
      access: this.#access,
      usesPart: this.#usesPart,
      requestId: () => this.requestId,
      isConnected: () => isCurrent() && this.isConnected,
      connection: () => connection,
      dispatchEvent: (event) => this.dispatchEvent(event),
      announce: (text) => {
        if (isCurrent()) this.announcement = text;
      },
      changed: (focus) => {
        if (!isCurrent()) return;
        this.requestUpdate();
        if (focus) void goTo(this, focus);
      },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'advisory-access-approval': AdvisoryAccessApproval;
  }
}
