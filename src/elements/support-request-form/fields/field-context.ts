import type { Localization } from '../../../localization/localization-controller.js';
import type { RequestDraft } from '../request-draft.js';
import type { PartialValues, RequestValues } from '../request-values.js';
import type { FieldPointer, FieldProblem } from './field-pointers.js';

/** What every field of the form is given. */
export interface FieldContext extends Localization {
  readonly values: RequestValues;
  change(changes: PartialValues): void;
  /** What is wrong with a field: after a try to send, or with an entry of a list as soon as it is one. */
  problemOf(field: FieldPointer): FieldProblem | undefined;
  /** The same in words, and what to do. */
  messageOf(field: FieldPointer): string | undefined;
  /** What a person should know of a text before they send it. */
  warningOf(id: string, text: string, change: (text: string) => void): unknown;
}

/** What checks fields, once a person writes; missing before. */
export interface FieldChecks {
  entryProblem(field: FieldPointer, values: RequestValues): FieldProblem | undefined;
  fieldMessage(
    l10n: Localization,
    field: FieldPointer,
    problem: FieldProblem,
    values: RequestValues,
  ): string;
  identityCodeWarning(
    l10n: Localization & { announce(text: string): void },
    id: string,
    text: string,
    change: (text: string) => void,
  ): unknown;
}

/** @param announce says something to who doesn't see the page */
export function fieldContext(
  { msg, language, formats }: Localization,
  draft: RequestDraft,
  checks: FieldChecks | undefined,
  announce: (text: string) => void,
): FieldContext {
  const { values, problems } = draft;
  const problemOf = (field: FieldPointer) =>
    problems.fields.get(field) ?? checks?.entryProblem(field, values);
  const l10n = { msg, language, formats };
  return {
    ...l10n,
    values,
    change: (changes) => draft.change(changes),
    problemOf,
    messageOf: (field) => {
      const problem = problemOf(field);
      return problem && checks?.fieldMessage(l10n, field, problem, values);
    },
    warningOf: (id, text, change) =>
      checks?.identityCodeWarning({ ...l10n, announce }, id, text, change),
  };
}
