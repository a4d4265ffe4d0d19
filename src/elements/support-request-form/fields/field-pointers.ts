import type { FieldErrorCode } from '../../../contract/problem.js';

/** The controls of the form; each is the JSON pointer of what it holds, in the order of the page. */
export const fieldPointers = [
  '/kind',
  '/about',
  '/critical',
  '/neededBy',
  '/product',
  '/application',
  '/companyNumbers',
  '/summary',
  '/description',
  '/report/name',
  '/report/criteria',
  '/errorMessage',
  '/userIds',
  '/attachments',
  '/contact/name',
  '/contact/company',
  '/contact/phone',
  '/contact/email',
  '/chargeableWork',
] as const;
export type FieldPointer = (typeof fieldPointers)[number];

/** The id of a field's control in the shadow root. */
export const controlId = (pointer: FieldPointer): string => pointer.slice(1).replaceAll('/', '-');

/** What is wrong with one control. `entries` are the wrong ones of a list. */
export interface FieldProblem {
  readonly code: FieldErrorCode | 'notAttached' | 'unknown';
  readonly entries: readonly number[];
}

/** What is wrong with a request, as the form shows it. */
export interface Problems {
  readonly fields: ReadonlyMap<FieldPointer, FieldProblem>;
  /** JSON pointers that belong to no control. */
  readonly others: readonly string[];
}
