import {
  getRequest,
  listRequests,
  putMessage,
  requestStatuses,
  type RequestDetails,
  type RequestListItem,
  type SupportRequest,
} from '../../../src/contract/index.js';
import { refused, refusedAt, told } from '../answer.js';
import { expect, NotChecked, NothingToCheck, type Check } from '../check.js';
import type { Session } from '../session.js';
import {
  expectHidden,
  largeCheck,
  pagingCheck,
  readingChecks,
  rowsOf,
  signInCheck,
  unknownCheck,
  wholeList,
} from '../table.js';

const LISTED = '`GET /support-requests?status=&scope=own|company&cursor=`: newest first.';

/** Equal as JSON is: the order of properties says nothing, and one instant may be written in two ways. */
function isSame(sent: unknown, kept: unknown): boolean {
  if (typeof sent === 'string' && typeof kept === 'string')
    return (
      sent === kept || (/^\d{4}-\d{2}-\d{2}T/.test(sent) && Date.parse(sent) === Date.parse(kept))
    );
  if (typeof sent !== 'object' || sent === null || typeof kept !== 'object' || kept === null)
    return Object.is(sent, kept);
  if (Array.isArray(sent) && (!Array.isArray(kept) || kept.length !== sent.length)) return false;
  return Object.entries(sent).every(([key, value]) => isSame(value, Reflect.get(kept, key)));
}

/** The fields of a request that its details don't have, or have otherwise. The language is how it was written, and isn't told back. */
const lost = ({ language: _, ...sent }: SupportRequest, kept: RequestDetails): string[] =>
  Object.entries(sent)
    .filter(([field, value]) => !isSame(value, Reflect.get(kept, field)))
    .map(([field]) => `/${field}`);

const idOf = ({ id }: { readonly id: string }): string => id;

export function followChecks(session: Session): Check[] {
  const reply = { text: 'Testi – test: lisätieto, more information', attachments: [] };
  const messageId = crypto.randomUUID();

  const isWriting = async () =>
    !session.options.readOnly && (await session.may('person', 'submitRequests')) !== false;

  /** There is something to read, also where nothing is to be written. */
  const place = async () => {
    if (await isWriting()) return { params: { id: (await session.firstSent()).id } };
    const [item] = told(listRequests, await session.ask(listRequests)).items;
    if (!item) throw new NotChecked('the person has sent no request yet');
    return { params: { id: item.id } };
  };
  const page = async (query: Readonly<Record<string, string | undefined>> = {}) =>
    told(listRequests, await session.ask(listRequests, { query }));
  const detailsOf = async (id: string) =>
    told(getRequest, await session.ask(getRequest, { params: { id } }));
  const answer = (id: string, body: object = reply, message = messageId) =>
    session.ask(putMessage, { params: { id, messageId: message }, body });
  const built = {
    needs: ['token', 'writing'],
    permission: 'submitRequests',
    after: 'follow/getRequest',
  } as const;

  return [
    ...readingChecks(session, 'follow', listRequests),
    ...readingChecks(session, 'follow', getRequest, place),
    {
      name: 'follow/newest-first',
      title: 'The list begins with the request that was sent last',
      rule: LISTED,
      advice:
        'Sort by the time of arrival, the newest first, in your own table: a help desk’s search may know a new ticket only later.',
      after: 'follow/listRequests',
      needs: ['token'],
      async run() {
        const sent = (await isWriting()) ? await session.sent(2) : [];
        const { items } = await page();
        if (items.length < 2) throw new NotChecked('the list has fewer than two requests');
        const places = sent.map(({ id }) => items.findIndex((item) => item.id === id));
        expect(!places.includes(-1), 'the requests that were just sent', `${items.length} others`);
        const times = items.map(({ createdAt }: RequestListItem) => Date.parse(createdAt));
        const isSorted = times.every(
          (time, index) => index === 0 || time <= (times[index - 1] ?? time),
        );
        expect(
          isSorted && places.every((at, index) => index === 0 || at < (places[index - 1] ?? at)),
          'the newest first',
          items.map(({ createdAt }) => createdAt).join(', '),
        );
      },
    },
    pagingCheck('follow', listRequests, (cursor) => page({ cursor }), idOf),
    {
      name: 'follow/complete',
      title: 'Page after page leaves no request out, wherever a page ends',
      rule: 'Lists page with `cursor` → `next`; `next` is missing on the last page.',
      advice: 'Begin the next page with the item behind the last one.',
      ...built,
      after: 'follow/listRequests-paging',
      writes: { requests: 1 },
      async run() {
        const read = async () =>
          new Set((await wholeList((cursor) => page({ cursor }), idOf)).items.map(idOf));
        const before = await read();
        // One more request, and every page ends elsewhere: what was lost at an end stands within a page now.
        const sent = await session.send();
        const after = await read();
        const missing = [...before, sent.id].filter((id) => !after.has(id));
        const late = [...after].filter((id) => id !== sent.id && !before.has(id));
        expect(
          !missing.length && !late.length,
          'the same requests, and the one that was sent meanwhile',
          `${[...missing, ...late].join(', ')} now or before`,
        );
      },
    },
    {
      name: 'follow/status',
      title: 'The list can be filtered by status',
      rule: LISTED,
      advice: 'Give only requests of the status that is asked for.',
      after: 'follow/listRequests',
      needs: ['token'],
      async run() {
        for (const status of requestStatuses) {
          const others = (await page({ status })).items.filter((item) => item.status !== status);
          expect(
            !others.length,
            `requests of the status ${status} alone`,
            others.map((item) => `${item.id} ${item.status}`).join(', '),
          );
        }
      },
    },
    {
      name: 'follow/scope',
      title: "The company's requests are told to whoever may see them, and to nobody else",
      rule: 'Permissions of `/me`: `viewCompanyRequests`.',
      advice: 'Answer scope=company with 403 forbidden to whoever lacks viewCompanyRequests.',
      after: 'follow/listRequests',
      needs: ['token'],
      async run() {
        const may = await session.may('person', 'viewCompanyRequests');
        if (may === undefined)
          throw new NotChecked('GET /me does not say whether the person may see them');
        const said = await session.ask(listRequests, { query: { scope: 'company' } });
        if (may) told(listRequests, said);
        else refused(said, 'forbidden');
      },
    },
    {
      name: 'follow/whole',
      title: 'A request is read back with every field that was sent',
      rule: 'One request: with timeline and attachments; everything that `SupportRequest` holds.',
      advice:
        'Keep the request as it was parsed beside the ticket: help desks shorten, reformat and drop what they have no field for.',
      ...built,
      async run() {
        for (const { id, body } of await session.sent(1)) {
          const fields = lost(body, await detailsOf(id));
          expect(
            !fields.length,
            'every field as it was sent',
            `lost or changed: ${fields.join(', ')}`,
          );
        }
      },
    },
    {
      name: 'follow/reply',
      title:
        'A reply is answered 201, the same again 200, and other words 409; it stands in the timeline once',
      rule: '`PUT /support-requests/{id}/messages/{messageId}`: the id makes a retry harmless.',
      advice: 'Keep the message id with what was said before you hand it on, and compare with it.',
      ...built,
      writes: { replies: 1 },
      async run() {
        const { id } = await session.firstSent();
        const first = told(putMessage, await answer(id), [201]);
        const again = told(putMessage, await answer(id), [200]);
        expect(
          first.id === messageId && again.id === messageId && first.text === reply.text,
          `the message ${messageId}: ${reply.text}`,
          `${first.id}: ${first.text}; then ${again.id}`,
        );
        refused(await answer(id, { ...reply, text: 'Jotain muuta – something else' }), 'conflict');
        const found = (await detailsOf(id)).timeline.filter(
          (item) => item.id === messageId || item.text === reply.text,
        );
        expect(found.length === 1, 'the reply once in the timeline', `${found.length} times`);
        expect(
          found[0]?.author.side === 'customer' && found[0].kind === 'message',
          'a message of the customer’s side',
          `${found[0]?.kind} of ${found[0]?.author.side}`,
        );
      },
    },
    {
      name: 'follow/etag-changes',
      title:
        'The ETag of a request changes with it, and whoever has the former one is told what is new',
      rule: 'One request: with timeline and attachments; `ETag`.',
      advice: 'Make the ETag of all that the answer says, the timeline included.',
      ...built,
      after: 'follow/reply',
      writes: { replies: 1 },
      async run() {
        const { id } = await session.firstSent();
        const read = (headers?: Record<string, string>) =>
          session.ask(getRequest, { params: { id }, ...(headers && { headers }) });
        const tag = (await read()).headers.get('ETag') ?? '';
        if (!tag) throw new NothingToCheck('there is no ETag');
        told(putMessage, await answer(id, reply, crypto.randomUUID()), [201]);
        const after = await read({ 'If-None-Match': tag });
        expect(
          after.status === 200 && after.headers.get('ETag') !== tag,
          'the whole request with another ETag after a reply',
          `${after.asked} answered ${after.status} with ETag ${after.headers.get('ETag')}`,
        );
      },
    },
    {
      name: 'follow/list-etag-changes',
      title:
        'The ETag of the list changes with a new request, and whoever has the former one is told',
      rule: '`GET /support-requests`: newest first; a repeated question is answered with 304 while nothing has changed.',
      advice: 'Make the ETag of all that the answer says.',
      ...built,
      after: 'follow/newest-first',
      writes: { requests: 1 },
      async run() {
        const read = (headers?: Record<string, string>) =>
          session.ask(listRequests, headers && { headers });
        const tag = (await read()).headers.get('ETag') ?? '';
        if (!tag) throw new NothingToCheck('there is no ETag');
        await session.send();
        const after = await read({ 'If-None-Match': tag });
        expect(
          after.status === 200 && after.headers.get('ETag') !== tag,
          'the whole list with another ETag after a new request',
          `${after.asked} answered ${after.status} with ETag ${after.headers.get('ETag')}`,
        );
      },
    },
    {
      name: 'follow/empty-reply',
      title: 'A reply that says nothing is refused with 422 at /text',
      rule: 'Reply: text, attachments, optional confirmation; `errors[]` of `{pointer, code, detail}`.',
      advice: 'Check by the schema of the contract (`message`).',
      ...built,
      async run() {
        const { id } = await session.firstSent();
        refusedAt(await answer(id, { text: '  ', attachments: [] }, crypto.randomUUID()), '/text');
      },
    },
    {
      name: 'follow/unknown-proposal',
      title:
        'An answer to a chargeable proposal that was never made is refused with 422 at its place',
      rule: '`confirms` and `declines` name the latest chargeable proposal of the timeline, while nobody has answered it.',
      advice:
        'Look the proposal up among those of the request; refuse it at /confirms or /declines with notFound, and one that is not the latest or has its answer with notAllowed.',
      ...built,
      async run() {
        const { id } = await session.firstSent();
        for (const field of ['confirms', 'declines']) {
          const body = { text: '', attachments: [], [field]: crypto.randomUUID() };
          refusedAt(await answer(id, body, crypto.randomUUID()), `/${field}`);
        }
      },
    },
    unknownCheck(session, 'follow', [getRequest, putMessage]),
    {
      name: 'follow/foreign',
      title:
        "Somebody else's request looks exactly like one that never was, and stands in no list of theirs",
      rule: 'A foreign id answers 404 with the same body as one that never was.',
      advice: 'Look for the id within (tenant, owner) and nowhere else.',
      after: 'follow/listRequests',
      needs: ['token', 'otherToken', 'writing'],
      permission: 'submitRequests',
      async run() {
        // The first was sent under the other person's name as well, to see whose it is.
        const sent = (await session.sent(2)).slice(1);
        for (const { id } of sent) {
          await expectHidden(session, getRequest, { id });
          if ((await session.may('other', 'submitRequests')) !== false)
            await expectHidden(session, putMessage, { id, messageId: crypto.randomUUID() });
        }
        // The newest first: what was just sent would stand on the first page.
        const { items } = told(listRequests, await session.ask(listRequests, { as: 'other' }));
        expect(
          !items.some(({ id }) => sent.some((mine) => mine.id === id)),
          "a list without the first person's requests",
          items.map(idOf).join(', '),
        );
      },
    },
    largeCheck(session, 'follow', [[putMessage, 'text']]),
    signInCheck(session, 'follow', rowsOf('follow')),
  ];
}
