import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Article } from '../../../contract/articles.js';
import { outsideLink } from '../../../ui/link.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { unbroken } from '../../../ui/unbroken.js';

const sourceText = ({ msg }: Localization, { source }: Article): string =>
  source === 'manual' ? msg('Manual') : source === 'forum' ? msg('Forum') : '';

const hit = (l10n: Localization, article: Article): TemplateResult => html`
  <li>
    ${outsideLink(article.link, article.title)} <span class="quiet">${sourceText(l10n, article)}</span>
    <p class="quiet">${unbroken(article.excerpt)}</p>
  </li>
`;

/** How many hits there are, with the best of them where it has room. */
export function articlesLine(
  { msg }: Localization,
  articles: readonly Article[],
  isOpen: boolean,
  toggle: () => void,
): TemplateResult | typeof nothing {
  const [best] = articles;
  if (!best) return nothing;
  return html`
    <span class="hits-best">${isOpen ? nothing : outsideLink(best.link, best.title)}</span>
    <button class="link" type="button" aria-expanded=${String(isOpen)} aria-controls="hits" @click=${toggle}>
      ${isOpen ? msg('Close') : msg(str`See also (${articles.length})`)}
    </button>
  `;
}

/** All of the hits; they open at a press, never by themselves. */
export const articlesList = (
  l10n: Localization,
  articles: readonly Article[],
  isOpen: boolean,
): TemplateResult => html`
  <ul id="hits" class="small" ?hidden=${!isOpen}>${isOpen ? articles.map((article) => hit(l10n, article)) : nothing}</ul>
`;
