/** What the form needs for checking and sending; loaded in one piece when it is first needed. */
import { fieldErrors, type FieldError } from '../../contract/problem.js';
import { supportRequest, textLimits, type SupportRequest } from '../../contract/support-requests.js';

/** A request that may be sent, or what keeps it from being sent. */
export type Checked = { readonly request: SupportRequest; readonly errors: readonly [] } | { readonly errors: readonly FieldError[] };

/** Checks by the contract's own schema, so that the form and the endpoint always agree. Loaded when it is first needed. */
export function check(request: SupportRequest): Checked {
  const parsed = supportRequest.safeParse(request);
  return parsed.success ? { request: parsed.data, errors: [] } : { errors: fieldErrors(parsed.error.issues, request) };
}

export const limitOf = (pointer: string): number | undefined => Object.entries(textLimits).find(([field]) => field === pointer)?.[1];

export { Submission, type Submitted } from '../../client/submission.js';
export { listCompanies } from '../../contract/companies.js';
export { putMessage } from '../../contract/support-requests.js';
