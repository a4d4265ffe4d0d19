import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { companyNumber, userId, type Company } from '../../../contract/values.js';
import { companiesNamed } from './entries.js';
import { controlId, type FieldPointer, type FieldProblem } from './field-pointers.js';
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

/** For a name that several companies begin with, these to choose from; of a number that nobody knows, that it is to be checked. */
export function companyHelp(view: FormView): TemplateResult | undefined {
  const { msg, values, companies, formats } = view;
  const unknown = unknownCompanies(view).map((index) => `”${values.companyNumbers[index] ?? ''}”`);
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
      ? html`<span class="row" role="group" aria-label=${msg(str`Companies whose name begins with ”${entry}”`)}>
          ${found.map((company) => html`<button class="button" part="button" type="button" @click=${() => choose(entry, company)}>${company.number} ${company.name}</button>`)}
        </span>`
      : [];
  });
  if (!unknown.length && !choices.length) return undefined;
  return html`
    ${unknown.length ? msg(str`Not among your companies: ${formats.list(unknown)}. Check the number.`) : nothing}
    ${choices}
  `;
}
