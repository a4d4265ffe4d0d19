import type { TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Company } from '../../../contract/values.js';
import { entryList } from '../../../ui/entry-list.js';
import { companyNumbersIn, numberOfName, userIdsIn } from './entries.js';
import type { FieldContext } from './field-context.js';
import { controlId } from './field-pointers.js';
import { labels } from './labels.js';

/** What is being typed into a list and not yet an entry. */
interface ListInput {
  readonly typed: string;
  type(text: string): void;
  /** Tells who doesn't see the page what has come to the list or gone from it. */
  announce(before: readonly string[], labelOf: (entry: string) => string): void;
}

interface CompanyInput extends ListInput {
  /** The companies that the person may act for, as far as they are known. */
  readonly companies: readonly Company[];
  /** Indexes of numbers that are none of them. */
  readonly unknown: readonly number[];
  /** About the numbers that stand there. */
  readonly help: unknown;
}

const optionalHint = ({ values, msg }: FieldContext): string | undefined =>
  values.kind === 'problem' ? undefined : msg('optional');

const removeText = ({ msg }: FieldContext, entry: string): string => msg(str`Remove ${entry}`);

/** A company's number with its name, where that is known. */
export const companyText = (number: string, companies: readonly Company[]): string =>
  [number, companies.find((company) => company.number === number)?.name].filter(Boolean).join(' ');

export function companyNumbersField(
  fields: FieldContext,
  { typed, type, announce, companies, unknown, help }: CompanyInput,
): TemplateResult {
  const { msg, values } = fields;
  const labelOf = (number: string) => companyText(number, companies);
  return entryList({
    id: controlId('/companyNumbers'),
    label: labels.companyNumbers(fields),
    hint: optionalHint(fields),
    error: fields.messageOf('/companyNumbers'),
    help,
    prompt: msg('Number or name'),
    entries: values.companyNumbers,
    wrong: [...(fields.problemOf('/companyNumbers')?.entries ?? []), ...unknown],
    typed,
    labelOf,
    removeLabel: (number) => removeText(fields, labelOf(number)),
    parse: (text) =>
      companyNumbersIn(text).map((entry) =>
        /^\d/.test(entry) ? entry : (numberOfName(entry, companies) ?? entry),
      ),
    spaceEnds: true,
    suggestions: companies
      .filter(({ number }) => !values.companyNumbers.includes(number))
      .map(({ number, name }) => ({ value: number, label: name })),
    onTyped: type,
    onEntries: (companyNumbers) => {
      fields.change({ companyNumbers });
      announce(values.companyNumbers, labelOf);
    },
  });
}

export function userIdsField(
  fields: FieldContext,
  { typed, type, announce }: ListInput,
): TemplateResult {
  const { msg, values } = fields;
  const labelOf = (id: string) => id;
  return entryList({
    id: controlId('/userIds'),
    label: labels.userIds(fields, values.kind),
    hint: optionalHint(fields),
    error: fields.messageOf('/userIds'),
    prompt: msg('firm-user or e-mail address'),
    entries: values.userIds,
    wrong: fields.problemOf('/userIds')?.entries ?? [],
    typed,
    labelOf,
    removeLabel: (id) => removeText(fields, id),
    parse: userIdsIn,
    onTyped: type,
    onEntries: (userIds) => {
      fields.change({ userIds });
      announce(values.userIds, labelOf);
    },
  });
}
