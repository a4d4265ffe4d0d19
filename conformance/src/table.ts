import type * as z from 'zod/mini';
import { languages, widgetOperations, type Operation } from '../../src/contract/index.js';
import { describeAnswer, refused, told, type Answer } from './answer.js';
import { expect, NothingToCheck, type Check, type Group } from './check.js';
import { smallPng, testRequest, upload } from './samples.js';
import type { Asked, Session } from './session.js';

/** Checks that follow from an operation's row in the contract's table, whatever the operation is. */

type Rows = typeof widgetOperations;
type Reading = Operation & { readonly response: z.ZodMiniType };

export const rowsOf = (group: Group): readonly Operation[] =>
  Object.values<Operation>(widgetOperations).filter(({ capability }) => capability === group);

/** An answer without the moment at which it was given. */
const bare = ({ text }: Answer): string => text.replaceAll(/"serverTime":"[^"]*"/g, '');

const pathOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** Where a row needs more than its address; asked anew for every check. */
export type Place = () => Promise<Pick<Asked, 'params' | 'query'>>;
const anywhere: Place = () => Promise.resolve({});

/** That a `GET` answers in the form of its row, in every language and only once what hasn't changed, as far as the row says so. */
export function readingChecks(
  session: Session,
  group: Group,
  row: Reading,
  place: Place = anywhere,
): Check[] {
  const needs = row.audience === 'anyone' ? [] : (['token'] as const);
  const as = row.audience === 'anyone' ? 'nobody' : 'person';
  const name = `${group}/${row.name}` as const;
  const read = async (asked: Asked = {}): Promise<Answer> => {
    const { params, query } = await place();
    return session.ask(row, {
      as,
      ...asked,
      params: params ?? {},
      query: { ...query, ...asked.query },
    });
  };
  const hasLanguage =
    row.query !== undefined &&
    row.query.safeParse({ language: languages[0] }).success &&
    !row.query.safeParse({ language: '-' }).success;

  const answers: Check = {
    name,
    title: `${pathOf(row)} answers in the form of the contract`,
    rule: 'The schemas of src/contract; JSON in camelCase; instants ISO 8601 in UTC. What is listed and fails is an error.',
    advice: `Compare the answer with openapi.json${row.capability === undefined ? '' : `, or take "${row.capability}" off the capabilities until it is there`}.`,
    needs,
    async run() {
      told(row, await read());
    },
  };

  const etag: Check = {
    name: `${name}-etag`,
    title: `${pathOf(row)} has an ETag, and answers 304 to whoever has it`,
    rule: `${pathOf(row)}: ETag; a repeated question is answered with 304.`,
    after: name,
    advice:
      'Make the ETag of what the answer says (not of the moment), and compare it with If-None-Match.',
    needs,
    async run() {
      const first = await read();
      told(row, first);
      const tag = first.headers.get('ETag');
      expect(
        tag !== null && /^(W\/)?".*"$/.test(tag),
        'an ETag in quotation marks',
        `${first.asked} with ETag ${tag ?? 'missing'}`,
      );
      const again = await read({ headers: { 'If-None-Match': tag } });
      expect(again.status === 304, `304 to If-None-Match: ${tag}`, describeAnswer(again));
      expect(again.bytes.length === 0, '304 without a body', describeAnswer(again));
      const other = await read({ headers: { 'If-None-Match': '"conformance-has-never-seen-it"' } });
      expect(
        other.status !== 304,
        'the whole answer to an ETag that was never given',
        describeAnswer(other),
      );
      if (!hasLanguage) return;
      const inLanguages = await Promise.all(
        ['fi', 'sv'].map((wanted) => read({ query: { language: wanted } })),
      );
      const [finnish, swedish] = inLanguages;
      if (!finnish || !swedish || bare(finnish) === bare(swedish)) return;
      const tags = inLanguages.map(({ headers }) => headers.get('ETag'));
      expect(
        tags[0] !== tags[1],
        'another ETag where another text is told, in Finnish and in Swedish',
        `${finnish.asked} said ${tags[0]} to both`,
      );
    },
  };

  const language: Check = {
    name: `${name}-language`,
    title: `${pathOf(row)} takes ?language=${languages.join('|')}`,
    rule: '`?language=fi|en|sv` on every GET that returns texts.',
    after: name,
    advice:
      'Take every language, and answer in Finnish or English where you have no text in the one asked for.',
    needs,
    async run() {
      for (const wanted of languages) told(row, await read({ query: { language: wanted } }));
    },
  };

  return [answers, ...(row.etag ? [etag] : []), ...(hasLanguage ? [language] : [])];
}

type WithBody = {
  [N in keyof Rows]: Rows[N] extends { readonly body: unknown } ? N : never;
}[keyof Rows];

/** What could be taken if it were let in: who isn't signed in is refused for that, and for nothing else. */
const samples: Readonly<Record<WithBody, (session: Session) => Pick<Asked, 'body' | 'headers'>>> = {
  putAttachment: () => upload(smallPng()),
  submitRequest: ({ profile }) => ({ body: testRequest(profile) }),
  putMessage: () => ({ body: { text: 'Testi – test', attachments: [] } }),
  decideAdvisoryAccess: () => ({ body: { version: 1, outcome: 'returned' } }),
  revokeAdvisoryAccess: () => ({ body: {} }),
  putAdvisoryNotices: () => ({ body: {} }),
  putAdvisorySettings: () => ({ body: {} }),
};

const sampleOf = (row: Operation, session: Session): Pick<Asked, 'body' | 'headers'> =>
  Object.entries(samples).find(([name]) => name === row.name)?.[1](session) ?? {};

/** Ids that nobody has, and words where the row asks for some. */
export const placeOf = ({ query }: Operation): Asked => ({
  params: { id: crypto.randomUUID(), messageId: crypto.randomUUID() },
  query: !query || query.safeParse({}).success ? {} : { q: 'test' },
});

/** The good token with another signature: whoever looks at the claims alone takes it. */
function tampered(token: string | undefined): string[] {
  const [head, claims, signature] = token?.split('.') ?? [];
  if (head === undefined || claims === undefined || !signature) return [];
  return [`${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`];
}

/** That nobody gets in who isn't signed in, at any of a group's operations. */
export function signInCheck(session: Session, group: Group, rows: readonly Operation[]): Check {
  const asked = rows.filter(
    ({ audience, method }) =>
      audience !== 'anyone' && (method === 'GET' || !session.options.readOnly),
  );
  return {
    name: `${group}/sign-in`,
    title: 'Who is not signed in, or has a bad token, is answered 401',
    rule: "Bearer tokens, or the host's session cookie. `/service` and `/remote-support` need no sign-in; everything else does.",
    advice:
      'Check the token (signature, issuer, audience, time) before anything else of the request, and answer 401 with the code unauthenticated.',
    writes: { unsigned: asked.filter(({ method }) => method !== 'GET').length },
    async run() {
      if (!asked.length) throw new NothingToCheck('--read-only');
      for (const row of asked) {
        const sample = { ...placeOf(row), ...sampleOf(row, session) };
        refused(await session.ask(row, { ...sample, as: 'nobody' }), 'unauthenticated');
        for (const token of ['conformance-no-token', ...tampered(session.options.token)])
          refused(await session.ask(row, { ...sample, as: { token } }), 'unauthenticated');
      }
    },
  };
}

/** So many pages are followed; longer lists are believed. */
const MOST_PAGES = 100;

type ReadPage<T> = (
  cursor: string | undefined,
) => Promise<{ readonly items: readonly T[]; readonly next?: string | undefined }>;

/** Everything that a list holds, page after page, with the paging held to the contract. */
export async function wholeList<T>(
  read: ReadPage<T>,
  idOf: (item: T) => string,
): Promise<{ readonly items: readonly T[]; readonly pages: number; readonly isWhole: boolean }> {
  const found = new Map<string, T>();
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { items, next } = await read(cursor);
    for (const item of items) {
      expect(
        !found.has(idOf(item)),
        'no item twice',
        `${idOf(item)} stands on page ${pages} and before`,
      );
      found.set(idOf(item), item);
    }
    const isWhole = next === undefined;
    if (isWhole || pages === MOST_PAGES) return { items: [...found.values()], pages, isWhole };
    expect(
      !cursors.has(next),
      'a cursor that goes on',
      `page ${pages} names the cursor "${next}" again`,
    );
    cursors.add(next);
    cursor = next;
  }
}

/** That a list comes to its end and says nothing twice. */
export function pagingCheck<T>(
  group: Group,
  row: Operation,
  read: ReadPage<T>,
  idOf: (item: T) => string,
): Check {
  return {
    name: `${group}/${row.name}-paging`,
    title: `${pathOf(row)} gives page after page, comes to an end, and says nothing twice`,
    rule: 'Lists page with `cursor` → `next`; `next` is missing on the last page.',
    after: `${group}/${row.name}`,
    advice:
      'Let the cursor stand for the last item of the page and not for a count, and leave `next` out of the last page.',
    needs: ['token'],
    async run() {
      const { pages } = await wholeList(read, idOf);
      if (pages === 1) throw new NothingToCheck('everything stands on one page');
    },
  };
}

/** More than a million bytes, and more brackets than a parser may open that calls itself for each. */
const huge = Buffer.from(`"${'x'.repeat(1_200_000)}"`);
const deep = Buffer.from('['.repeat(100_000) + ']'.repeat(100_000));

/** That JSON without measure is refused as it should be, and brings nothing down. */
export function largeCheck(
  session: Session,
  group: Group,
  rows: readonly (readonly [row: Operation, field: string])[],
): Check {
  return {
    name: `${group}/too-large`,
    title: `JSON without measure is refused: ${rows.map(([row]) => pathOf(row)).join(', ')}`,
    rule: 'Errors are RFC 9457 `application/problem+json` with a closed `code`; `tooLarge` is 413, `validation` 422.',
    advice:
      'Stop reading at a megabyte and answer 413 tooLarge; answer 422 validation to what cannot be parsed, however deep it is.',
    needs: ['token', 'writing'],
    async run() {
      for (const [row, field] of rows) {
        const send = (value: Uint8Array) =>
          session.ask(row, {
            ...placeOf(row),
            body: Buffer.concat([Buffer.from(`{"${field}":`), value, Buffer.from('}')]),
            headers: { 'Content-Type': 'application/json' },
          });
        refused(await send(huge), 'tooLarge', 'validation', 'notFound', 'forbidden');
        const answer = await send(deep);
        expect(answer.status >= 400 && answer.status < 500, 'a refusal', describeAnswer(answer));
      }
    },
  };
}

/** That what isn't there is told in the right form. */
export function unknownCheck(session: Session, group: Group, rows: readonly Operation[]): Check {
  const asked = rows.filter(
    ({ problems, method }) =>
      problems.includes('notFound') && (method === 'GET' || !session.options.readOnly),
  );
  return {
    name: `${group}/unknown-id`,
    title: `What never was is answered 404: ${asked.map(pathOf).join(', ')}`,
    rule: 'A foreign id answers 404 with the same body as one that never was.',
    advice: 'Answer 404 with application/problem+json and the code notFound, whatever the reason.',
    needs: ['token'],
    async run() {
      for (const row of asked) {
        const may = row.permission === undefined || (await session.may('person', row.permission));
        if (may !== false)
          refused(
            await session.ask(row, { ...placeOf(row), ...sampleOf(row, session) }),
            'notFound',
          );
      }
    },
  };
}

/** Somebody else's thing, and one that never was: who asks must not see a difference. */
export async function expectHidden(
  session: Session,
  row: Operation,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  const sample = sampleOf(row, session);
  const foreign = await session.ask(row, { as: 'other', params, ...sample });
  refused(foreign, 'notFound');
  const never = await session.ask(row, {
    as: 'other',
    params: { ...params, id: crypto.randomUUID() },
    ...sample,
  });
  expect(
    foreign.text === never.text,
    'the same body as for an id that never was',
    `${foreign.text} and ${never.text}`,
  );
}
