import assert from 'node:assert/strict';
import {
  approvalActs,
  isOpenTo,
  type AdvisoryAccess,
  type AdvisoryHistoryItem,
  type ApprovalAct,
  type ApprovalState,
} from '../../../src/contract/index.js';
import type { Account, Checked, Decided } from './stage.js';

/** What must hold of a schedule, whatever was done in it and in whichever order it was carried out. */

const HOUR = 3_600_000;
const USUAL_HOURS = 4;

const time = (instant: string | undefined): number => Date.parse(instant ?? '');
const numbersOf = (companies: readonly { readonly number: string }[]): string[] =>
  companies.map(({ number }) => number);
const idsOf = (areas: readonly { readonly id: string }[]): string[] => areas.map(({ id }) => id);
const isWithin = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((one) => whole.includes(one));

/** All that a granter is shown of what is asked, and so all that a decision is about. */
const contentOf = ({
  version,
  requestedBy,
  grantedTo,
  access,
  environment,
  reason,
  companies,
  areas,
  from,
  until,
  extends: earlier,
}: AdvisoryAccess) => ({
  version,
  requestedBy,
  grantedTo,
  access,
  environment,
  reason,
  companies,
  areas,
  from,
  until,
  earlier,
});

const outcomes: readonly string[] = ['approved', 'rejected', 'returned'];

/** One decision a version, by one person, or with the word of another before; whoever else tried was told so. */
function checkOneDecision({ decided, finally: requests }: Account, approvers: number): void {
  for (const request of requests) {
    const versions = (request?.history ?? [])
      .filter(({ act }) => outcomes.includes(act))
      .map(({ version }) => version);
    assert.equal(new Set(versions).size, versions.length, 'two decisions of one version');
  }
  for (const { slot, body } of decided) {
    const same = decided.filter(
      (other) => other.slot === slot && other.body.version === body.version,
    );
    assert.ok(
      new Set(same.map(({ by }) => by)).size <= approvers,
      `more than ${approvers} people decided one version`,
    );
    const standing = same.flatMap((other) =>
      other.answer.version === body.version ? (other.answer.decision ?? []) : [],
    );
    for (const decision of standing) assert.deepEqual(decision, standing[0]);
  }
}

function checkSeen({ seen, answer, body }: Decided): void {
  if (answer.version === body.version)
    assert.deepEqual(
      contentOf(answer),
      contentOf(seen),
      'decided on something else than what was seen',
    );
}

/** The longest that the customer's setting may have allowed while a decision was made. */
function mostHours({ limits }: Account, { round }: Decided): number {
  const before = limits.filter((limit) => limit.round < round);
  const last = Math.max(...before.map((limit) => limit.round));
  const standing = before.filter((limit) => limit.round === last).map(({ hours }) => hours);
  const during = limits.filter((limit) => limit.round === round).map(({ hours }) => hours);
  return Math.max(...(standing.length ? standing : [USUAL_HOURS]), ...during);
}

function checkWidth(account: Account, decided: Decided): void {
  const { decision, version, companies, areas, from, until, lapsesAt } = decided.answer;
  const { body } = decided;
  if (decision?.outcome !== 'approved' || version !== body.version) return;
  const granted = {
    companies: numbersOf(decision.companies ?? companies),
    areas: idsOf(decision.areas ?? areas),
  };
  assert.ok(
    isWithin(granted.companies, numbersOf(companies)) &&
      isWithin(granted.companies, body.companies ?? granted.companies),
    'more companies',
  );
  assert.ok(
    isWithin(granted.areas, idsOf(areas)) && isWithin(granted.areas, body.areas ?? granted.areas),
    'more areas',
  );
  assert.ok(granted.companies.length && granted.areas.length, 'nothing granted');

  const [begins, ends] = [Math.max(time(from), time(decision.at)), time(decision.until)];
  assert.ok(
    begins < ends && ends <= time(until) && ends <= time(body.until ?? until),
    'a later end',
  );
  assert.ok(time(decision.at) < time(lapsesAt), 'decided after it had lapsed');
  const isRepeated = account.decided.some(
    ({ slot, body: { version: other }, round }) =>
      slot === decided.slot && other === version && round < decided.round,
  );
  if (!isRepeated)
    assert.ok(
      ends - begins <= mostHours(account, decided) * HOUR,
      'longer than the customer’s own maximum',
    );
}

const actOf: Readonly<Record<AdvisoryHistoryItem['act'], ApprovalAct | undefined>> = {
  asked: 'ask',
  amended: 'amend',
  withdrawn: 'withdraw',
  lapsed: 'lapse',
  firstApproved: 'approveFirst',
  approved: 'approve',
  rejected: 'reject',
  returned: 'askBack',
  activated: 'activate',
  revoked: 'revoke',
  ended: 'end',
  used: undefined,
  unknown: undefined,
};

/** The history goes by the transition table, forward in time, and ends where the request stands. */
function checkHistory({ history, state, version }: AdvisoryAccess): void {
  let possible: readonly ApprovalState[] = [];
  for (const [index, { act, at }] of history.entries()) {
    assert.ok(time(at) >= time(history[index - 1]?.at ?? at), 'history goes back in time');
    const done = actOf[act];
    if (!done) assert.ok(isWithin(['active'], possible), `used while ${possible.join(' or ')}`);
    else {
      assert.ok(
        index === 0 ? done === 'ask' : possible.some((one) => isOpenTo(done, one)),
        `${act} while ${possible.join(' or ')}`,
      );
      possible = approvalActs[done].to;
    }
  }
  assert.ok(isWithin([state], possible), `${state} at the end`);
  assert.equal(history.filter(({ act }) => act === 'amended').length, version - 1);
}

/** Each use lies within the grant, to the millisecond. */
function checkUses({ history, startsAt, endsAt }: AdvisoryAccess): void {
  for (const { act, at, by } of history) {
    if (act !== 'used') continue;
    assert.ok(
      time(startsAt) <= time(at) && time(at) <= time(endsAt) && by,
      'used outside of the grant',
    );
  }
}

/** Whether a grant lets somebody do what they ask, time apart. */
function covers(
  { decision, companies, areas, access, grantedTo, requestedBy }: AdvisoryAccess,
  { by, company, area, access: wanted }: Checked['question'],
): boolean {
  if (decision?.outcome !== 'approved') return false;
  const unit = by === 'agent' ? 'Asiakaspalvelu' : 'Tuotekehitys';
  const isTheirs = grantedTo.name === (grantedTo.kind === 'unit' ? unit : by);
  const isEnough = access === 'change' || wanted === 'view';
  const isCovered =
    numbersOf(decision.companies ?? companies).includes(company) &&
    idsOf(decision.areas ?? areas).includes(area);
  return Boolean(requestedBy) && isTheirs && isEnough && isCovered;
}

const beginOf = ({ from, decision }: AdvisoryAccess): number =>
  Math.max(time(from), time(decision?.at));

function checkAnswer(
  account: Account,
  { round, began, ended, question, allowed, until }: Checked,
): void {
  const grants = account.finally.flatMap((request, slot) =>
    request && covers(request, question) ? [{ request, slot }] : [],
  );
  const revokedBefore = (slot: number, before: number) =>
    account.revoked.some((revoked) => revoked.slot === slot && revoked.round < before);
  const possible = grants.filter(
    ({ request, slot }) =>
      beginOf(request) <= ended.getTime() &&
      time(request.decision?.until) > began.getTime() &&
      !revokedBefore(slot, round),
  );
  const certain = grants.filter(({ request, slot }) => {
    const isDecided = account.decided.some(
      (decided) =>
        decided.slot === slot &&
        decided.round < round &&
        decided.body.version === request.version &&
        decided.answer.decision !== undefined,
    );
    return (
      isDecided &&
      beginOf(request) <= began.getTime() &&
      time(request.decision?.until) > ended.getTime() &&
      !revokedBefore(slot, round + 1)
    );
  });
  if (allowed)
    assert.ok(
      possible.some(({ request }) => request.decision?.until === until),
      'a yes without a grant',
    );
  else assert.deepEqual(certain, [], 'a no in spite of a grant');
}

/** Nothing is granted by one person, nor more than each of the two chose. Answers how much was granted by two. */
function checkTwoApprovals({ decided, finally: requests }: Account): number {
  let grants = 0;
  for (const [slot, request] of requests.entries()) {
    for (const [index, { act, version, by }] of (request?.history ?? []).entries()) {
      if (act !== 'approved') continue;
      grants += 1;
      const first = request?.history
        .slice(0, index)
        .find((other) => other.act === 'firstApproved' && other.version === version);
      assert.ok(first?.by && first.by.name !== by?.name, 'granted by one');
      const bodies = decided.filter(
        (one) =>
          one.slot === slot && one.body.version === version && one.body.outcome === 'approved',
      );
      for (const name of [first.by.name, by?.name]) {
        const own = bodies.find((one) => one.by === name);
        assert.ok(own, 'granted by somebody who did not approve');
        const { companies, areas, until } = request?.decision ?? {};
        const given = [
          numbersOf(companies ?? request?.companies ?? []),
          idsOf(areas ?? request?.areas ?? []),
        ] as const;
        assert.ok(
          isWithin(given[0], own.body.companies ?? given[0]),
          'more companies than one chose',
        );
        assert.ok(isWithin(given[1], own.body.areas ?? given[1]), 'more areas than one chose');
        assert.ok(time(until) <= time(own.body.until ?? until), 'longer than one chose');
      }
    }
  }
  return grants;
}

/** @returns how much was granted by two people */
export function checkRules(account: Account, approvers: 1 | 2 = 1): number {
  checkOneDecision(account, approvers);
  for (const decided of account.decided) {
    checkSeen(decided);
    checkWidth(account, decided);
  }
  const requests = account.finally.filter((request) => request !== undefined);
  for (const request of requests) {
    checkHistory(request);
    checkUses(request);
  }
  for (const checked of account.checked) checkAnswer(account, checked);
  const uses = requests.flatMap(({ history }) => history).filter(({ act }) => act === 'used');
  assert.equal(
    uses.reduce((sum, { count = 1 }) => sum + count, 0),
    account.checked.filter(({ allowed }) => allowed).length,
    'each yes is in the history',
  );
  return approvers === 2 ? checkTwoApprovals(account) : 0;
}
