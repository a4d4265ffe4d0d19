import { getService, submitRequest } from '../../../src/contract/index.js';
import { describeAnswer, type Answer } from '../answer.js';
import { expect, given, type Check } from '../check.js';
import { STRANGER } from '../samples.js';
import type { Session } from '../session.js';

const methods = ['PUT', 'DELETE'];
const headers = ['authorization', 'content-type', 'content-digest', 'if-none-match'];
const exposed = ['etag', 'retry-after', 'date'];

const rule =
  'Cross-origin: `ETag`, `Retry-After`, `Date` exposed, preflights cached, origins from `ALLOWED_ORIGINS`, never `*`.';
const listOf = (answer: Answer, header: string): string[] =>
  (answer.headers.get(header) ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
const allowed = (answer: Answer): string | null =>
  answer.headers.get('Access-Control-Allow-Origin');

/** Origins that differ from an allowed one by little: whoever compares beginnings, ends or patterns takes them for it. */
function strangers(allowed: string): readonly string[] {
  const { protocol, host, hostname, port } = new URL(allowed);
  const isName = /[a-z]/i.test(hostname) && hostname.includes('.');
  const others = [
    STRANGER,
    'null',
    `${allowed}.stranger.invalid`,
    `${protocol}//stranger-${host}`,
    `${protocol}//stranger.${host}`,
    `${protocol === 'https:' ? 'http:' : 'https:'}//${host}`,
    `${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}`,
    `${allowed}@stranger.invalid`,
    ...(isName ? [`${protocol}//${host.replace('.', 'x')}`] : []),
  ];
  return others.filter((other) => other !== allowed);
}

function expectAllowed(answer: Answer, origin: string): void {
  expect(
    allowed(answer) === origin,
    `Access-Control-Allow-Origin: ${origin}`,
    `${answer.asked} answered ${answer.status} with ${allowed(answer) ?? 'none'}`,
  );
}

export function crossOriginChecks(session: Session): Check[] {
  const read = (origin: string) =>
    session.ask(getService, { as: 'nobody', headers: { Origin: origin } });
  const preflight = (origin: string) =>
    session.fetch(submitRequest.path.replace('{id}', crypto.randomUUID()), {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': headers.join(','),
      },
    });
  const origin = () => given(session.options.origin, '--origin is missing');

  return [
    {
      name: 'crossOrigin/preflight',
      title: 'A page of an allowed origin may send what a widget sends, and asks once for a while',
      rule,
      advice: `Answer OPTIONS without sign-in, with the origin itself, the methods GET, ${methods.join(', ')}, the headers ${headers.join(', ')} and Access-Control-Max-Age.`,
      needs: ['origin'],
      async run() {
        const answer = await preflight(origin());
        expect(
          answer.status >= 200 && answer.status < 300,
          '2xx without signing in',
          describeAnswer(answer),
        );
        expectAllowed(answer, origin());
        const missing = [
          ...methods.filter(
            (method) =>
              !listOf(answer, 'Access-Control-Allow-Methods').includes(method.toLowerCase()),
          ),
          ...headers.filter(
            (header) => !listOf(answer, 'Access-Control-Allow-Headers').includes(header),
          ),
        ];
        expect(
          !missing.length,
          `the methods ${methods.join(', ')} and the headers ${headers.join(', ')}`,
          `missing: ${missing.join(', ')}`,
        );
        expect(
          Number(answer.headers.get('Access-Control-Max-Age')) > 0,
          'Access-Control-Max-Age above 0',
          answer.headers.get('Access-Control-Max-Age') ?? 'none',
        );
      },
    },
    {
      name: 'crossOrigin/answers',
      title: 'A page of an allowed origin may read the answer and its headers',
      rule,
      advice: `Send Access-Control-Allow-Origin with the origin itself, and Access-Control-Expose-Headers: ${exposed.join(', ')}, with every answer, also with problems.`,
      needs: ['origin'],
      async run() {
        const answer = await read(origin());
        expectAllowed(answer, origin());
        const missing = exposed.filter(
          (header) => !listOf(answer, 'Access-Control-Expose-Headers').includes(header),
        );
        expect(
          !missing.length,
          `Access-Control-Expose-Headers: ${exposed.join(', ')}`,
          `missing: ${missing.join(', ')}`,
        );
        const differs = allowed(await read(STRANGER)) !== allowed(answer);
        expect(
          !differs || listOf(answer, 'Vary').includes('origin'),
          'Vary: Origin, since the answer differs by it',
          answer.headers.get('Vary') ?? 'none',
        );
        if (session.options.readOnly) return;
        const problem = await session.ask(submitRequest, {
          as: 'nobody',
          params: { id: crypto.randomUUID() },
          body: {},
          headers: { Origin: origin() },
        });
        expectAllowed(problem, origin());
      },
    },
    {
      name: 'crossOrigin/stranger',
      title: 'A page of an origin that nobody allowed may read nothing',
      rule,
      advice:
        'Compare the Origin with a list of exact origins, whole and as they are; neither echo what came nor send *, and never allow null.',
      async run() {
        const known = session.options.origin ?? new URL(session.options.endpoint).origin;
        for (const stranger of strangers(known))
          for (const answer of [await read(stranger), await preflight(stranger)]) {
            const said = allowed(answer);
            expect(
              said !== '*' && said !== stranger,
              `no Access-Control-Allow-Origin for ${stranger}`,
              `${answer.asked} said ${said}`,
            );
          }
      },
    },
  ];
}
