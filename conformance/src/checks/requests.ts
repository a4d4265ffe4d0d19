import {
  composeSubject,
  fieldErrors,
  submitRequest,
  supportRequest,
  type Receipt,
  type SupportRequest,
} from '../../../src/contract/index.js';
import { describeAnswer, refused, refusedAt, told, type Answer } from '../answer.js';
import { expect, NotChecked, NothingToCheck, type Check } from '../check.js';
import { STRANGER, testRequest } from '../samples.js';
import type { Sent, Session } from '../session.js';
import { largeCheck, signInCheck } from '../table.js';

const creating =
  'Creating is `PUT` to a UUID that the client made: first time 201; the same content again (equal after parsing) 200 with the current receipt; other content 409 `conflict`.';
const ownTable =
  'Keep the id with what was sent in a table of your own before anything else happens, and compare with it.';

/** What must not change between two answers to the same request. */
const lasting = ({ id, number, subject, createdAt }: Receipt) =>
  JSON.stringify({ id, number, subject, createdAt: Date.parse(createdAt) });

/** The number may come later: a receipt without one says less, and nothing else. */
function expectSame(first: Receipt, again: Receipt): void {
  const before = first.number === null ? { ...first, number: again.number } : first;
  expect(
    lasting(before) === lasting(again),
    `the first receipt, ${lasting(before)}`,
    lasting(again),
  );
}

function expectOther({ number }: Receipt, theirs: Receipt): void {
  expect(
    number === null || number !== theirs.number,
    'a request with another number',
    `${theirs.number}, which is the first person's`,
  );
}

/** Everything wrong at once, as the contract's own schema says it. */
const wrong = {
  userIds: ['not a user id'],
  companyNumbers: ['12a'],
  description: '',
  contact: { company: 'Testi – Test', name: '', phone: 'x', email: 'x' },
} satisfies Partial<SupportRequest>;

/** What a lenient reading takes for addresses of mail, and no mail server does. */
const noAddresses = [
  'test@example',
  'test@@example.com',
  'test@example..com',
  'test@example.com, other@example.com',
  'sip:test@example.com',
  'test(work)@example.com',
  'te\ufffdst@example.com',
];

const AT_ONCE = 6;

export function requestChecks(session: Session): Check[] {
  const put = (id: string, body: unknown, as: 'person' | 'other' = 'person') =>
    session.ask(submitRequest, { as, params: { id }, body });
  const receiptOf = ({ answer }: Sent): Receipt => told(submitRequest, answer);
  const writing = { needs: ['token', 'writing'], permission: 'submitRequests' } as const;
  const built = { ...writing, after: 'requests/receipt' } as const;

  return [
    {
      name: 'requests/receipt',
      title: 'A new request is answered with its receipt',
      rule: '`PUT /support-requests/{id}`: `{id, number, subject, status, createdAt, nextStep?, url?}`.',
      advice:
        'Answer with the receipt of openapi.json and the id that was sent; what a help desk needs longer for is 202 without a number.',
      ...writing,
      writes: { requests: 1 },
      async run() {
        const { id, answer } = await session.send();
        const receipt = told(submitRequest, answer);
        expect(receipt.id === id, `the id that was sent, ${id}`, receipt.id);
      },
    },
    {
      name: 'requests/created',
      title: 'A new request is answered 201, or 202 where its number comes later',
      rule: `${creating} \`number\` may be null (202) where the HelpDesk gives it later.`,
      advice: 'Answer 201 the first time, or 202 with the number null.',
      ...built,
      async run() {
        const { answer } = await session.firstSent();
        const { number } = told(submitRequest, answer, [201, 202]);
        expect(
          number !== null || answer.status === 202,
          '202 where the number is null',
          describeAnswer(answer),
        );
      },
    },
    {
      name: 'requests/subject',
      title: 'The subject is composed by the rule of the contract, with the Finnish names',
      rule: "`composeSubject(request, service)` is one pure function of the contract; the subject's names are always the Finnish ones.",
      advice:
        'Call composeSubject of visma-support-widgets/contract, or compose it in the same way.',
      ...built,
      async run() {
        const sent = await session.firstSent();
        if (!session.profile) throw new NotChecked('GET /service could not be read');
        const subject = composeSubject(sent.body, session.profile);
        expect(receiptOf(sent).subject === subject, `"${subject}"`, `"${receiptOf(sent).subject}"`);
      },
    },
    {
      name: 'requests/subject-critical',
      title:
        'The subject of a critical request begins with kiireellinen, and names things in Finnish whatever language it was written in',
      rule: "The subject's names are always the Finnish ones, since Finnish people sort them; *kiireellinen* in front when it is critical.",
      advice:
        'Call composeSubject of visma-support-widgets/contract, or compose it in the same way.',
      after: 'requests/subject',
      permission: 'submitRequests',
      needs: ['token', 'writing', 'critical'],
      writes: { requests: 1, critical: 1 },
      async run() {
        const sent = await session.send({ critical: true, language: 'sv' });
        if (!session.profile) throw new NotChecked('GET /service could not be read');
        const subject = composeSubject(sent.body, session.profile);
        expect(receiptOf(sent).subject === subject, `"${subject}"`, `"${receiptOf(sent).subject}"`);
      },
    },
    {
      name: 'requests/again',
      title: 'The same request again is answered 200 with the same receipt',
      rule: creating,
      advice: ownTable,
      ...built,
      async run() {
        const sent = await session.firstSent();
        expectSame(receiptOf(sent), told(submitRequest, await put(sent.id, sent.body), [200]));
      },
    },
    {
      name: 'requests/equal-after-parsing',
      title:
        'The same content in another order, with spaces around and with unknown fields is the same request',
      rule: 'The same content again, equal after parsing. Readers ignore unknown fields.',
      advice: 'Parse the body by the contract first, and compare what was parsed, not the bytes.',
      ...built,
      async run() {
        const sent = await session.firstSent();
        const reordered = Object.fromEntries(Object.entries(sent.body).reverse());
        const again = await put(sent.id, {
          ...reordered,
          summary: ` ${sent.body.summary} `,
          unheardOf: { by: 'anybody' },
        });
        expectSame(receiptOf(sent), told(submitRequest, again));
      },
    },
    {
      name: 'requests/conflict',
      title: 'Other content under the same id is refused with 409 conflict, and changes nothing',
      rule: creating,
      advice: ownTable,
      ...built,
      async run() {
        const sent = await session.firstSent();
        refused(
          await put(sent.id, { ...sent.body, description: 'Jotain muuta – something else' }),
          'conflict',
        );
        expectSame(receiptOf(sent), told(submitRequest, await put(sent.id, sent.body)));
      },
    },
    {
      name: 'requests/at-once',
      title: `The same request sent ${AT_ONCE} times at once is one request`,
      rule: `${creating} 0 doubled requests.`,
      advice:
        'Reserve the id by a unique key before the ticket is created; whoever comes second waits or reads.',
      ...built,
      writes: { requests: 1 },
      async run() {
        const id = crypto.randomUUID();
        const body = (await session.firstSent()).body;
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => put(id, body)));
        const busy = (answer: Answer) => answer.status === 429 || answer.status === 503;
        const receipts = answers
          .filter((answer) => !busy(answer))
          .map((answer) => told(submitRequest, answer));
        expect(
          answers.filter(({ status }) => status === 201).length <= 1,
          'at most one 201',
          answers.map(({ status }) => status).join(', '),
        );
        const last = told(submitRequest, await put(id, body));
        for (const receipt of receipts) expectSame(receipt, last);
      },
    },
    {
      name: 'requests/wrong-fields',
      title: 'Wrong fields are refused with 422, each named by its pointer',
      rule: '`errors[]` of `{pointer, code, detail}` for fields; `pointer` is a JSON pointer such as `/contact/email`.',
      advice:
        'Check by the schema of the contract (`supportRequest`), and name every wrong field at once.',
      ...writing,
      async run() {
        const body = testRequest(session.profile, wrong);
        const { error } = supportRequest.safeParse(body);
        refusedAt(
          await put(crypto.randomUUID(), body),
          ...fieldErrors(error?.issues ?? [], body).map(({ pointer }) => pointer),
        );
      },
    },
    {
      name: 'requests/email-form',
      title: 'An e-mail address to which nothing can be sent is refused with 422',
      rule: '`contact.email` is one address: no blanks, no `@ , ; : < > " ( )` beside its one `@`, and dots with something between them in the domain.',
      advice:
        'Check it by the schema of the contract (`supportRequest`), and refuse it at /contact/email: the answer would reach nobody.',
      ...writing,
      async run() {
        const { contact } = testRequest(session.profile);
        for (const email of noAddresses)
          refusedAt(
            await put(
              crypto.randomUUID(),
              testRequest(session.profile, { contact: { ...contact, email } }),
            ),
            '/contact/email',
          );
      },
    },
    {
      name: 'requests/email-copied',
      title: 'An e-mail address is taken without what programs copy with it',
      rule: 'Values of one line are taken as they were meant: an address without its name, `mailto:`, signs around it and characters that nobody sees.',
      advice:
        'Parse the body by the schema of the contract (`supportRequest`) first: what it gives is what is kept, sent and compared.',
      ...built,
      async run() {
        const sent = await session.firstSent();
        const { contact } = sent.body;
        for (const email of [
          `Testi – Test <${contact.email}>;`,
          `mailto:${contact.email}?subject=Test`,
          `\u202a${contact.email}\u202c\u200b`,
        ])
          expectSame(
            receiptOf(sent),
            told(
              submitRequest,
              await put(sent.id, { ...sent.body, contact: { ...contact, email } }),
            ),
          );
      },
    },
    {
      name: 'requests/chargeable-work',
      title:
        'A confirmation of chargeable work with another text than the profile’s is refused with 422',
      rule: '`chargeableWork` (`{version, text, name, confirmedAt}`): text and version are the profile’s, name and time the endpoint’s.',
      advice:
        'Compare the version and the text with those of your own profile, in each of its languages, and refuse others at /chargeableWork with notAllowed: what is kept is a proof.',
      ...writing,
      async run() {
        const chargeableWork = {
          version: 'testi-test',
          text: 'Testi: en vahvista mitään. Test: nothing is confirmed.',
          name: 'Testi – Test',
          confirmedAt: '2026-01-05T07:00:00Z',
        };
        const body = testRequest(session.profile, { chargeableWork });
        const { errors = [] } = refused(await put(crypto.randomUUID(), body), 'validation');
        expect(
          errors.some(({ pointer }) => /^\/chargeableWork(?:\/|$)/.test(pointer)),
          'an error with the pointer /chargeableWork',
          errors.map(({ pointer }) => pointer).join(', ') || 'none',
        );
      },
    },
    {
      name: 'requests/no-json',
      title: 'What is no JSON is refused with 422',
      rule: 'Errors are RFC 9457 `application/problem+json` with a closed `code`; `validation` is 422.',
      advice: 'Answer 422 validation where the body cannot be parsed.',
      ...writing,
      async run() {
        const body = new TextEncoder().encode('{"kind": ');
        refused(
          await session.ask(submitRequest, {
            params: { id: crypto.randomUUID() },
            body,
            headers: { 'Content-Type': 'application/json' },
          }),
          'validation',
        );
      },
    },
    {
      name: 'requests/no-uuid',
      title: 'An id that is no UUID is refused',
      rule: 'Creating is `PUT` to a UUID.',
      advice: 'Answer 422 validation with the pointer #path/id.',
      ...writing,
      async run() {
        refused(await put('conformance-1', testRequest(session.profile)), 'validation');
      },
    },
    {
      name: 'requests/other-person',
      title:
        "Another person's request under the same id is theirs, or is refused since they may not send any",
      rule: "Everything stored is keyed by (tenant, owner, id): nobody's `PUT` or `GET` can meet, change or reveal another's id.",
      advice: 'Put the tenant and the owner into the key beside the id.',
      after: 'requests/receipt',
      needs: ['token', 'otherToken', 'writing'],
      permission: 'submitRequests',
      writes: { requests: 1 },
      async run() {
        const sent = await session.firstSent();
        const answer = await put(
          sent.id,
          { ...sent.body, description: 'Toisen testi – another person’s test' },
          'other',
        );
        if ((await session.may('other', 'submitRequests')) === false) refused(answer, 'forbidden');
        else expectOther(receiptOf(sent), told(submitRequest, answer));
        expectSame(receiptOf(sent), told(submitRequest, await put(sent.id, sent.body)));
      },
    },
    {
      name: 'requests/cross-site',
      title: 'A page of another site sends nothing in the name of whoever is signed in by a cookie',
      rule: "The host's session cookie with a CSRF token in a header (`XSRF-TOKEN` → `X-XSRF-TOKEN` by default) and `Origin` checked.",
      advice:
        'Compare the header with the cookie and the Origin with your own and the allowed ones, wherever something is written, and answer 403 forbidden.',
      ...writing,
      async run() {
        const { Cookie: cookie, Origin: _, ...others } = session.options.headers;
        if (cookie === undefined)
          throw new NothingToCheck(
            "needs --header 'Cookie: …', where people are signed in by a cookie",
          );
        const attempts = [{ Cookie: cookie }, { ...others, Cookie: cookie, Origin: STRANGER }];
        for (const headers of attempts) {
          const asked = {
            params: { id: crypto.randomUUID() },
            body: testRequest(session.profile),
            headers,
          };
          refused(
            await session.ask(submitRequest, { ...asked, as: 'nobody' }),
            'forbidden',
            'unauthenticated',
          );
        }
      },
    },
    largeCheck(session, 'requests', [[submitRequest, 'description']]),
    signInCheck(session, 'requests', [submitRequest]),
  ];
}
