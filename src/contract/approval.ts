import type { advisoryAccessStates } from './advisory-access.js';
import type { FieldError } from './problem.js';

/**
 * The rules of advisory access [guide 2.1], without clock, database or page: who may do what in which state, for how
 * long a grant holds, and what is narrower than what was asked. The endpoint decides by them; a widget says by them what
 * a decision will mean.
 */

export type ApprovalState = (typeof advisoryAccessStates)[number];

interface Transition {
  readonly by: 'staff' | 'granter' | 'time';
  readonly from: readonly ApprovalState[];
  readonly to: readonly ApprovalState[];
}

/** The transition table. A grant is never amended: longer is a new request that `extends` it. */
export const approvalActs = {
  ask: { by: 'staff', from: [], to: ['pending'] },
  amend: { by: 'staff', from: ['pending', 'returned'], to: ['pending'] },
  withdraw: { by: 'staff', from: ['pending'], to: ['withdrawn'] },
  lapse: { by: 'time', from: ['pending'], to: ['lapsed'] },
  approve: { by: 'granter', from: ['pending'], to: ['active', 'scheduled'] },
  approveFirst: { by: 'granter', from: ['pending'], to: ['pending'] },
  reject: { by: 'granter', from: ['pending'], to: ['rejected'] },
  askBack: { by: 'granter', from: ['pending'], to: ['returned'] },
  activate: { by: 'time', from: ['scheduled'], to: ['active'] },
  revoke: { by: 'granter', from: ['scheduled', 'active'], to: ['revoked'] },
  end: { by: 'time', from: ['scheduled', 'active'], to: ['ended'] },
} as const satisfies Record<string, Transition>;
export type ApprovalAct = keyof typeof approvalActs;

/** Whether an act is open to a request in this state. */
export function isOpenTo(act: ApprovalAct, state: ApprovalState): boolean {
  const from: readonly ApprovalState[] = approvalActs[act].from;
  return from.includes(state);
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

const earliest = (...instants: readonly Date[]): Date =>
  new Date(Math.min(...instants.map(Number)));
const latest = (...instants: readonly Date[]): Date => new Date(Math.max(...instants.map(Number)));

export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** What is wrong with the period that staff asks for: it must not end before it begins, nor be over, nor begin in another age. */
export function periodErrors({ from, until }: Period, now: Date): FieldError[] {
  if (from.getTime() < 0) return [{ pointer: '/from', code: 'notAllowed' }];
  return until <= latest(from, now) ? [{ pointer: '/until', code: 'notAllowed' }] : [];
}

/** When a request that nobody decides falls away: with its period, and a week after it could first have been used. */
export const lapseOf = ({ from, until }: Period, asked: Date): Date =>
  earliest(until, new Date(latest(from, asked).getTime() + WEEK));

/**
 * From when until when a grant holds: from the later of `from` and the decision, to the earliest of what was asked, what was
 * granted, and the customer's own maximum.
 */
export function grantedPeriod(
  asked: Period,
  granted: Date | undefined,
  decided: Date,
  maxHours: number,
): Period {
  const from = latest(asked.from, decided);
  return {
    from,
    until: earliest(
      asked.until,
      granted ?? asked.until,
      new Date(from.getTime() + maxHours * HOUR),
    ),
  };
}

/** The numbers of the companies and the ids of the areas that are asked for. */
export interface Scope {
  readonly companies: readonly string[];
  readonly areas: readonly string[];
}

/** A decision's own part: what is absent is as asked. */
export interface Narrowing {
  readonly until?: Date | undefined;
  readonly companies?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
}

/** What a narrowing leaves: of two, one after the other, what both leave. */
export function narrowed(
  { from, until, companies, areas }: Period & Scope,
  granted: Narrowing,
): Period & Scope {
  const within = (asked: readonly string[], some: readonly string[] | undefined) => {
    const known = some && new Set(some);
    return known ? asked.filter((one) => known.has(one)) : asked;
  };
  return {
    from,
    until: earliest(until, granted.until ?? until),
    companies: within(companies, granted.companies),
    areas: within(areas, granted.areas),
  };
}

function listErrors(
  pointer: string,
  asked: readonly string[],
  granted: readonly string[] | undefined,
): FieldError[] {
  if (!granted) return [];
  if (!granted.length) return [{ pointer, code: 'required' }];
  const known = new Set(asked);
  return granted.flatMap((one, index): FieldError[] =>
    known.has(one) ? [] : [{ pointer: `${pointer}/${index}`, code: 'wider' }],
  );
}

function untilErrors(asked: Period, granted: Date | undefined, decided: Date): FieldError[] {
  if (!granted) return [];
  if (granted > asked.until) return [{ pointer: '/until', code: 'wider' }];
  return granted <= latest(asked.from, decided) ? [{ pointer: '/until', code: 'notAllowed' }] : [];
}

/** What is wrong with a decision's narrowing: wider than asked, empty, or over before it begins. */
export function narrowingErrors(
  asked: Period & Scope,
  granted: Narrowing,
  decided: Date,
): FieldError[] {
  return [
    ...untilErrors(asked, granted.until, decided),
    ...listErrors('/companies', asked.companies, granted.companies),
    ...listErrors('/areas', asked.areas, granted.areas),
  ];
}

/** The access of a grant that lets somebody look or change: who may change may look. */
export const sufficientAccess = { view: ['view', 'change'], change: ['change'] } as const;

/** A request with the instants at which time moves it on. */
export interface Timed {
  readonly state: ApprovalState;
  readonly lapsesAt: Date;
  /** Of a grant: when it really begins and ends. */
  readonly startsAt?: Date | undefined;
  readonly endsAt?: Date | undefined;
}

export interface TimeStep {
  readonly act: 'lapse' | 'activate' | 'end';
  readonly at: Date;
  readonly to: ApprovalState;
}

/** The next thing that time does to a request by itself; nothing more once it is over. */
export function nextTimeStep({ state, lapsesAt, startsAt, endsAt }: Timed): TimeStep | undefined {
  if (state === 'pending') return { act: 'lapse', at: lapsesAt, to: 'lapsed' };
  if (state === 'scheduled' && startsAt) return { act: 'activate', at: startsAt, to: 'active' };
  if (state === 'active' && endsAt) return { act: 'end', at: endsAt, to: 'ended' };
  return undefined;
}

/** The state of a request at an instant, run on by time alone. What falls due at an instant has happened at it. */
export function stateAt(request: Timed, now: Date): ApprovalState {
  const step = nextTimeStep(request);
  return step && step.at <= now ? stateAt({ ...request, state: step.to }, now) : request.state;
}
