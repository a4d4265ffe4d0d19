import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from '../../context/property.js';
import type { SupportError } from '../../client/support-error.js';
import type { Connection } from '../../context/connection.js';
import { SupportElement } from '../../context/support-element.js';
import { ProfileController } from '../../controllers/profile-controller.js';
import { PollingController } from '../../controllers/polling-controller.js';
import { StorePart } from '../../controllers/store-part.js';
import type {
  RequestPage,
  RequestQuery,
  SupportRequestsPoller,
} from '../../controllers/support-requests-poller.lazy.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { controls } from '../../ui/controls.styles.js';
import { goTo } from '../../ui/go-to.js';
import { missingPart } from '../../ui/missing-part.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues, lazyCatalogues } from './catalogues.js';
import type { RequestListHost } from './request-list-host.js';

/**
 * The support requests that a person has sent, or their company: where each stands, what has been said, and a way to
 * answer. Kept up to date by itself.
 *
 * @example
 * ```html
 * <support-request-list endpoint="/api/support"></support-request-list>
 * ```
 *
 * @slot empty - Shown instead of our own words while there is no request.
 * @fires {SupportRequestOpenedEvent} support-request-opened - A person has opened a request; the detail has its `id`.
 * @fires {SupportRequestRepliedEvent} support-request-replied - The endpoint has a reply: `id` of the request, `messageId`.
 * @csspart request - Every request.
 * @csspart timeline - What has happened to a request.
 * @csspart control - Every field.
 * @csspart button - Every button.
 * @csspart notice - What asks for attention.
 */
export class SupportRequestList extends SupportElement {
  static override readonly styles = [tokens, base, controls];

  /** Only requests of this status: `received`, `inProgress`, `waitingForCustomer`, `awaitingConfirmation`, `resolved` or `closed`. */
  @property() status: RequestQuery['status'];
  /** Whose requests: one's `own` (default) or the `company`'s, for who may see them. */
  @property() scope: RequestQuery['scope'];
  /** The id of the request that is shown alone; all of them without it. */
  @property({ attribute: 'request-id' }) requestId: string | undefined;
  /** Whether the text of a reply that is being written is kept in the browser for a day: `text` (default) or `none`. */
  @property() drafts: 'text' | 'none' = 'text';

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #profile = new ProfileController(this, () => ({
    connection: this.connection,
    language: this.#l10n.language,
  }));
  // Where one request is shown alone, nobody asks for the others.
  readonly #source = () => ({
    connection: this.requestId ? undefined : this.connection,
    language: this.#l10n.language,
    query: [this.status, this.scope].join(' '),
  });
  readonly #requests = new PollingController<RequestPage, SupportRequestsPoller>(
    this,
    this.#source,
    {
      load: async (connection, language) =>
        (await import('../../controllers/support-requests-poller.lazy.js')).supportRequestsPoller(
          connection,
          language,
          { status: this.status || undefined, scope: this.scope || undefined },
        ),
      shown: 'badge',
      hidden: undefined,
    },
  );

  readonly #part = new StorePart(
    this,
    this.#l10n,
    lazyCatalogues,
    () => import('./support-request-list.lazy.js'),
    ({ SupportRequestStore }, isCurrent) =>
      new SupportRequestStore(this.#hostOf(this.connection, isCurrent)),
  );

  @state() private announcement = '';

  #wanted: string | undefined;

  /** Asks the endpoint at once. Resolves when it is known what that brought. */
  async refresh(): Promise<void> {
    await Promise.all([this.#requests.refresh(), this.#part.store?.refresh()]);
  }

  /** Shows one request whole, as if a person had opened it. */
  open(id: string): void {
    this.#wanted = id;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('support-request-submitted', this.#onSubmitted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('support-request-submitted', this.#onSubmitted);
  }

  protected override connectionChanged(): void {
    this.#part.renew();
  }

  protected override personChanged(): void {
    this.announcement = '';
    this.#wanted = undefined;
  }

  protected override updated(): void {
    if (this.#isNeeded) this.#part.prepare();
    if (this.#wanted && this.#part.store) {
      this.#part.store.open(this.#wanted);
      this.#wanted = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#l10n.ready) return nothing;
    const { msg, language } = this.#l10n;
    return html`
      <div class="root" lang=${language}>
        <h2 id="title" tabindex="-1">${msg('Support requests')}</h2>
        ${this.#renderRequests()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderRequests(): TemplateResult | typeof nothing {
    const { msg } = this.#l10n;
    const { module, store, hasFailed } = this.#part;
    if (this.#isNeeded) {
      if (module && store) {
        const { msg, language, formats } = this.#l10n;
        return module.supportRequestListView({ msg, language, formats, store }, this.#error);
      }
      return hasFailed ? missingPart(this.#l10n, () => this.#part.retry()) : nothing;
    }
    if (!this.#requests.list) return html`<p class="quiet">${msg('Loading…')}</p>`;
    return html`<slot name="empty"><p class="quiet">${msg('No support requests yet.')}</p></slot>`;
  }

  get #error(): SupportError | undefined {
    return this.#requests.error ?? this.#profile.error ?? this.endpointError;
  }

  get #isNeeded(): boolean {
    const seesCompany = this.#profile.me?.permissions.includes('viewCompanyRequests');
    return Boolean(
      this.#wanted ||
      this.requestId ||
      this.status ||
      seesCompany ||
      this.#requests.list?.items.length ||
      this.#error,
    );
  }

  #hostOf(connection: Connection | undefined, isCurrent: () => boolean): RequestListHost {
    return {
      l10n: this.#l10n,
      profile: this.#profile,
      requests: this.#requests,
      element: this,
      connection: () => connection,
      hasFocus: (id) => this.shadowRoot?.activeElement?.id === id,
      announce: (text) => {
        if (isCurrent()) this.announcement = text;
      },
      changed: (focus) => {
        if (!isCurrent()) return;
        this.requestUpdate();
        if (focus) void goTo(this, focus, focus === 'request' ? 'start' : 'nearest');
      },
      showModal: (id) => {
        if (!isCurrent()) return;
        this.requestUpdate();
        void this.updateComplete.then(() =>
          this.renderRoot.querySelector<HTMLDialogElement>(`#${id}`)?.showModal(),
        );
      },
    };
  }

  readonly #onSubmitted = (event: DocumentEventMap['support-request-submitted']): void => {
    if (!this.checkVisibility()) return;
    // A form of another version knows of no offers.
    if ('offerFollow' in event) event.offerFollow(() => this.open(event.detail.id));
    void this.refresh();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'support-request-list': SupportRequestList;
  }
}
