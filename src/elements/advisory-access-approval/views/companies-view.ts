import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Company } from '../../../contract/values.js';
import { companyNumbersIn } from '../../../ui/company-numbers.js';
import { MOST_CHOSEN_BEFOREHAND } from '../selection.js';
import { PAGE, type Content, type AccessRequest } from '../access-request.js';
import { numberOf } from './names.js';
import { grantedCount } from './texts.js';
import type { ApprovalView } from './view.js';

type There = Extract<Content, { name: 'there' }>;

const textOf = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement
    ? currentTarget.value
    : '';

const button = (text: string, press: () => void, pressed?: boolean): TemplateResult =>
  html`<button class="button text" part="button" type="button" aria-pressed=${pressed ?? nothing} @click=${press}>${text}</button>`;

function searchField({ msg }: ApprovalView, open: AccessRequest): TemplateResult {
  const onInput = (event: Event) => open.changeView({ words: textOf(event), most: PAGE });
  return html`<label class="search">
    <span class="small">${msg('Search by name or number')}</span>
    <input class="control" type="search" autocomplete="off" spellcheck="false" .value=${open.look.words} @input=${onInput} />
  </label>`;
}

function pasteField(
  view: ApprovalView,
  open: AccessRequest,
  companies: readonly Company[],
): TemplateResult | typeof nothing {
  const { msg } = view;
  const { pasting, unknown } = open.look;
  const id = `${open.key}-paste`;
  const choose = () => {
    const asked = new Set(companies.map(({ number }) => number));
    const pasted = companyNumbersIn(pasting ?? '');
    open.choose({
      companies: new Set([
        ...open.selection.companies,
        ...pasted.filter((number) => asked.has(number)),
      ]),
    });
    const missing = pasted.filter((number) => !asked.has(number));
    open.changeView(
      { pasting: missing.join(', ') || undefined, unknown: missing },
      missing.length ? id : `${open.key}-count`,
    );
  };
  if (pasting === undefined) return nothing;
  return html`
    <div class="field ${unknown.length ? 'bad' : ''}">
      <label for=${id}>${msg('Company numbers')}</label>
      <textarea
        class="control"
        id=${id}
        rows="3"
        spellcheck="false"
        aria-describedby="${id}-error"
        .value=${pasting}
        @input=${(event: Event) => open.changeView({ pasting: textOf(event) })}
      ></textarea>
      <div id="${id}-error" role="status">
        ${unknown.length ? html`<p class="message">${msg(str`Not in the request, so not selected: ${view.formats.list(unknown)}.`)}</p>` : nothing}
      </div>
      <div class="row">
        <button class="button" part="button" type="button" @click=${choose}>${msg('Select these')}</button>
        ${button(msg('Cancel'), () => open.changeView({ pasting: undefined, unknown: [] }, `${open.key}-count`))}
      </div>
    </div>
  `;
}

function choosing(
  view: ApprovalView,
  open: AccessRequest,
  companies: readonly Company[],
  found: readonly Company[],
): TemplateResult {
  const { msg } = view;
  const { selection, look } = open;
  const numbers = (some: readonly Company[]) => some.map(({ number }) => number);
  const isMany = companies.length > MOST_CHOSEN_BEFOREHAND;
  return html`
    ${button(msg('Select all'), () => open.choose({ companies: new Set(numbers(companies)) }))}
    ${button(msg('Clear selection'), () => open.choose({ companies: new Set() }))}
    ${
      isMany
        ? html`
          ${button(msg('Selected only'), () => open.changeView({ onlyChosen: look.onlyChosen ? undefined : selection.companies, most: PAGE }), Boolean(look.onlyChosen))}
          ${button(msg('Paste numbers'), () => open.changeView({ pasting: '' }, `${open.key}-paste`))}
        `
        : nothing
    }
    ${
      look.words.trim() && found.length
        ? button(msg(str`Select results (${numberOf(view, found.length)})`), () =>
            open.choose({ companies: new Set([...selection.companies, ...numbers(found)]) }),
          )
        : nothing
    }
  `;
}

/** How many were found, where something is looked for, and how many of them are shown. */
function foundText(
  view: ApprovalView,
  found: number,
  shown: number,
  isSearch: boolean,
): TemplateResult {
  const { msg } = view;
  const count =
    found === 1 ? msg('1 company found.') : msg(str`${numberOf(view, found)} companies found.`);
  return html`<span>${isSearch ? count : nothing} ${found > shown ? msg(str`Showing the first ${shown}.`) : nothing}</span>`;
}

/**
 * The companies of a request, to choose from or to read: the first hundred of however many there are, the others by
 * search. Nothing is chosen that the person didn't choose, or see whole.
 */
export function companiesView(
  view: ApprovalView,
  open: AccessRequest,
  { request, search }: There,
  readOnly: boolean,
): TemplateResult {
  const { msg } = view;
  const { selection, look } = open;
  const companies = (readOnly && request.decision?.companies) || request.companies;
  const matching = search.find(look.words);
  const granted =
    companies === request.companies ? undefined : new Set(companies.map(({ number }) => number));
  const within = readOnly ? granted : look.onlyChosen;
  const found = within ? matching.filter(({ number }) => within.has(number)) : matching;
  const shown = found.slice(0, look.most);
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = new Set(selection.companies);
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    open.choose({ companies: chosen });
  };
  const count = readOnly
    ? grantedCount(view, companies.length, request.companies.length)
    : msg(
        str`${numberOf(view, selection.companies.size)}/${numberOf(view, companies.length)} selected`,
      );
  const promised = Math.min(found.length, Math.max(look.most, PAGE));
  const more = found.length > promised;
  const isSearch = look.words.trim() !== '';
  return html`
    <div class="companies" role="group" aria-label=${msg('Companies')}>
      <div class="row bar">
        <b id="${open.key}-count" tabindex="-1" role="status">${count}</b>
        ${readOnly ? nothing : choosing(view, open, companies, found)}
        ${companies.length > MOST_CHOSEN_BEFOREHAND ? searchField(view, open) : nothing}
      </div>
      ${readOnly ? nothing : pasteField(view, open, companies)}
      <ul @change=${onChange} tabindex=${readOnly && companies.length > MOST_CHOSEN_BEFOREHAND ? '0' : nothing} aria-label=${msg('Companies')} role="list">
        ${shown.map(({ number, name }) =>
          readOnly
            ? html`<li>${number} ${name}</li>`
            : html`<li><label class="check"><input type="checkbox" value=${number} .checked=${selection.companies.has(number)} />${`${number} ${name}`}</label></li>`,
        )}
      </ul>
      <p class="small quiet" role="status">${isSearch || more ? foundText(view, found.length, promised, isSearch) : nothing}</p>
      ${more ? button(msg('Show more'), () => open.changeView({ most: look.most + PAGE })) : nothing}
    </div>
  `;
}
