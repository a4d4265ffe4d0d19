import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryHistoryItem } from '../../../contract/advisory-access.js';
import { dateText } from '../../../localization/date.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { timeText } from '../../../localization/time.js';
import { unbroken } from '../../../ui/unbroken.js';
import { nameOf, numberOf } from '../views/names.js';
import type { AdvisoryUses } from './advisory-uses.js';
import { accessText } from './uses-rows.js';

/** So many can be looked through without a field to find one. */
const FEW = 5;

/** Items under what they have in common, in their order. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return [...groups];
}

/** Who it was, and in whose books. */
const whoAndWhere = ({ by, use }: AdvisoryHistoryItem): string =>
  [by?.name, use && `${use.company.number} ${use.company.name}`.trim()].filter(Boolean).join(', ');

/** The time of a use; of several, from the first to the last. */
function times({ formats }: Localization, { at, since }: AdvisoryHistoryItem): string {
  const textOf = (instant: Date) => timeText(formats, instant, formats.minute(instant));
  const last = textOf(new Date(at));
  const first = since === undefined ? last : textOf(new Date(since));
  return first === last ? last : `${first}–${last}`;
}

function line(l10n: Localization, item: AdvisoryHistoryItem): TemplateResult {
  const { msg } = l10n;
  const { use, text = '', count = 1 } = item;
  const where = use
    ? `${nameOf(l10n, use.area.name)}, ${accessText(l10n, use.access).toLocaleLowerCase(l10n.language)}`
    : text;
  const what = use?.what === undefined ? where : msg(str`${where}: ${use.what}`);
  const often = count > 1 ? msg(str`${numberOf(l10n, count)} times`) : '';
  return html`<li><span class="quiet">${times(l10n, item)}</span> <span class="words">${unbroken(what)}</span> ${often ? html`<span class="quiet">(${often})</span>` : nothing}</li>`;
}

function day(l10n: Localization, title: string, items: readonly AdvisoryHistoryItem[]) {
  return html`
    <h5>${title}</h5>
    <ul role="list">
      ${groupBy(items, whoAndWhere).map(
        ([who, lines]) =>
          html`<li>${unbroken(who)}<ol role="list">${lines.map((item) => line(l10n, item))}</ol></li>`,
      )}
    </ul>
  `;
}

function filter({ msg }: Localization, uses: AdvisoryUses): TemplateResult {
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) uses.find(target.value);
  };
  return html`<label class="search">
    <span class="small">${msg('Search by person, company or description')}</span>
    <input class="control" type="search" autocomplete="off" spellcheck="false" .value=${uses.words} @input=${onInput} />
  </label>`;
}

/** What a person is told beside the uses: that earlier ones are on their way, that none was found, or that something failed. */
function status(l10n: Localization, uses: AdvisoryUses, found: number): TemplateResult {
  const { msg } = l10n;
  const { state, words, isSaved } = uses;
  const isSearching = words.trim() !== '';
  const told =
    state === 'loading'
      ? msg('Loading…')
      : isSearching
        ? found
          ? msg(str`Found: ${numberOf(l10n, found)}`)
          : msg('No uses were found.')
        : isSaved
          ? msg('Uses saved.')
          : nothing;
  return html`
    ${state === 'failed' ? html`<p class="message" role="alert">${msg('Try again: earlier uses could not be loaded.')}</p>` : nothing}
    <p class="quiet" role="status">${told}</p>
  `;
}

/** Who did what by a right, in whose books and when: by day, person and company. */
export function usesView(l10n: Localization, uses: AdvisoryUses): TemplateResult {
  const { msg, formats } = l10n;
  const { all, found } = uses;
  const days = groupBy(found, ({ at }) => dateText(formats, new Date(at)));
  return html`
    <div class="uses small" id=${uses.id} tabindex="-1" role="group" aria-label=${msg('Uses')}>
      ${all.length > FEW || uses.hasMore ? filter(l10n, uses) : nothing} ${status(l10n, uses, found.length)}
      ${days.map(([title, items]) => day(l10n, title, items))}
      <div class="row">
        ${uses.hasMore ? html`<button class="button text" part="button" type="button" @click=${() => void uses.showEarlier()}>${msg('Show earlier uses')}</button>` : nothing}
        <button class="button text" part="button" type="button" @click=${() => void uses.save()}>${msg('Save as CSV')}</button>
      </div>
    </div>
  `;
}
