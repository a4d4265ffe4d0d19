import { html, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { companyNumber, userId, type Company } from '../../../contract/values.js';
import { isSkipped } from '../../../ui/date-time-field.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { companiesNamed } from './entries.js';
import type { FieldPointer, FieldProblem } from './field-pointers.js';
import type { FieldContext } from './field-context.js';
import type { RequestValues } from '../request-values.js';

/** A name that more companies than these begin with is for the person to write in full. */
const MOST_CHOICES = 8;

/** What can't be sent as it is, told as soon as it is whole: entries of a list, and a time that no clock shows. */
export function entryProblem(field: FieldPointer, values: RequestValues): FieldProblem | undefined {
  if (field === '/neededBy')
    return isSkipped(values.neededBy) ? { code: 'format', entries: [] } : undefined;
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

/** The companies that the person may act for, as far as they are known. */
interface KnownCompanies {
  readonly companies: readonly Company[];
  /** Whether these are all of them. */
  readonly isComplete: boolean;
}

/** Indexes of numbers that are none of the person's companies, where all of these are known. */
export const unknownCompanies = (
  numbers: readonly string[],
  { companies, isComplete }: KnownCompanies,
): number[] =>
  isComplete
    ? numbers.flatMap((entry, index) =>
        /^\d+$/.test(entry) && !companies.some(({ number }) => number === entry) ? [index] : [],
      )
    : [];

/** That numbers which nobody knows are to be checked. */
function unknownText(
  { msg, formats }: Localization,
  companyNumbers: readonly string[],
  known: KnownCompanies,
): string | undefined {
  const unknown = unknownCompanies(companyNumbers, known).map(
    (index) => `”${companyNumbers[index] ?? ''}”`,
  );
  return unknown.length
    ? msg(str`Check the number: ${formats.list(unknown)}. It is not among your companies.`)
    : undefined;
}

/**
 * For a name that several companies begin with, these to choose from; of a number that nobody knows, that it is to be checked.
 *
 * @param chosen called when a company was chosen
 */
export function companyHelp(
  fields: FieldContext,
  known: KnownCompanies,
  chosen: () => void,
): TemplateResult | undefined {
  const { msg, values } = fields;
  const { companyNumbers } = values;
  const unknown = unknownText(fields, companyNumbers, known);
  const choose = (entry: string, { number }: Company) => {
    fields.change({
      companyNumbers: [
        ...new Set(companyNumbers.map((other) => (other === entry ? number : other))),
      ],
    });
    chosen();
  };
  const choices = companyNumbers.flatMap((entry) => {
    const found = /^\d+$/.test(entry) ? [] : companiesNamed(entry, known.companies);
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

/** What has come to a list or gone from it, and what is wrong with it, for who doesn't see the page. */
export function entriesText(
  fields: FieldContext,
  field: '/companyNumbers' | '/userIds',
  before: readonly string[],
  known: KnownCompanies,
  labelOf: (entry: string) => string,
): string {
  const { msg, formats, values } = fields;
  const after = field === '/userIds' ? values.userIds : values.companyNumbers;
  const named = (entries: readonly string[]) =>
    entries.length > MOST_TOLD ? String(entries.length) : formats.list(entries.map(labelOf));
  const added = after.filter((entry) => !before.includes(entry));
  const removed = before.filter((entry) => !after.includes(entry));
  const texts = [
    added.length ? msg(str`Added: ${named(added)}.`) : '',
    removed.length ? msg(str`Removed: ${named(removed)}.`) : '',
    fields.messageOf(field) ??
      (field === '/companyNumbers' ? unknownText(fields, after, known) : undefined),
  ];
  return texts.filter(Boolean).join(' ');
}
