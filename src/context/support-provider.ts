import { ContextProvider } from '@lit/context';
import { html, type PropertyValues } from 'lit';
import { property } from './property.js';
import { clearDrafts } from './drafts.js';
import {
  sameSettings,
  settingsOf,
  whereaboutsNames,
  type Diagnostics,
  type SupportSettings,
} from './settings.js';
import { pageContext, publish } from './page-context.js';
import { noSurroundings, supportContext, type SupportSurroundings } from './support-context.js';
import { SupportElement } from './support-element.js';

/**
 * One tag around the widgets: where the endpoint is, where in the product the person is, how to sign in.
 * The nearest provider wins; the first one on the page also serves elements that stand outside every provider.
 *
 * @example
 * ```html
 * <support-provider endpoint="/api/support" product="fivaldi" application="kirjanpito">
 *   <support-request-form></support-request-form>
 * </support-provider>
 * ```
 *
 * @slot - The widgets, and anything else.
 */
export class SupportProvider extends SupportElement {
  /** The id of the product that the person uses. */
  @property() product: string | undefined;
  /** The id of the application that the person is in. */
  @property() application: string | undefined;
  /** The number of the company that is open in the product. */
  @property({ attribute: 'company-number' }) companyNumber: string | undefined;
  /** The user id of the person in the product. */
  @property({ attribute: 'user-id' }) userId: string | undefined;
  /** Gives what the program itself knows of an error, such as `Help | Show error` of Fivaldi; shown before it is sent. */
  @property({ attribute: false }) diagnostics: Diagnostics | undefined;

  readonly #provided = new ContextProvider(this, {
    context: supportContext,
    initialValue: noSurroundings,
  });

  override connectedCallback(): void {
    // Before it says that it has come, so that who stands outside of it finds the page.
    pageContext().providers.add(this);
    super.connectedCallback();
    publish();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pageContext().providers.delete(this);
    publish();
  }

  /**
   * Removes every draft from this browser, and from the elements of this provider all that is the person's; to be called
   * when they sign out.
   */
  clearDrafts(): void {
    clearDrafts();
    this.connection?.finish('other');
  }

  /** @internal What this provider hands to the elements it serves. */
  get provided(): SupportSurroundings {
    return this.#provided.value;
  }

  /** An outer provider's, but never the page's, which may be this very provider's. */
  protected override get surroundings(): SupportSurroundings {
    return super.surroundings.ofPage ? noSurroundings : super.surroundings;
  }

  protected override get ownSettings(): SupportSettings {
    return { ...super.ownSettings, ...settingsOf(this, whereaboutsNames) };
  }

  /** The look is for the widgets; what else a host has inside is its own. */
  protected override showTheme(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { settings, connection, provided } = this;
    if (sameSettings(provided.settings, settings) && provided.connection === connection) return;
    this.#provided.setValue({ settings, connection });
    publish();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'support-provider': SupportProvider;
  }
}
