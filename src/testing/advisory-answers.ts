import {
  type AdvisoryAccess,
  type AdvisoryAccessItem,
  type Decision,
} from '../contract/advisory-access.js';
import { grantedPeriod } from '../contract/approval.js';
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

const itemOf = ({
  companies,
  areas,
  decision,
  history: _,
  usedAt: __,
  serverTime: ___,
  ...shared
}: AdvisoryAccess): AdvisoryAccessItem => ({
  ...shared,
  companyCount: companies.length,
  areaCount: areas.length,
  ...(decision?.companies && { grantedCompanyCount: decision.companies.length }),
  ...(decision?.areas && { grantedAreaCount: decision.areas.length }),
});

/** The person is the first of two. */
function approvedFirst(request: AdvisoryAccess, by: { readonly name: string }): AdvisoryAccess {
  const at = hoursFromNow(0);
  return {
    ...request,
    firstApproval: { by, at, mine: true },
    history: [...request.history, { at, act: 'firstApproved', by, version: request.version }],
  };
}

function decided(
  request: AdvisoryAccess,
  { version, outcome, until, companies, areas, reason }: Decision,
  by: { readonly name: string },
  maxHours: number,
): AdvisoryAccess {
  const now = new Date();
  const period = grantedPeriod(
    { from: new Date(request.from), until: new Date(request.until) },
    until ? new Date(until) : undefined,
    now,
    maxHours,
  );
  const isGranted = outcome === 'approved';
  return {
    ...request,
    state: isGranted ? (period.from > now ? 'scheduled' : 'active') : outcome,
    ...(isGranted && { startsAt: period.from.toISOString(), endsAt: period.until.toISOString() }),
    decision: {
      outcome,
      by,
      at: now.toISOString(),
      version,
      ...(until && { until }),
      ...(companies && {
        companies: request.companies.filter(({ number }) => companies.includes(number)),
      }),
      ...(areas && { areas: request.areas.filter(({ id }) => areas.includes(id)) }),
      ...(reason && { reason }),
    },
    history: [...request.history, { at: now.toISOString(), act: outcome, by, version }],
  };
}

/**
 * Answers of an endpoint with these requests for advisory access, which are decided on by the contract's own rules.
 *
 * @example
 * ```ts
 * new FakeEndpoint({ answers: advisoryAnswers([sampleAdvisoryAccess()]) });
 * ```
 */
export function advisoryAnswers(
  requests: readonly AdvisoryAccess[],
  { maxHours = 4, approversRequired = 1 }: AdvisoryRules = {},
) {
  /** An endpoint's own: the map of what was sent to it. */
  const known = new WeakMap<object, Map<string, AdvisoryAccess>>();
  const of = (endpoint: object) => {
    const found = known.get(endpoint) ?? new Map(requests.map((request) => [request.id, request]));
    known.set(endpoint, found);
    return found;
  };
  const one = (endpoint: object, id: string): AdvisoryAccess => {
    const found = of(endpoint).get(id);
    if (!found) throw new Refusal('notFound');
    return { ...found, serverTime: hoursFromNow(0) };
  };
  const settings = { maxHours, approversRequired, changes: [] };
  const notices = {
    wants: 'all',
    language: 'fi',
    since: hoursFromNow(-20),
    news: [],
    upTo: '0',
  } as const;
  return {
    listAdvisoryAccess({ requests: endpoint, query: { state } }) {
      const all = [...of(endpoint).values()];
      return {
        items: all.filter((request) => !state || request.state === state).map(itemOf),
        pendingCount: all.filter(
          ({ state: at, firstApproval: first }) => at === 'pending' && !first?.mine,
        ).length,
        maxHours,
        maxHoursSetIn: '',
        approversRequired,
        serverTime: hoursFromNow(0),
      };
    },
    getAdvisoryAccess: ({ requests: endpoint, params: { id } }) => one(endpoint, id),
    listAdvisoryUses: () => ({ items: [] }),
    decideAdvisoryAccess({ requests: endpoint, params: { id }, body, me }) {
      const request = one(endpoint, id);
      if (request.version !== body.version) throw new Refusal('changed');
      if (request.state !== 'pending') throw new Refusal('decided');
      const by = { name: me.name };
      const isFirst =
        approversRequired > 1 && body.outcome === 'approved' && !request.firstApproval;
      of(endpoint).set(
        id,
        isFirst ? approvedFirst(request, by) : decided(request, body, by, maxHours),
      );
      return one(endpoint, id);
    },
    revokeAdvisoryAccess({ requests: endpoint, params: { id }, me }) {
      const request = one(endpoint, id);
      const now = hoursFromNow(0);
      of(endpoint).set(id, {
        ...request,
        state: 'revoked',
        endsAt: now,
        history: [...request.history, { at: now, act: 'revoked', by: { name: me.name } }],
      });
      return one(endpoint, id);
    },
    getAdvisorySettings: () => settings,
    putAdvisorySettings: ({ body }) => ({ ...settings, ...body }),
    getAdvisoryNotices: () => ({ ...notices, news: [] }),
    putAdvisoryNotices: ({ body }) => ({ ...notices, ...body, news: [] }),
  } satisfies Answers;
}
