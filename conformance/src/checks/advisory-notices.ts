import {
  getAdvisoryNotices,
  noticeChoices,
  putAdvisoryNotices,
  type NoticeSettings,
} from '../../../src/contract/index.js';
import { refusedAt, told } from '../answer.js';
import { expect, type Check } from '../check.js';
import type { Session } from '../session.js';
import { readingChecks, rowsOf, signInCheck } from '../table.js';

export function noticeChecks(session: Session): Check[] {
  const read = async () => told(getAdvisoryNotices, await session.ask(getAdvisoryNotices));
  const put = async (body: NoticeSettings) =>
    told(putAdvisoryNotices, await session.ask(putAdvisoryNotices, { body }));
  const after = 'advisoryNotices/getAdvisoryNotices';

  return [
    ...readingChecks(session, 'advisoryNotices', getAdvisoryNotices),
    {
      name: 'advisoryNotices/kept',
      title: 'What a person wants to be told is kept, and the rest stays',
      rule: '`PUT /me/notices`: what is absent stays.',
      advice: 'Change only what the body has, and keep it by person.',
      after,
      needs: ['token', 'writing'],
      async run() {
        const before = await read();
        const wants = noticeChoices.find((choice) => choice === before.wants) ?? 'all';
        const other = noticeChoices.find((choice) => choice !== wants) ?? 'none';
        try {
          await put({ wants: other });
          await put({ language: 'sv' });
          const { wants: kept, language } = await read();
          expect(
            kept === other && language === 'sv',
            `"wants": "${other}" and "language": "sv" after both were put one by one`,
            JSON.stringify({ wants: kept, language }),
          );
        } finally {
          const { language } = before;
          await put({ wants, language: language === 'unknown' ? 'fi' : (language ?? 'fi') });
        }
      },
    },
    {
      name: 'advisoryNotices/refused',
      title: 'A choice that does not exist is refused, with the field that is wrong',
      rule: 'Errors are RFC 9457, with a JSON pointer to the field.',
      advice: 'Answer 422 `validation` and point at `/wants`.',
      after,
      needs: ['token', 'writing'],
      async run() {
        refusedAt(
          await session.ask(putAdvisoryNotices, { body: { wants: 'sometimes' } }),
          '/wants',
        );
      },
    },
    {
      name: 'advisoryNotices/seen',
      title: 'What was seen is no news any more, and never becomes news again',
      rule: '`seen` is the `upTo` of an answer. What was seen once stays seen.',
      advice: 'Keep the larger of what was seen before and what is sent.',
      after,
      needs: ['token', 'writing'],
      async run() {
        // What happens meanwhile is news all the same: whoever asks a busy endpoint sees more than there was.
        const { upTo } = await read();
        const seen = await put({ seen: upTo });
        expect(
          seen.since !== undefined && (seen.upTo !== upTo || !seen.news.length),
          'no news after all of it was seen, and since when',
          JSON.stringify(seen),
        );
        const again = await put({ seen: '0' });
        expect(
          again.upTo !== upTo || !again.news.length,
          'no news after less was seen than before',
          JSON.stringify(again),
        );
      },
    },
    signInCheck(session, 'advisoryNotices', rowsOf('advisoryNotices')),
  ];
}
