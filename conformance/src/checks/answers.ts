import { expect, NothingToCheck, type Check } from '../check.js';
import { retryAfterSeconds, type Session } from '../session.js';

/** What shows only in all the answers together; so this comes last. */
export const answerChecks = (session: Session): Check[] => [
  {
    name: 'answers/retry-after',
    title: 'Every Retry-After is a number of seconds or a date of HTTP',
    rule: '`Retry-After` honoured: seconds or a date (RFC 9110).',
    advice: 'Send whole seconds: Retry-After: 30.',
    async run() {
      if (!session.retryAfters.length) throw new NothingToCheck('none came');
      const wrong = session.retryAfters.filter(
        ({ value }) => retryAfterSeconds(value) === undefined,
      );
      expect(
        !wrong.length,
        'seconds, or a date such as Mon, 05 Jan 2026 07:05:00 GMT',
        wrong.map(({ asked, value }) => `${asked} said "${value}"`).join('; '),
      );
    },
  },
];
