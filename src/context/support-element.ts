import { ContextEvent } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { property } from './property.js';
import type { SupportClient } from '../client/client.js';
import type { AccessToken } from '../client/connection-settings.js';
import { SupportError } from '../client/support-error.js';
import { Connection } from './connection.js';
import {
  commonNames,
  connectionChoice,
  override,
  sameChoice,
  sameUser,
  settingsOf,
  type SupportSettings,
} from './settings.js';
import { noSurroundings, supportContext, type SupportSurroundings } from './support-context.js';
import { applyTheme, type Theme } from './theme.js';
import { keepTyping } from './typing.js';
import { version } from './version.js';

/** Asked of the host when the endpoint says that nobody is signed in. */
export class SupportSignInRequiredEvent extends Event {
  static readonly eventName = 'support-sign-in-required';
  constructor() {
    super(SupportSignInRequiredEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'support-sign-in-required': SupportSignInRequiredEvent;
  }
}

let warned = false;

/**
 * What every element and `<support-provider>` takes from its host: where the endpoint is, who is calling, in which
 * language. A value on the element wins over the nearest provider's.
 *
 * @fires {SupportSignInRequiredEvent} support-sign-in-required - The endpoint says that nobody is signed in.
 * @cssproperty --support-accent - The primary button, links, what is chosen, and the focus ring.
 * @cssproperty --support-on-accent - Text on the accent.
 * @cssproperty --support-accent-soft - The ground of calm notices and of entries in a list.
 * @cssproperty --support-surface - The ground of fields and buttons: the colour on which the element stands.
 * @cssproperty --support-sunken - The ground of previews.
 * @cssproperty --support-ink - Text.
 * @cssproperty --support-quiet - Text that stands back: help, hints.
 * @cssproperty --support-line - Hairlines that part one thing from another.
 * @cssproperty --support-line-strong - The boundary of fields and buttons; at least 3:1 on the surface.
 * @cssproperty --support-notice - The bar and heading of a notice that asks for attention.
 * @cssproperty --support-notice-soft - Its ground.
 * @cssproperty --support-danger - Errors, and acts that can't be undone.
 * @cssproperty --support-danger-soft - The ground of an error.
 * @cssproperty --support-good - What is open, done or in force.
 * @cssproperty --support-good-soft - Its ground.
 * @cssproperty --support-focus - The ring around what has the focus; at least 3:1 on the surface.
 * @cssproperty --support-focus-width - How thick that ring is.
 * @cssproperty --support-radius - The corners of fields, buttons and notices.
 * @cssproperty --support-radius-small - The corners of entries in a list and of keys.
 * @cssproperty --support-line-width - How thick the boundary of fields and buttons is.
 * @cssproperty --support-bar-width - The bar of a notice, and of a field that is wrong.
 * @cssproperty --support-font - The family of all text.
 * @cssproperty --support-font-mono - The family of what a program says.
 * @cssproperty --support-font-size - The size of text; a length.
 * @cssproperty --support-font-size-small - The size of help, notes and messages.
 * @cssproperty --support-font-size-heading - The size of an element's heading.
 * @cssproperty --support-line-height - The height of a line of text, as a number without a unit.
 * @cssproperty --support-font-weight-strong - The weight of headings, labels and buttons.
 * @cssproperty --support-space - What spaces are multiples of: half of it makes everything denser.
 * @cssproperty --support-gap - Between the parts of an element.
 * @cssproperty --support-gap-field - Between a label, its field and what is said of it.
 * @cssproperty --support-gap-row - Between things in one row.
 * @cssproperty --support-control-height - The least height of a field or button; at least 24 pixels.
 * @cssproperty --support-control-padding - Beside the text in a field.
 * @cssproperty --support-button-padding - Beside the text in a button.
 * @cssproperty --support-text-height - The least height of a field of several lines.
 * @cssproperty --support-notice-padding - Around what a notice says.
 */
export abstract class SupportElement extends LitElement {
  /** Tells copies of this package on one page apart. */
  static readonly version: string = version;

  /** The endpoint: an absolute https URL, or a path of the page's own host. */
  @property() endpoint: string | undefined;
  /** Whether cookies go along, as in `fetch`: `same-origin` (default), `include` or `omit`. */
  @property() credentials: RequestCredentials | undefined;
  /** The cookie that holds the CSRF token. Default `XSRF-TOKEN`. */
  @property({ attribute: 'csrf-cookie' }) csrfCookie: string | undefined;
  /** The header that carries the CSRF token. Default `X-XSRF-TOKEN`. */
  @property({ attribute: 'csrf-header' }) csrfHeader: string | undefined;
  /** The interface language, such as `fi`. Default: the nearest `lang`, then English. */
  @property() locale: string | undefined;
  /** `light` or `dark`. Default: as the page's `color-scheme` is where the element stands. */
  @property() theme: Theme | undefined;
  /** The telephone number that is offered while the endpoint's own is not known. */
  @property() phone: string | undefined;
  /** The e-mail address that is offered while the endpoint's own is not known. */
  @property() email: string | undefined;
  /**
   * The access token, or a function that fetches one: called when there is none yet, when the endpoint has refused it
   * (then with `{ refused }`, that token), and when another person may have signed in.
   */
  @property({ attribute: false }) accessToken: AccessToken | undefined;
  /** Further headers of every request. */
  @property({ attribute: false }) headers: Readonly<Record<string, string>> | undefined;
  /** Replaces HTTP by the host's own way to the endpoint. */
  @property({ attribute: false }) client: SupportClient | undefined;

  constructor() {
    super();
    // Where elements are rendered on a server, there is no page at all.
    if (
      'document' in globalThis &&
      !('attachInternals' in this && 'IntersectionObserver' in globalThis)
    )
      throw new Error("First import 'visma-support-widgets/testing/simulated-browser'");
  }

  #surroundings = noSurroundings;
  #unsubscribe: (() => void) | undefined;
  #connection: Connection | undefined;
  #own: Connection | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Perhaps a nearer one than has answered so far.
    document.addEventListener('context-provider', this.#askProvider, true);
    this.#askProvider();
    document.addEventListener('visibilitychange', this.#doubt);
    this.#doubt();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#doubt);
    document.removeEventListener('context-provider', this.#askProvider, true);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepTyping(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.showTheme(this.settings.theme);
    const former = this.#connection;
    const next = this.#connect();
    if (next === former) return;
    this.#connection = next;
    if (!former) this.#doubt();
    this.connectionChanged(next);
    if (former?.end === 'other') this.personChanged();
  }

  /** @internal The element's own values over the nearest provider's. */
  get settings(): SupportSettings {
    return override(this.surroundings.settings, this.ownSettings);
  }

  /** What the nearest provider, or else the page's first one, hands down. */
  protected get surroundings(): SupportSurroundings {
    return this.#surroundings;
  }

  /** The way to the endpoint; missing where none is configured. */
  protected get connection(): Connection | undefined {
    return this.#connection;
  }

  /** Says that no endpoint is configured: to the person by what it returns, and once to whoever builds the page. */
  protected get endpointError(): SupportError | undefined {
    const providerMayCome = document.querySelector('support-provider:not(:defined)') !== null;
    if (this.#connection || providerMayCome) return undefined;
    if (!warned)
      console.warn(
        `<${this.localName}> has no endpoint. Set its attribute, or put it into a <support-provider endpoint="…">.`,
      );
    warned = true;
    return new SupportError('noEndpoint');
  }

  /** Gives the element the look that its host asks for. */
  protected showTheme(theme: Theme | undefined): void {
    applyTheme(this.renderRoot, theme);
  }

  /** Called before the first update that has a connection, and whenever it becomes another. */
  protected connectionChanged(_connection: Connection | undefined): void {}

  /** Called when another person is signed in than before: nothing of what the former one saw or wrote may stay. */
  protected personChanged(): void {}

  /** What this element says itself; elements with more attributes add theirs. */
  protected get ownSettings(): SupportSettings {
    return settingsOf(this, commonNames);
  }

  readonly #askProvider = (): void => {
    this.dispatchEvent(new ContextEvent(supportContext, this, this.#receiveSurroundings, true));
  };

  /** Told by a provider, and again whenever it has something else to say. */
  readonly #receiveSurroundings = (
    surroundings: SupportSurroundings,
    unsubscribe?: () => void,
  ): void => {
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    if (surroundings === this.#surroundings) return;
    this.#surroundings = surroundings;
    this.requestUpdate();
  };

  /** The provider's connection where nothing is overridden, else one of its own, kept as long as it reaches the same. */
  #connect(): Connection | undefined {
    const choice = connectionChoice(this.settings);
    if (!choice.endpoint && !choice.client) return undefined;
    const { connection } = this.surroundings;
    const isShared = (shared: Connection) =>
      sameChoice(shared.choice, choice) && sameUser(shared.choice, choice);
    if (connection && isShared(connection)) return connection;
    if (!this.#own?.follows(choice))
      this.#own = new Connection(
        choice,
        () => this.dispatchEvent(new SupportSignInRequiredEvent()),
        () => this.requestUpdate(),
        this.#own,
      );
    return this.#own;
  }

  /** Somebody comes back to the page, or to this part of it: who knows what they did elsewhere. */
  readonly #doubt = (): void => {
    const connection = this.#connection;
    // What hands its requests on to another connection leaves that to it.
    if (document.hidden || connection?.choice.client instanceof Connection) return;
    connection?.doubt();
  };
}
