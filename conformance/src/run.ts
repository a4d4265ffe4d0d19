import { answerChecks } from './checks/answers.js';
import { advisoryChecks } from './checks/advisory-access.js';
import { noticeChecks } from './checks/advisory-notices.js';
import { receiptChecks } from './checks/advisory-receipts.js';
import { settingsChecks } from './checks/advisory-settings.js';
import { attachmentChecks } from './checks/attachments.js';
import { crossOriginChecks } from './checks/cross-origin.js';
import { followChecks } from './checks/follow.js';
import {
  articleChecks,
  companyChecks,
  incidentChecks,
  meChecks,
  remoteSupportChecks,
} from './checks/reading.js';
import { requestChecks } from './checks/requests.js';
import { serviceChecks } from './checks/service.js';
import {
  Broken,
  capabilityOf,
  groupOf,
  groups,
  NotChecked,
  NothingToCheck,
  written,
  type Check,
  type Group,
  type Need,
  type Writes,
} from './check.js';
import { describeAnswer } from './answer.js';
import { widgetOperations, type Operation } from '../../src/contract/index.js';
import { CannotRun, type Options } from './options.js';
import { reasonOf, Session, TIMEOUT, type Fetch } from './session.js';
import { placeOf } from './table.js';

/**
 * Why a check wasn't made: a gap leaves open whether the contract is kept, since what it needs was not given; there may be nothing
 * to check; or it was left out, by choice or after another that is broken.
 */
export type Reason = 'gap' | 'nothing' | 'leftOut';
export type Outcome =
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'broken'; readonly expected: string; readonly came: string }
  | { readonly outcome: 'notChecked'; readonly why: string; readonly reason: Reason };
export type Result = Outcome & { readonly check: Check };

const checksOf: Readonly<Record<Group, (session: Session) => Check[]>> = {
  service: serviceChecks,
  me: meChecks,
  companies: companyChecks,
  incidents: incidentChecks,
  articles: articleChecks,
  requests: requestChecks,
  attachments: attachmentChecks,
  follow: followChecks,
  advisoryAccess: advisoryChecks,
  advisoryReceipts: receiptChecks,
  advisoryNotices: noticeChecks,
  advisorySettings: settingsChecks,
  remoteSupport: remoteSupportChecks,
  crossOrigin: crossOriginChecks,
  answers: answerChecks,
};

/** Why a check can't be made, as the person at the keyboard can change it. */
function lackOf(session: Session, need: Need): string | undefined {
  const { options, isSignedIn } = session;
  if (need === 'token') return isSignedIn ? undefined : 'needs --token';
  if (need === 'otherToken')
    return options.otherToken === undefined ? 'needs --other-token' : undefined;
  if (need === 'origin') return options.origin === undefined ? 'needs --origin' : undefined;
  if (need === 'decide')
    return options.decide ? undefined : 'needs --decide, since it decides for real';
  if (need === 'critical') return options.critical ? undefined : '--no-critical';
  return options.readOnly ? '--read-only' : undefined;
}

/** What is missing unless somebody gives it. The other needs are chosen, and an endpoint may be there for its own origin alone. */
const isGap = (need: Need): boolean => need === 'token' || need === 'otherToken';

interface Lack {
  readonly why: string;
  readonly reason: Reason;
}

async function reasonNotToCheck(session: Session, check: Check): Promise<Lack | undefined> {
  const capability = capabilityOf(groupOf(check));
  if (capability !== undefined && !session.profile)
    return { why: 'GET /service could not be read', reason: 'gap' };
  if (capability !== undefined && !session.offers(capability))
    return { why: 'not among the capabilities of GET /service', reason: 'leftOut' };
  for (const need of check.needs ?? []) {
    const lack = lackOf(session, need);
    if (lack !== undefined) return { why: lack, reason: isGap(need) ? 'gap' : 'leftOut' };
  }
  const { permission } = check;
  if (permission === undefined || !session.isSignedIn) return undefined;
  return (await session.may('person', permission)) === false
    ? { why: `the person of --token lacks ${permission}, says GET /me`, reason: 'gap' }
    : undefined;
}

/** Where a check that this one builds on isn't kept, this one could only say the same. */
function reasonOfEarlier({ after = [] }: Check, results: readonly Result[]): Lack | undefined {
  const earlier = results.find(
    (result) =>
      [after].flat().includes(result.check.name) &&
      result.outcome !== 'kept' &&
      !(result.outcome === 'notChecked' && result.reason === 'nothing'),
  );
  if (!earlier || earlier.outcome === 'kept') return undefined;
  return earlier.outcome === 'notChecked'
    ? earlier
    : { why: `not while this is broken: ${earlier.check.title}`, reason: 'leftOut' };
}

async function resultOf(
  session: Session,
  check: Check,
  results: readonly Result[],
): Promise<Result> {
  const lack = (await reasonNotToCheck(session, check)) ?? reasonOfEarlier(check, results);
  if (lack) return { check, outcome: 'notChecked', why: lack.why, reason: lack.reason };
  try {
    await check.run();
    return { check, outcome: 'kept' };
  } catch (error) {
    if (error instanceof Broken)
      return { check, outcome: 'broken', expected: error.expected, came: error.came };
    if (error instanceof NotChecked) {
      const reason = error instanceof NothingToCheck ? 'nothing' : 'gap';
      return { check, outcome: 'notChecked', why: error.message, reason };
    }
    throw error;
  }
}

/** Ends the run where every check would say the same: there is no endpoint. */
async function expectAnEndpoint({ endpoint }: Options, fetch: Fetch): Promise<void> {
  const request = new Request(`${endpoint}/service`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const response = await fetch(request).catch((error: unknown) => {
    throw new CannotRun(
      `Nobody answers at ${endpoint}: ${reasonOf(error)}. Is the endpoint running, and is this its address?`,
    );
  });
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  if (response.status !== 404 || isJson) return;
  const example = 'https://support.example/api/support';
  throw new CannotRun(
    `There is no support endpoint at ${endpoint}: GET /service, which every endpoint has, answered 404. Is this its whole address, such as ${example}?`,
  );
}

/** Ends the run where every check would say the same: a token is good for nothing. */
async function expectToBeLetIn(session: Session): Promise<void> {
  const { token, otherToken } = session.options;
  const isPlain = ({ method, path, audience }: Operation) =>
    method === 'GET' && audience !== 'anyone' && !path.includes('{');
  const isOffered = ({ capability }: Operation) =>
    capability !== undefined && session.offers(capability);
  const plain = Object.values<Operation>(widgetOperations).find(
    (row) => isPlain(row) && isOffered(row),
  );
  if (!plain) return;
  const people = [
    ...(session.isSignedIn ? (['person'] as const) : []),
    ...(otherToken === undefined ? [] : (['other'] as const)),
  ];
  for (const as of people) {
    const answer = await session.ask(plain, { ...placeOf(plain), as });
    if (answer.status !== 401) continue;
    const way = as === 'other' ? '--other-token' : token === undefined ? '--header' : '--token';
    throw new CannotRun(
      `The endpoint does not take what ${way} gives: ${describeAnswer(answer)}. Has its time run out, and is it for this endpoint? Get a fresh one.`,
    );
  }
}

export interface Told {
  /** Before anything is written: how much will be. */
  begins?(writes: Required<Writes>): void;
  ends?(result: Result): void;
}

/** Makes the checks one after the other, and tells each as it ends. */
export async function runChecks(
  options: Options,
  fetch: Fetch,
  told: Told = {},
): Promise<readonly Result[]> {
  const session = new Session(options, fetch);
  const checks = groups.flatMap((group) => checksOf[group](session));
  const wanted = (check: Check) => options.only.includes(groupOf(check));

  // What the endpoint offers decides about everything else, so its profile is read in any case.
  const [profile] = checks;
  const results: Result[] = [];
  await expectAnEndpoint(options, fetch);
  const first = profile && (await resultOf(session, profile, results));
  await expectToBeLetIn(session);

  const writes = { requests: 0, critical: 0, replies: 0, files: 0, unsigned: 0 };
  for (const check of checks.filter(wanted)) {
    if ((await reasonNotToCheck(session, check)) !== undefined) continue;
    for (const kind of written) writes[kind] += check.writes?.[kind] ?? 0;
  }
  told.begins?.(writes);
  for (const check of checks.filter(wanted)) {
    const result = first && check === profile ? first : await resultOf(session, check, results);
    results.push(result);
    told.ends?.(result);
  }
  return results;
}
