import { fieldErrors, type FieldError } from '../../../contract/problem.js';
import {
  supportRequest,
  textLimits,
  type SupportRequest,
} from '../../../contract/support-requests.js';
import { userId, type Language } from '../../../contract/values.js';
import { instantOf } from '../../../ui/date-time-field.js';
import {
  fieldPointers,
  type FieldPointer,
  type FieldProblem,
  type Problems,
} from '../fields/field-pointers.js';
import type { RequestValues } from '../request-values.js';

/** With an incident that is known already only the company numbers are asked for, and nothing that isn't seen may be wrong. */
export function asked(values: RequestValues): RequestValues {
  const { relatedIncident, summary, userIds } = values;
  if (!relatedIncident) return values;
  return {
    ...values,
    kind: 'problem',
    about: 'other',
    critical: false,
    summary: (summary.trim() || relatedIncident.title).slice(0, textLimits['/summary']),
    userIds: userIds.filter((entry) => userId.safeParse(entry).success),
  };
}

/** The request that the values make: only what belongs to the chosen kind. Not checked yet. */
function toRequest(values: RequestValues, language: Language): SupportRequest {
  const {
    kind,
    about,
    neededBy,
    report,
    errorMessage,
    userIds,
    companyNumbers,
    relatedIncident,
    chargeableWork,
    diagnostics,
    attachments,
    ...rest
  } = asked(values);
  const problem = kind === 'problem';
  return {
    ...rest,
    kind,
    ...(problem && { about }),
    ...(problem && about === 'report' && { report }),
    ...(problem && about === 'error' && errorMessage.trim() && { errorMessage }),
    // What is no instant goes along as it is, and is refused.
    ...(rest.critical && neededBy && { neededBy: instantOf(neededBy)?.toISOString() ?? neededBy }),
    ...(diagnostics && { diagnostics }),
    ...(relatedIncident && { relatedIncident: relatedIncident.id }),
    ...(chargeableWork && { chargeableWork: { ...chargeableWork, name: values.contact.name } }),
    attachments: [...attachments],
    userIds: [...userIds],
    companyNumbers: [...companyNumbers],
    language,
  };
}

/** Errors by the control that they belong to: `/userIds/0` belongs to the user ids. */
export function problemsByField(errors: readonly FieldError[]): Problems {
  const fields = new Map<FieldPointer, FieldProblem>();
  const others: string[] = [];
  for (const { pointer, code } of errors) {
    const field = fieldPointers.find(
      (known) => pointer === known || pointer.startsWith(`${known}/`),
    );
    if (!field) {
      others.push(pointer);
      continue;
    }
    const index = pointer.slice(field.length + 1);
    const known = fields.get(field) ?? { code, entries: [] };
    fields.set(
      field,
      index ? { ...known, entries: [...known.entries, Number.parseInt(index, 10)] } : known,
    );
  }
  return { fields, others };
}

/** A request that may be sent, or what keeps it from being sent. */
export type Checked =
  | { readonly request: SupportRequest; readonly problems?: never }
  | { readonly request?: never; readonly problems: Problems };

/**
 * The request without what is not in its form. The schema looks for what is missing only where every field is in its form, and a
 * person is to read of both at once.
 */
function withoutWrong(request: SupportRequest, errors: readonly FieldError[]): SupportRequest {
  const isWrong = (pointer: string) => errors.some((error) => error.pointer === pointer);
  const sound = (name: 'userIds' | 'companyNumbers') =>
    request[name].filter((_, index) => !isWrong(`/${name}/${index}`));
  const { neededBy, ...rest } = request;
  return {
    ...rest,
    ...(neededBy && !isWrong('/neededBy') && { neededBy }),
    userIds: sound('userIds'),
    companyNumbers: sound('companyNumbers'),
  };
}

/** Checks by the contract's own schema, so that the form and the endpoint always agree. */
export function check(values: RequestValues, language: Language): Checked {
  const request = toRequest(values, language);
  const parsed = supportRequest.safeParse(request);
  if (parsed.success) return { request: parsed.data };
  const errors = fieldErrors(parsed.error.issues, request);
  const sound = withoutWrong(request, errors);
  const missing = supportRequest.safeParse(sound).error;
  return {
    problems: problemsByField([...errors, ...(missing ? fieldErrors(missing.issues, sound) : [])]),
  };
}
