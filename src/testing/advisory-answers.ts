import type { AdvisoryAccess, AdvisoryAccessItem, Decision } from '../contract/advisory-access.js';
import type { AdvisoryNotices } from '../contract/advisory-notices.js';
import type { AdvisorySettings } from '../contract/advisory-settings.js';
import {
  grantedPeriod,
  isOpenTo,
  narrowed,
  narrowingErrors,
  stateAt,
  type ApprovalState,
  type Narrowing,
  type Period,
  type Scope,
} from '../contract/approval.js';
import type { Me } from '../contract/me.js';
import type { FieldError } from '../contract/problem.js';
import { Refusal, type Answers } from './answers.js';
import { sampleCompanies } from './sample-data.js';

const HOUR = 3_600_000;

const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** A request of customer service to look into two companies for four hours. */
export const sampleAdvisoryAccess = (changes: Partial<AdvisoryAccess> = {}): AdvisoryAccess => ({
  id: 'b1d5ae01-6f4e-4b7e-9a52-0d5b7c3f8a11',
  version: 1,
  state: 'pending',
  requestedBy: { name: 'Laura Niemi', unit: 'customer-service' },
  grantedTo: { kind: 'unit', name: 'Customer service' },
  access: 'view',
  environment: { id: 'esimerkki', name: 'Tilitoimisto Esimerkki Oy' },
  reason: 'The accounting period does not open.',
  companies: sampleCompanies.slice(0, 2),
  areas: [{ id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting', sv: 'Bokföring' } }],
  from: hoursFromNow(-0.1),
  until: hoursFromNow(4),
  createdAt: hoursFromNow(-0.1),
  lapsesAt: hoursFromNow(4),
  history: [{ at: hoursFromNow(-0.1), act: 'asked', by: { name: 'Laura Niemi' }, version: 1 }],
  serverTime: hoursFromNow(0),
  ...changes,
});

/** The customer's own rules. */
export interface AdvisoryRules {
  /** The most hours that access is granted for at once. Default: 4. */
  readonly maxHours?: number;
  /** How many people have to approve. Default: 1. */
  readonly approversRequired?: 1 | 2;
}

/** What one endpoint knows. */
interface State {
  readonly requests: Map<string, AdvisoryAccess>;
  /** Who made the decisions and the first approvals that were made here, by the request and the decision. */
  readonly deciders: Map<string, string>;
  settings: AdvisorySettings;
  notices: AdvisoryNotices;
}

const stateOf = (
  requests: readonly AdvisoryAccess[],
  { maxHours = 4, approversRequired = 1 }: AdvisoryRules,
): State => ({
  requests: new Map(requests.map((request) => [request.id, request])),
  deciders: new Map(),
  settings: { maxHours, approversRequired, changes: [] },
  notices: { wants: 'all', language: 'fi', since: hoursFromNow(-20), news: [], upTo: '0' },
});

const dateOf = (instant: string | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

/** The request as time has made it. */
function settled(request: AdvisoryAccess): AdvisoryAccess {
  const { state, lapsesAt, startsAt, endsAt } = request;
  return {
    ...request,
    state: stateAt(
      {
        state: state as ApprovalState,
        lapsesAt: new Date(lapsesAt),
        startsAt: dateOf(startsAt),
        endsAt: dateOf(endsAt),
      },
      new Date(),
    ),
    serverTime: hoursFromNow(0),
  };
}

const itemOf = ({
  companies,
  areas,
  decision,
  history: _,
  serverTime: __,
  ...shared
}: AdvisoryAccess): AdvisoryAccessItem => ({
  ...shared,
  companyCount: companies.length,
  areaCount: areas.length,
  ...(decision?.companies && { grantedCompanyCount: decision.companies.length }),
  ...(decision?.areas && { grantedAreaCount: decision.areas.length }),
});

const askedOf = ({ from, until, companies, areas }: AdvisoryAccess): Period & Scope => ({
  from: new Date(from),
  until: new Date(until),
  companies: companies.map(({ number }) => number),
  areas: areas.map(({ id }) => id),
});

const narrowingOf = ({ until, companies, areas }: Decision): Narrowing => ({
  until: dateOf(until),
  companies,
  areas,
});

function errorsIn(request: AdvisoryAccess, decision: Decision): FieldError[] {
  const { outcome, until, companies, areas } = decision;
  if (outcome === 'approved')
    return narrowingErrors(askedOf(request), narrowingOf(decision), new Date());
  return Object.entries({ until, companies, areas })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({ pointer: `/${name}`, code: 'notAllowed' }));
}

/** The companies and areas of a request that a decision leaves, where it leaves some out. */
function chosenIn(request: AdvisoryAccess, { companies, areas }: Decision | Scope) {
  return {
    ...(companies && {
      companies: request.companies.filter(({ number }) => companies.includes(number)),
    }),
    ...(areas && { areas: request.areas.filter(({ id }) => areas.includes(id)) }),
  };
}

/** The request after the first of two people has approved it. */
function approvedFirst(request: AdvisoryAccess, decision: Decision, me: Me): AdvisoryAccess {
  const [at, by] = [hoursFromNow(0), { name: me.name }];
  const { until, reason } = decision;
  return {
    ...request,
    firstApproval: {
      by,
      at,
      ...(until && { until }),
      ...chosenIn(request, decision),
      ...(reason && { reason }),
    },
    history: [...request.history, { at, act: 'firstApproved', by, version: request.version }],
  };
}

/** The period and what is granted by an approval, of two what both leave. */
function granted(request: AdvisoryAccess, decision: Decision, maxHours: number) {
  const { firstApproval: first } = request;
  const asked = askedOf(request);
  const left = first
    ? narrowed(asked, {
        until: dateOf(first.until),
        companies: first.companies?.map(({ number }) => number),
        areas: first.areas?.map(({ id }) => id),
      })
    : asked;
  const both = narrowed(left, narrowingOf(decision));
  const errors = narrowingErrors(left, both, new Date());
  if (errors.length) throw new Refusal('validation', errors);
  const { from, until } = grantedPeriod(asked, both.until, new Date(), maxHours);
  return {
    state: from > new Date() ? 'scheduled' : 'active',
    startsAt: from.toISOString(),
    endsAt: until.toISOString(),
    scope: {
      ...(both.companies.length < asked.companies.length && { companies: both.companies }),
      ...(both.areas.length < asked.areas.length && { areas: both.areas }),
    },
  } as const;
}

/** The request after the decision that counts. */
function decided(
  request: AdvisoryAccess,
  decision: Decision,
  me: Me,
  maxHours: number,
): AdvisoryAccess {
  const { version, outcome, reason } = decision;
  const [at, by] = [hoursFromNow(0), { name: me.name }];
  const grant = outcome === 'approved' ? granted(request, decision, maxHours) : undefined;
  return {
    ...request,
    ...(grant
      ? { state: grant.state, startsAt: grant.startsAt, endsAt: grant.endsAt }
      : { state: outcome as 'rejected' | 'returned' }),
    decision: {
      outcome,
      by,
      at,
      version,
      ...(grant && { until: grant.endsAt, ...chosenIn(request, grant.scope as Scope) }),
      ...(reason && { reason }),
    },
    history: [...request.history, { at, act: outcome, by, version }],
  };
}

const acts = { approved: 'approve', rejected: 'reject', returned: 'askBack' } as const;

/** Names a decision of one person, so that the same again is known. */
const keyOf = (id: string, { confirms: _, ...decision }: Decision): string =>
  JSON.stringify([id, decision]);

/**
 * Answers of an endpoint with these requests for advisory access, which are decided on by the contract's own rules. Each endpoint that
 * gets them begins with the same requests.
 *
 * @example
 * ```ts
 * new FakeEndpoint({ answers: advisoryAnswers([sampleAdvisoryAccess()]) });
 * ```
 */
export function advisoryAnswers(requests: readonly AdvisoryAccess[], rules: AdvisoryRules = {}) {
  const states = new WeakMap<object, State>();
  const of = (endpoint: object): State => {
    const state = states.get(endpoint) ?? stateOf(requests, rules);
    states.set(endpoint, state);
    return state;
  };
  const seenBy = (endpoint: object, { id: reader }: Me, request: AdvisoryAccess) => {
    const { firstApproval: first, ...rest } = settled(request);
    const by = of(endpoint).deciders.get(`first of ${request.id}`);
    return {
      ...rest,
      ...(first && { firstApproval: by ? { ...first, mine: by === reader } : first }),
    };
  };
  const one = (endpoint: object, me: Me, id: string): AdvisoryAccess => {
    const found = of(endpoint).requests.get(id);
    if (!found) throw new Refusal('notFound');
    return seenBy(endpoint, me, found);
  };
  return {
    listAdvisoryAccess({ endpoint, me, query: { state } }) {
      const { requests: known, settings } = of(endpoint);
      const all = [...known.values()].map((request) => seenBy(endpoint, me, request));
      return {
        items: all.filter((request) => !state || request.state === state).map(itemOf),
        pendingCount: all.filter(
          ({ state: at, firstApproval: first }) => at === 'pending' && !first?.mine,
        ).length,
        maxHours: settings.maxHours,
        maxHoursSetIn: 'Service Management | General settings',
        approversRequired: settings.approversRequired,
        serverTime: hoursFromNow(0),
      };
    },

    getAdvisoryAccess: ({ endpoint, me, params: { id } }) => one(endpoint, me, id),

    listAdvisoryUses({ endpoint, me, params: { id } }) {
      one(endpoint, me, id);
      return { items: [] };
    },

    decideAdvisoryAccess({ endpoint, params: { id }, body, me }) {
      const { requests: known, deciders, settings } = of(endpoint);
      const request = one(endpoint, me, id);
      const { state, version, firstApproval: first } = request;
      if (deciders.get(keyOf(id, body)) === me.id) return request;
      if (state === 'lapsed' || state === 'withdrawn') throw new Refusal(state);
      if (!isOpenTo(acts[body.outcome], state as ApprovalState)) throw new Refusal('decided');
      if (version !== body.version) throw new Refusal('changed');
      const errors = errorsIn(request, body);
      if (errors.length) throw new Refusal('validation', errors);
      const isApproval = body.outcome === 'approved';
      if (isApproval && first?.mine) throw new Refusal('decided');
      if (isApproval && dateOf(body.confirms)?.getTime() !== dateOf(first?.at)?.getTime())
        throw new Refusal('changed');
      const isFirst = isApproval && settings.approversRequired > 1 && !first;
      known.set(
        id,
        isFirst ? approvedFirst(request, body, me) : decided(request, body, me, settings.maxHours),
      );
      deciders.set(keyOf(id, body), me.id);
      if (isFirst) deciders.set(`first of ${id}`, me.id);
      return one(endpoint, me, id);
    },

    revokeAdvisoryAccess({ endpoint, params: { id }, me }) {
      const request = one(endpoint, me, id);
      const { state } = request;
      if (state === 'revoked' || state === 'ended') return request;
      if (!isOpenTo('revoke', state as ApprovalState)) throw new Refusal('conflict');
      const at = hoursFromNow(0);
      of(endpoint).requests.set(id, {
        ...request,
        state: 'revoked',
        endsAt: at,
        history: [...request.history, { at, act: 'revoked', by: { name: me.name } }],
      });
      return one(endpoint, me, id);
    },

    getAdvisorySettings: ({ endpoint }) => of(endpoint).settings,

    putAdvisorySettings({ endpoint, body, me }) {
      const state = of(endpoint);
      const { maxHours, approversRequired, changes } = state.settings;
      const changed = {
        maxHours: body.maxHours ?? maxHours,
        approversRequired: body.approversRequired ?? approversRequired,
      };
      const change = { ...changed, at: hoursFromNow(0), by: { name: me.name } };
      state.settings = { ...changed, changes: [change, ...changes] };
      return state.settings;
    },

    getAdvisoryNotices: ({ endpoint }) => of(endpoint).notices,

    putAdvisoryNotices({ endpoint, body: { wants, language } }) {
      const state = of(endpoint);
      const { notices } = state;
      state.notices = {
        ...notices,
        wants: wants ?? notices.wants,
        ...(language && { language }),
      };
      return state.notices;
    },
  } satisfies Answers;
}
