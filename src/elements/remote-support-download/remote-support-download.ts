import { html, nothing } from 'lit';
import { RetryTimer } from '../../client/retry-timer.js';
import { property, state } from '../../context/property.js';
import { SupportElement } from '../../context/support-element.js';
import type { ServiceProfile } from '../../contract/service.js';
import { LazyPart } from '../../controllers/lazy-part.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { base } from '../../ui/base.styles.js';
import { buttons } from '../../ui/buttons.styles.js';
import { contactOf } from '../../ui/contact.js';
import { notices } from '../../ui/notices.styles.js';
import { tokens } from '../../ui/tokens.styles.js';
import { weeklyHoursText } from '../../ui/weekly-hours.js';
import { catalogues, lazyCatalogues } from './catalogues.js';
import type { Guidance, Known } from './program/guidance.js';
import type { Platform } from './program/platform.js';
import { RemoteSupportWarnedEvent } from './remote-support-download.events.js';
import { styles } from './remote-support-download.styles.js';
import {
  assurances,
  callerQuestion,
  callerWarning,
  callUs,
  type Caller,
  type SupportView,
} from './caller.js';

/**
 * The remote-support program for the computer at hand, for a person who called customer service themselves. Who was
 * called is told to end the call. Works without any endpoint, by the details of the guide. Nothing starts by itself.
 *
 * @example
 * ```html
 * <remote-support-download endpoint="/api/support"></remote-support-download>
 * ```
 *
 * @slot steps - Replaces the steps between the download and the connection.
 * @fires {RemoteSupportDownloadStartedEvent} remote-support-download-started - A person pressed a download.
 * @fires {RemoteSupportWarnedEvent} remote-support-warned - A person said that somebody called them.
 * @csspart assurances - The list of what holds for every connection.
 * @csspart button - Every button, and the link that downloads.
 * @csspart primary-button - The link that downloads.
 * @csspart notice - Every notice.
 */
export class RemoteSupportDownload extends SupportElement {
  static override readonly styles = [tokens, base, buttons, notices, styles];

  /** Overrides what the browser says of the computer: `windows`, `macos`, `linux`, `android`, `ios` or `chromeos`. */
  @property() platform: Platform | undefined;
  /** Hosts that may be linked to beside Visma's and the program's maker's, with commas between. */
  @property({ attribute: 'allowed-hosts' }) allowedHosts: string | undefined;

  readonly #l10n = new LocalizationController(this, catalogues);

  @state() private caller: Caller | undefined;
  @state() private service: ServiceProfile | undefined;
  @state() private announcement = '';
  /** Whether the last question about the service had no answer. */
  @state() private unreached = false;

  readonly #retries = new RetryTimer(() => void this.#loadService());
  readonly #later = new LazyPart(
    this,
    this.#l10n,
    lazyCatalogues,
    () => import('./remote-support-download.lazy.js'),
    ({ Guidance }) => {
      const known = (): Known => ({
        l10n: this.#l10n,
        connection: this.connection,
        service: this.service,
      });
      this.guidance = new Guidance(this, known, (text) => (this.announcement = text));
      if (this.caller === 'me') void this.guidance.ask();
    },
  );
  private guidance: Guidance | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#retries.stop();
  }

  protected override connectionChanged(): void {
    void this.#loadService();
  }

  protected override personChanged(): void {
    this.caller = undefined;
    this.announcement = '';
    this.guidance?.forget();
  }

  protected override render(): unknown {
    if (!this.#l10n.ready) return nothing;
    const { msg } = this.#l10n;
    const view = this.#view;
    return html`
      <div class="root" lang=${this.#l10n.language} @focusin=${this.#prepare} @pointerover=${this.#prepare}>
        <div class="row between"><h2>${msg('Remote support')}</h2>${this.guidance?.tag}</div>
        ${callerQuestion(view)}
        <div role="alert">${this.caller === 'them' ? callerWarning(view, this.guidance?.rescue) : nothing}</div>
        ${this.caller === 'me' ? this.#renderProgram() : nothing} ${this.caller ? nothing : callerWarning(view)}
        ${this.caller === 'them' ? nothing : assurances(view)}
        ${
          this.endpointError ||
          (this.unreached && !(this.caller === 'me' && this.guidance?.saysUnreached))
            ? html`<p class="small quiet">${msg('These are general details: there is no connection to customer service.')}</p>`
            : nothing
        }
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderProgram(): unknown {
    const { msg } = this.#l10n;
    const view = this.#view;
    // Not every browser asks again for a module that once could not be had.
    if (this.#later.hasFailed)
      return html`<div class="row" role="alert">
        <p class="message">${msg('Reload the page or call us, because this part could not be loaded:')} ${callUs(view)}</p>
        <button class="button" part="button" type="button" @click=${() => this.#later.retry()}>${msg('Try again')}</button>
      </div>`;
    return this.guidance?.program(view) ?? html`<p class="quiet">${msg('Loading…')}</p>`;
  }

  get #view(): SupportView {
    const { msg, language, formats } = this.#l10n;
    const contact = contactOf(this.service, this.settings);
    return {
      msg,
      language,
      formats,
      caller: this.caller,
      contact,
      hours: this.guidance?.hours ?? (contact.hours && weeklyHoursText(this.#l10n, contact.hours)),
      answer: (caller) => this.#answer(caller),
    };
  }

  #answer(caller: Caller): void {
    this.caller = caller;
    if (this.unreached) void this.#loadService();
    if (caller === 'them') this.dispatchEvent(new RemoteSupportWarnedEvent());
    else void this.guidance?.ask();
    void this.#later.load().catch(() => undefined);
  }

  /** Loads whom to call. Nobody needs to be signed in here, so nobody is asked who they are. */
  async #loadService(): Promise<void> {
    // The language is chosen by then.
    await this.updateComplete;
    const { connection } = this;
    const service = await connection?.service(this.#l10n.language).catch(() => undefined);
    if (connection !== this.connection) return;
    this.service = service;
    this.unreached = connection !== undefined && !service;
    if (this.unreached) this.#retries.failed();
    else this.#retries.stop();
  }

  readonly #prepare = (): void => this.#later.prepare();
}

declare global {
  interface HTMLElementTagNameMap {
    'remote-support-download': RemoteSupportDownload;
  }
}
