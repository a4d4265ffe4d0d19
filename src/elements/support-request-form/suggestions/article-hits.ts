import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Article } from '../../../contract/articles.js';
import { outsideLink } from '../../../ui/link.js';
import type { Localization } from '../../../localization/localization-controller.js';

const sourceText = ({ msg }: Localization, { source }: Article): string =>
  source === 'manual' ? msg('Manual') : source === 'forum' ? msg('Forum') : '';

const hit = (l10n: Localization, article: Article): TemplateResult => html`
  <li>
    ${outsideLink(article.link, article.title)} <span class="quiet">${sourceText(l10n, article)}</span>
    <p class="quiet">${article.excerpt}</p>
  </li>
`;

/** The best hit in a line that was there before; all of them open below at a press, never by themselves. */
export function articleHits(
  l10n: Localization,
  articles: readonly Article[],
  isOpen: boolean,
  toggle: () => void,
): TemplateResult | typeof nothing {
  const { msg } = l10n;
  const [best] = articles;
  if (!best) return nothing;
  return html`
    <div class="hits-row">
      <span class="hits-best">
        <span class="quiet ${isOpen ? '' : 'only-wide'}">${msg('See also:')}</span> ${isOpen ? nothing : outsideLink(best.link, best.title)}
      </span>
      <button class="link" type="button" aria-expanded=${String(isOpen)} aria-controls="hits" @click=${toggle}>
        ${isOpen ? msg('Close') : msg(str`All results (${articles.length})`)}
      </button>
    </div>
    <ul id="hits" ?hidden=${!isOpen}>${isOpen ? articles.map((article) => hit(l10n, article)) : nothing}</ul>
  `;
}
