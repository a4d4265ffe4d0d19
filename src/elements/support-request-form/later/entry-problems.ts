import { html, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { companyNumber, userId, type Company } from '../../../contract/values.js';
import { companiesNamed } from '../entries.js';
import { controlId, type FieldPointer, type FieldProblem } from '../fields.js';
import type { FormView } from '../form-view.js';
import type { RequestValues } from '../request-values.js';

/** A name that more companies than these begin with is for the person to write in full. */
const MOST_CHOICES = 8;

/** The entries of a list that can't be sent as they are, told as soon as they are entries. */
export function entryProblem(field: FieldPointer, values: RequestValues): FieldProblem | undefined {
  const wrong = (all: readonly string[], schema: typeof userId) =>
    all.flatMap((entry, index) => (schema.safeParse(entry).success ? [] : [index]));
  const entries =
    field === '/companyNumbers'
      ? wrong(values.companyNumbers, companyNumber)
      : field === '/userIds'
        ? wrong(values.userIds, userId)
        : [];
  return entries.length ? { code: 'format', entries } : undefined;
}

/** Indexes of numbers that are none of the person's companies, where all of these are known. */
export const unknownCompanies = ({ values, companies, knowsAllCompanies }: FormView): number[] =>
  knowsAllCompanies
    ? values.companyNumbers.flatMap((entry, index) =>
        /^\d+$/.test(entry) && !companies.some(({ number }) => number === entry) ? [index] : [],
      )
    : [];

/** That numbers which nobody knows are to be checked. */
function unknownText(view: FormView): string | undefined {
  const { msg, values, formats } = view;
  const unknown = unknownCompanies(view).map((index) => `”${values.companyNumbers[index] ?? ''}”`);
  return unknown.length
    ? msg(str`Check the number: ${formats.list(unknown)}. It is not among your companies.`)
    : undefined;
}

/** For a name that several companies begin with, these to choose from; of a number that nobody knows, that it is to be checked. */
export function companyHelp(view: FormView): TemplateResult | undefined {
  const { msg, values, companies } = view;
  const unknown = unknownText(view);
  const choose = (entry: string, { number }: Company) => {
    view.change({
      companyNumbers: [
        ...new Set(values.companyNumbers.map((other) => (other === entry ? number : other))),
      ],
    });
    view.goTo(controlId('/companyNumbers'));
  };
  const choices = values.companyNumbers.flatMap((entry) => {
    const found = /^\d+$/.test(entry) ? [] : companiesNamed(entry, companies);
    return found.length && found.length <= MOST_CHOICES
      ? html`<span class="row" role="group" aria-label=${msg(str`Companies whose names begin with “${entry}”`)}>
          ${found.map((company) => html`<button class="button" part="button" type="button" @click=${() => choose(entry, company)}>${company.number} ${company.name}</button>`)}
        </span>`
      : [];
  });
  return unknown || choices.length ? html`${unknown} ${choices}` : undefined;
}

/** More than these are told by their number. */
const MOST_TOLD = 3;

/** Tells who doesn't see the page what has come to a list or gone from it, and what is wrong with it. */
export function tellEntries(
  view: FormView,
  field: '/companyNumbers' | '/userIds',
  before: readonly string[],
  labelOf: (entry: string) => string,
): void {
  const { msg, formats } = view;
  const now = view.now();
  const after = field === '/userIds' ? now.values.userIds : now.values.companyNumbers;
  const named = (entries: readonly string[]) =>
    entries.length > MOST_TOLD ? String(entries.length) : formats.list(entries.map(labelOf));
  const added = after.filter((entry) => !before.includes(entry));
  const removed = before.filter((entry) => !after.includes(entry));
  const told = [
    added.length ? msg(str`Added: ${named(added)}.`) : '',
    removed.length ? msg(str`Removed: ${named(removed)}.`) : '',
    now.messageOf(field) ?? (field === '/companyNumbers' && unknownText(now)),
  ];
  view.announce(told.filter(Boolean).join(' '));
}
