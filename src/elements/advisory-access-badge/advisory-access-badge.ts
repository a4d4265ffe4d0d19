import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { SupportElement } from '../../context/support-element.js';
import { AdvisoryAccessController } from '../../controllers/advisory-access-controller.js';
import { LocalizationController } from '../../localization/localization-controller.js';
import { tokens } from '../../ui/tokens.styles.js';
import { catalogues } from './catalogues.js';
import { styles } from './advisory-access-badge.styles.js';

/** What has no room in a menu. */
const MOST = 99;

/**
 * How many requests for advisory access wait for approval, for a menu entry: a small number, and nothing at all while
 * nobody waits.
 *
 * @example
 * ```html
 * <a href="/advisory-access">Neuvontaoikeudet <advisory-access-badge endpoint="/api/support"></advisory-access-badge></a>
 * ```
 *
 * @fires {AdvisoryAccessPendingChangedEvent} advisory-access-pending-changed - The number has changed; the detail has it as `count`.
 * @csspart badge - The number.
 */
export class AdvisoryAccessBadge extends SupportElement {
  static override readonly styles = [tokens, styles];

  readonly #l10n = new LocalizationController(this, catalogues);
  readonly #access = new AdvisoryAccessController(
    this,
    () => ({ connection: this.connection, language: this.#l10n.language }),
    'badge',
  );

  /** How many requests wait for this person's approval. */
  get count(): number {
    return this.#access.pendingCount;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { count } = this;
    if (!this.#l10n.ready || !count) return nothing;
    const { msg } = this.#l10n;
    const label =
      count === 1
        ? msg('1 advisory access request is awaiting approval')
        : msg(str`${count} advisory access requests are awaiting approval`);
    return html`<span class="badge" part="badge" role="img" aria-label=${label} title=${label}>${count > MOST ? `${MOST}+` : count}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'advisory-access-badge': AdvisoryAccessBadge;
  }
}
