import type { Operation } from '../../src/contract/index.js';

/** What the viewer may have the endpoint answer, as the toolbar calls it. */
export const nextAnswers = [
  { value: 'usual', title: 'Answers as it should' },
  { value: 'slow', title: 'Answers after 2 seconds' },
  { value: 'offline', title: 'No answer: the computer is offline' },
  { value: 'timeout', title: 'No answer in time' },
  { value: 'lost', title: 'Does as asked, and the answer is lost' },
  { value: 'html', title: 'Answers with a page instead of JSON' },
  { value: 'unauthenticated', title: 'Answers 401: nobody is signed in' },
  { value: 'forbidden', title: 'Answers 403: not allowed' },
  { value: 'conflict', title: 'Answers 409: conflict' },
  { value: 'validation', title: 'Answers 422: fields refused' },
  { value: 'rateLimited', title: 'Answers 429: too many requests' },
  { value: 'internal', title: 'Answers 500: internal error' },
  { value: 'unavailable', title: 'Answers 503: out of use' },
  { value: 'unreachable', title: 'Cannot be reached from the start' },
] as const;
export type NextAnswer = (typeof nextAnswers)[number]['value'];

/** What every widget asks before there is anything to look at. */
const asFirst: readonly string[] = ['getService', 'getMe'];

/** What happens only to somebody who wants something done. */
const onActsOnly: readonly NextAnswer[] = ['conflict', 'validation', 'lost'];

/**
 * Whether an operation answers what the viewer has chosen. The first questions of every widget go well, or there would be no
 * form to send and no failure to look at; *from the very start* spares nothing.
 */
export function isAnswered({ name, body }: Operation, next: NextAnswer): boolean {
  if (asFirst.includes(name)) return next === 'unreachable';
  return !onActsOnly.includes(next) || body !== undefined;
}
