import { isDeepStrictEqual } from 'node:util';
import {
  advisoryAccessStates,
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  listAdvisoryUses,
  revokeAdvisoryAccess,
  type AdvisoryAccess,
  type Decision,
} from '../../../src/contract/index.js';
import { describeAnswer, refused, told, type Answer } from '../answer.js';
import { Broken, expect, given, NotChecked, NothingToCheck, type Check } from '../check.js';
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

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const deciding =
  'Decision body: `{version, outcome, until?, companies?, areas?, reason?}`; absent means as asked, an empty list is 422, wider is 422; 409 `changed` (another version).';
const reason = 'Testi – test (visma-support-conformance)';

export function advisoryChecks(session: Session): Check[] {
  const page = async (query: Readonly<Record<string, string | undefined>> = {}) =>
    told(listAdvisoryAccess, await session.ask(listAdvisoryAccess, { query }));
  const whole = async (id: string) =>
    told(getAdvisoryAccess, await session.ask(getAdvisoryAccess, { params: { id } }));
  const decide = (id: string, body: object) =>
    session.ask(decideAdvisoryAccess, { params: { id }, body });
  const revoke = (id: string) =>
    session.ask(revokeAdvisoryAccess, { params: { id }, body: { reason } });

  const any = async () => given((await page()).items[0], 'there is no advisory request to look at');
  const place = async () => ({ params: { id: (await any()).id } });

  async function pending(): Promise<AdvisoryAccess> {
    const [item] = (await page({ state: 'pending' })).items;
    if (!item) throw new NotChecked('no advisory request is pending: let support ask for one');
    return whole(item.id);
  }

  /** A decision that must not be taken. Where one is, whatever it gave is ended at once. */
  async function expectRefused(
    id: string,
    decision: Decision | object,
    check: (answer: Answer) => void,
  ): Promise<void> {
    const answer = await decide(id, decision);
    try {
      check(answer);
    } catch (error) {
      if (answer.status >= 300 || !(error instanceof Broken)) throw error;
      const { status } = await revoke(id);
      const end =
        status === 200
          ? 'and its access was ended at once'
          : `and ending its access answered ${status}: look at the request ${id}`;
      throw new Broken(error.expected, `${error.came}. The decision was taken, ${end}.`);
    }
  }

  const refusedWith422 = (answer: Answer) => void refused(answer, 'validation');

  return [
    ...readingChecks(session, 'advisoryAccess', listAdvisoryAccess),
    ...readingChecks(session, 'advisoryAccess', getAdvisoryAccess, place),
    ...readingChecks(session, 'advisoryAccess', listAdvisoryUses, place),
    pagingCheck(
      'advisoryAccess',
      listAdvisoryAccess,
      (cursor) => page({ cursor }),
      ({ id }) => id,
    ),
    {
      name: 'advisoryAccess/counts',
      title: 'The list counts what is pending, and what each request holds',
      rule: '`GET /advisory-access`: items with counts, not lists; `pendingCount`, `maxHours` and where it is set.',
      advice: 'Count in the database, over all pages; `maxHours` is the customer’s own setting.',
      after: 'advisoryAccess/getAdvisoryAccess',
      needs: ['token'],
      async run() {
        const { pendingCount, maxHours, maxHoursSetIn } = await page();
        const { items } = await wholeList(
          (cursor) => page({ state: 'pending', cursor }),
          ({ id }) => id,
        );
        expect(
          items.every(({ state }) => state === 'pending'),
          'pending requests alone to ?state=pending',
          items.map(({ state }) => state).join(', '),
        );
        const waiting = items.filter(({ firstApproval }) => !firstApproval?.mine).length;
        expect(waiting === pendingCount, `pendingCount ${waiting}`, String(pendingCount));
        expect(
          maxHours > 0 && maxHoursSetIn !== '',
          'maxHours above 0, and the words where it is set',
          `${maxHours}, "${maxHoursSetIn}"`,
        );
        const item = await any();
        const { companies, areas, version, decision } = await whole(item.id);
        const counted = {
          companies: item.companyCount,
          areas: item.areaCount,
          grantedCompanies: item.grantedCompanyCount,
          grantedAreas: item.grantedAreaCount,
          version: item.version,
        };
        const held = {
          companies: companies.length,
          areas: areas.length,
          grantedCompanies: decision?.companies?.length,
          grantedAreas: decision?.areas?.length,
          version,
        };
        expect(isDeepStrictEqual(counted, held), JSON.stringify(held), JSON.stringify(counted));
      },
    },
    {
      name: 'advisoryAccess/complete',
      title: 'What stands in the list of one state stands in the list of all',
      rule: '`GET /advisory-access?state=&cursor=`; lists page with `cursor` → `next`.',
      advice: 'Begin the next page with the item behind the last one.',
      after: 'advisoryAccess/listAdvisoryAccess-paging',
      needs: ['token'],
      async run() {
        const idOf = ({ id }: { readonly id: string }) => id;
        const { items, isWhole } = await wholeList((cursor) => page({ cursor }), idOf);
        if (!isWhole) throw new NothingToCheck(`more than ${items.length} requests`);
        const all = new Set(items.map(idOf));
        for (const state of advisoryAccessStates) {
          const missing = (await page({ state })).items.filter(({ id }) => !all.has(id));
          expect(
            !missing.length,
            `every ${state} request in the list without ?state=`,
            `missing: ${missing.map(idOf).join(', ')}`,
          );
        }
      },
    },
    {
      name: 'advisoryAccess/uses',
      title: 'What was done by a grant is told, and lies within it',
      rule: '`usedAt`: when access was last used. The history has each use; `use` says in whose books.',
      advice:
        'Write each use down in the transaction that allows it, and tell of all uses in the history, the latest of them too.',
      after: ['advisoryAccess/getAdvisoryAccess', 'advisoryAccess/listAdvisoryAccess-paging'],
      needs: ['token'],
      async run() {
        const { items } = await wholeList(
          (cursor) => page({ cursor }),
          ({ id }) => id,
        );
        const used = items.find(({ usedAt }) => usedAt !== undefined);
        if (!used?.usedAt) throw new NothingToCheck('no access has been used');
        const { history, companies, decision, startsAt, endsAt } = await whole(used.id);
        const uses = history.filter(({ act }) => act === 'used');
        const last = Math.max(...uses.map(({ at }) => Date.parse(at)));
        expect(
          last >= Date.parse(used.usedAt),
          `the use at ${used.usedAt} in the history of ${used.id}`,
          uses.map(({ at }) => at).join(', ') || 'no use',
        );
        const granted = new Set((decision?.companies ?? companies).map(({ number }) => number));
        const beyond = uses.find(
          ({ at, since = at, use }) =>
            (use && !granted.has(use.company.number)) ||
            Date.parse(since) < Date.parse(startsAt ?? since) ||
            Date.parse(at) > Date.parse(endsAt ?? at),
        );
        expect(
          !beyond,
          `uses of granted companies from ${startsAt} to ${endsAt}`,
          JSON.stringify(beyond),
        );
      },
    },
    {
      name: 'advisoryAccess/clock',
      title: 'serverTime is the time by the clock that decides',
      rule: "`serverTime`; only the server's clock counts.",
      advice: 'Take it from the clock by which grants begin and end, at every answer.',
      after: 'advisoryAccess/listAdvisoryAccess',
      needs: ['token'],
      async run() {
        const answer = await session.ask(listAdvisoryAccess);
        const { serverTime } = told(listAdvisoryAccess, answer);
        const now = Date.parse(answer.headers.get('Date') ?? '') || Date.now();
        expect(
          Math.abs(Date.parse(serverTime) - now) < 2 * MINUTE,
          `about ${new Date(now).toISOString()}`,
          serverTime,
        );
      },
    },
    unknownCheck(session, 'advisoryAccess', rowsOf('advisoryAccess')),
    {
      name: 'advisoryAccess/version',
      title: 'A decision on another version is refused with 409 changed',
      rule: deciding,
      advice: 'Compare the version with the stored one in the transaction that keeps the decision.',
      after: 'advisoryAccess/getAdvisoryAccess',
      permission: 'grantAdvisoryAccess',
      needs: ['token', 'writing'],
      async run() {
        const { id, version } = await pending();
        await expectRefused(
          id,
          { version: version + 1, outcome: 'returned', reason },
          (answer) => void refused(answer, 'changed'),
        );
      },
    },
    {
      name: 'advisoryAccess/empty-list',
      title: 'An approval of no company or no area is refused with 422',
      rule: deciding,
      advice: 'Refuse an empty list: nobody knows whether none or all was meant.',
      after: 'advisoryAccess/getAdvisoryAccess',
      permission: 'grantAdvisoryAccess',
      needs: ['token', 'writing'],
      async run() {
        const { id, version } = await pending();
        const decision = { version, outcome: 'approved', reason };
        await expectRefused(id, { ...decision, companies: [] }, refusedWith422);
        await expectRefused(id, { ...decision, areas: [] }, refusedWith422);
      },
    },
    {
      name: 'advisoryAccess/wider',
      title: 'An approval of more than was asked is refused with 422',
      rule: deciding,
      advice:
        'Compare with what was asked: narrowingErrors of visma-support-widgets/contract does.',
      after: 'advisoryAccess/getAdvisoryAccess',
      permission: 'grantAdvisoryAccess',
      needs: ['token', 'writing'],
      async run() {
        const { id, version, companies, areas, until } = await pending();
        const decision = { version, outcome: 'approved', reason };
        await expectRefused(
          id,
          {
            ...decision,
            companies: [...companies.slice(0, 1).map(({ number }) => number), '9999999999'],
          },
          refusedWith422,
        );
        await expectRefused(
          id,
          {
            ...decision,
            areas: [...areas.slice(0, 1).map((area) => area.id), 'conformance-no-such-area'],
          },
          refusedWith422,
        );
        await expectRefused(
          id,
          { ...decision, until: new Date(Date.parse(until) + HOUR).toISOString() },
          refusedWith422,
        );
      },
    },
    {
      name: 'advisoryAccess/foreign',
      title: "Another customer's advisory request looks exactly like one that never was",
      rule: 'A foreign id answers 404 with the same body as one that never was.',
      advice: 'Look for the id within the tenant and nowhere else.',
      after: 'advisoryAccess/getAdvisoryAccess',
      needs: ['token', 'otherToken'],
      async run() {
        const [mine, other] = [await session.me('person'), await session.me('other')];
        if (!mine || mine.tenant === other?.tenant)
          throw new NotChecked('GET /me does not say that --other-token is of another customer');
        await expectHidden(session, getAdvisoryAccess, { id: (await any()).id });
      },
    },
    {
      name: 'advisoryAccess/decide',
      title: 'An approval holds as it was given, once, and can be ended at any time',
      rule:
        "The same person's same decision again answers 200; 409 `decided`. Revoke: any time while scheduled or active; idempotent. " +
        'The effective end is the earliest of what was asked, granted and start + `maxHours`.',
      advice:
        'Keep one decision a version, compare the next one with it, and let a revocation of what is over stand as it is.',
      after: 'advisoryAccess/getAdvisoryAccess',
      permission: 'grantAdvisoryAccess',
      needs: ['token', 'writing', 'decide'],
      async run() {
        if (((await page()).approversRequired ?? 1) > 1)
          throw new NotChecked('two people have to approve here');
        const { id, version, companies, from, until } = await pending();
        const start = Math.max(Date.parse(from), Date.now());
        const end = new Date(Math.min(start + 10 * MINUTE, Date.parse(until))).toISOString();
        const decision = {
          version,
          outcome: 'approved',
          until: end,
          companies: companies.slice(0, 1).map(({ number }) => number),
          reason,
        };
        const tagOf = async () =>
          (await session.ask(getAdvisoryAccess, { params: { id } })).headers.get('ETag');
        const before = await tagOf();
        try {
          const taken = told(decideAdvisoryAccess, await decide(id, decision));
          const after = await tagOf();
          expect(after !== before, 'another ETag after the decision', String(after));
          expect(
            taken.state === 'active' || taken.state === 'scheduled',
            'active or scheduled',
            taken.state,
          );
          expect(
            taken.endsAt !== undefined && Date.parse(taken.endsAt) <= Date.parse(end),
            `an end not after ${end}`,
            String(taken.endsAt),
          );
          expect(
            taken.decision?.companies?.length === 1 || companies.length === 1,
            'the one company that was granted',
            JSON.stringify(taken.decision?.companies),
          );
          const again = await decide(id, decision);
          expect(
            told(decideAdvisoryAccess, again).endsAt === taken.endsAt,
            `200 with the same end, ${taken.endsAt}`,
            describeAnswer(again),
          );
          refused(await decide(id, { version, outcome: 'rejected', reason }), 'decided');
        } finally {
          await revoke(id);
        }
        const ended = told(revokeAdvisoryAccess, await revoke(id));
        expect(ended.state === 'revoked', 'revoked', ended.state);
      },
    },
    largeCheck(session, 'advisoryAccess', [
      [decideAdvisoryAccess, 'reason'],
      [revokeAdvisoryAccess, 'reason'],
    ]),
    signInCheck(session, 'advisoryAccess', rowsOf('advisoryAccess')),
  ];
}
