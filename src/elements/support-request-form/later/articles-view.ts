import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Article } from '../../../contract/articles.js';
import { outsideLink } from '../../../ui/link.js';
import type { FormView } from '../form-view.js';

const sourceText = ({ msg }: FormView, { source }: Article): string =>
  source === 'manual' ? msg('Manual') : source === 'forum' ? msg('Forum') : '';

const hit = (view: FormView, article: Article): TemplateResult => html`
  <li>
    ${outsideLink(article.link, article.title)} <span class="quiet">${sourceText(view, article)}</span>
    <p class="quiet">${article.excerpt}</p>
  </li>
`;

/** The best hit in a line that was there before; all of them open below at a press, never by themselves. */
export function articleHits(view: FormView): TemplateResult | typeof nothing {
  const { msg, articles } = view;
  const [best] = articles;
  if (!best) return nothing;
  return html`
    <div class="hits-row">
      <span class="hits-best">
        <span class="quiet ${view.hitsOpen ? '' : 'only-wide'}">${msg('See also:')}</span> ${view.hitsOpen ? nothing : outsideLink(best.link, best.title)}
      </span>
      <button class="link" type="button" aria-expanded=${String(view.hitsOpen)} aria-controls="hits" @click=${() => view.toggleHits()}>
        ${view.hitsOpen ? msg('Close') : msg(str`All results (${articles.length})`)}
      </button>
    </div>
    <ul id="hits" ?hidden=${!view.hitsOpen}>${view.hitsOpen ? articles.map((article) => hit(view, article)) : nothing}</ul>
  `;
}
