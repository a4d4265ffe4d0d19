import type { Break } from '../proxy.js';
import { header } from './changes.js';

/** Pages of other origins. */
export const crossOrigin: readonly Break[] = [
  {
    what: 'allows no other origin',
    on: '* *',
    answer: header('Access-Control-Allow-Origin', null),
    fails: ['crossOrigin/preflight', 'crossOrigin/answers'],
  },
  {
    what: 'allows every origin by *, with credentials',
    on: '* *',
    answer: header('Access-Control-Allow-Origin', '*'),
    fails: ['crossOrigin/preflight', 'crossOrigin/answers', 'crossOrigin/stranger'],
  },
  {
    what: 'echoes every origin',
    on: '* *',
    answer: (answer, request) =>
      header('Access-Control-Allow-Origin', request.headers.get('Origin'))(answer, request),
    fails: ['crossOrigin/stranger'],
  },
  ...(
    [
      ['allows the origin null', (origin) => origin === 'null'],
      [
        'allows whatever ends with an origin that it knows',
        (origin) => origin.endsWith('portal.test'),
      ],
      [
        'allows whatever begins with an origin that it knows',
        (origin) => origin.startsWith('https://portal.test'),
      ],
      [
        'allows the origin that it knows in plain http',
        (origin) => origin === 'http://portal.test',
      ],
      [
        'allows the origin that it knows on every port',
        (origin) => URL.canParse(origin) && new URL(origin).hostname === 'portal.test',
      ],
      [
        'takes the dot in an origin for any letter',
        (origin) => /^https:\/\/portal.test$/.test(origin),
      ],
    ] satisfies readonly (readonly [string, (origin: string) => boolean])[]
  ).map(([what, isAllowed]) => ({
    what,
    on: '* *',
    answer: (answer: Response, request: Request) => {
      const origin = request.headers.get('Origin');
      return origin !== null && isAllowed(origin)
        ? header('Access-Control-Allow-Origin', origin)(answer, request)
        : answer;
    },
    fails: ['crossOrigin/stranger'],
  })),
  {
    what: 'hides its headers from pages',
    on: '* *',
    answer: header('Access-Control-Expose-Headers', 'ETag'),
    fails: ['crossOrigin/answers'],
  },
  {
    what: 'lets no page send a digest',
    on: 'OPTIONS *',
    answer: header('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-None-Match'),
    fails: ['crossOrigin/preflight'],
  },
  {
    what: 'has its preflights asked every time',
    on: 'OPTIONS *',
    answer: header('Access-Control-Max-Age', null),
    fails: ['crossOrigin/preflight'],
  },
];
