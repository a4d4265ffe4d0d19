import {
  grantedPeriod,
  type AdvisoryAccess,
  type AdvisoryAccessItem,
  type AdvisoryHistoryItem,
  type AdvisoryNotices,
  type AdvisorySettings,
  type Decision,
} from '../../src/contract/index.js';
import { ayrasCompanies } from '../../server/src/demo-data/companies.js';
import { maxHoursSetIn } from '../../server/src/operations/texts.js';
import { Refusal, type Answers } from './answers.js';

const HOUR = 3_600_000;
const MAX_HOURS = 4;

const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** Laura of customer service asks to look into three companies for the rest of the working day. */
export const asked = (changes: Partial<AdvisoryAccess> = {}): AdvisoryAccess => ({
  id: 'b1d5ae01-6f4e-4b7e-9a52-0d5b7c3f8a11',
  version: 1,
  state: 'pending',
  requestedBy: { name: 'Laura Niemi', unit: 'customer-service' },
  grantedTo: { kind: 'unit', name: 'Visman asiakaspalvelu' },
  access: 'view',
  environment: { id: 'ayras', name: 'Tilitoimisto Äyräs Oy' },
  reason: 'Tilikauden avaus ei onnistu. Katsomme tilikausien asetukset.',
  supportRequest: 'FIV-2026-0412',
  companies: ayrasCompanies.slice(0, 3),
  areas: [
    { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting', sv: 'Bokföring' } },
    {
      id: 'yrityksen-perustiedot',
      name: { fi: 'Yrityksen perustiedot', en: 'Company details', sv: 'Företagets basuppgifter' },
    },
  ],
  from: hoursFromNow(-0.1),
  until: hoursFromNow(4),
  createdAt: hoursFromNow(-0.1),
  lapsesAt: hoursFromNow(4),
  history: [{ at: hoursFromNow(-0.1), act: 'asked', by: { name: 'Laura Niemi' }, version: 1 }],
  serverTime: hoursFromNow(0),
  ...changes,
});

/** A right that holds for another hour. */
export const granted = (changes: Partial<AdvisoryAccess> = {}): AdvisoryAccess =>
  asked({
    id: 'b1d5ae01-6f4e-4b7e-9a52-0d5b7c3f8a12',
    state: 'active',
    requestedBy: { name: 'Mikko Salo', unit: 'product-development' },
    companies: ayrasCompanies.slice(0, 1),
    startsAt: hoursFromNow(-1),
    endsAt: hoursFromNow(1.2),
    decision: {
      outcome: 'approved',
      by: { name: 'Maija Mäkelä' },
      at: hoursFromNow(-1),
      version: 1,
    },
    history: [
      { at: hoursFromNow(-1.2), act: 'asked', by: { name: 'Mikko Salo' }, version: 1 },
      { at: hoursFromNow(-1), act: 'approved', by: { name: 'Maija Mäkelä' }, version: 1 },
    ],
    ...changes,
  });

/** What somebody did in one of the companies. */
function use(
  hours: number,
  name: string,
  place: number,
  details: Partial<NonNullable<AdvisoryHistoryItem['use']>> = {},
): AdvisoryHistoryItem {
  const company = ayrasCompanies[place] ?? { number: '', name: '' };
  const [area = { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting' } }] = asked().areas;
  const told = { company, area, access: 'view', ...details } as const;
  const text = `${company.number} ${company.name}, ${told.area.name.fi}`;
  const what = told.what === undefined ? text : `${text}: ${told.what}`;
  return { at: hoursFromNow(hours), act: 'used', by: { name }, version: 1, text: what, use: told };
}

/** A right of two days in three companies that two people used, of whose uses there are more than the history tells of. */
export const used = (): AdvisoryAccess => {
  const { history, companies: _, ...right } = granted();
  const [, details] = asked().areas;
  return {
    ...right,
    companies: ayrasCompanies.slice(0, 3),
    startsAt: hoursFromNow(-30),
    usedAt: hoursFromNow(-0.1),
    history: [
      ...history.map((item, place) => ({ ...item, at: hoursFromNow(place - 31) })),
      use(-26, 'Laura Niemi', 1, { what: 'Avasi tilikauden 2026 asetukset' }),
      use(-25.5, 'Laura Niemi', 1, { what: 'Vertasi avaavia saldoja' }),
      use(-0.9, 'Mikko Salo', 0, { access: 'change', what: 'Korjasi tilikauden alkupäivän' }),
      use(-0.7, 'Mikko Salo', 0),
      {
        ...use(-0.1, 'Mikko Salo', 2, { ...(details && { area: details }) }),
        count: 1240,
        since: hoursFromNow(-0.6),
      },
    ],
    earlierUses: '1',
  };
};

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
): AdvisoryAccess {
  const now = new Date();
  const period = grantedPeriod(
    { from: new Date(request.from), until: new Date(request.until) },
    until ? new Date(until) : undefined,
    now,
    MAX_HOURS,
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

/** The same request as Kaisa has left it: two companies of three, until earlier, and another person has to approve too. */
export const approvedOnce = (): AdvisoryAccess => {
  const request = asked();
  const by = { name: 'Kaisa Korhonen' };
  const at = hoursFromNow(-0.05);
  return {
    ...request,
    firstApproval: {
      by,
      at,
      until: hoursFromNow(2),
      companies: ayrasCompanies.slice(0, 2),
      reason: 'Vain nämä kaksi.',
    },
    history: [...request.history, { at, act: 'firstApproved', by, version: 1 }],
  };
};

/** A log that was changed by hand: the endpoint signs it no more. */
export const alteredLog: Answers = {
  getAdvisoryCheckpoint: () => {
    throw new Refusal('conflict');
  },
};

/** What is known of the requests, one endpoint at a time: the map of what was sent to it is its own. */
const known = new WeakMap<object, Map<string, AdvisoryAccess>>();

const rules: AdvisorySettings = {
  maxHours: MAX_HOURS,
  approversRequired: 1,
  changes: [
    {
      at: hoursFromNow(-30),
      by: { name: 'Maija Mäkelä' },
      maxHours: MAX_HOURS,
      approversRequired: 1,
    },
  ],
};

const nothingNew: AdvisoryNotices = {
  wants: 'all',
  language: 'fi',
  since: hoursFromNow(-20),
  news: [],
  upTo: '17',
};

/** What others did since yesterday, and the mails that Maija gets. */
export const withNews: Answers = {
  getAdvisoryNotices: () => ({
    ...nothingNew,
    email: 'maija.makela@ayras.fi',
    news: [
      { act: 'asked', count: 2 },
      { act: 'approved', count: 1 },
      { act: 'used', count: 14 },
    ],
  }),
};

/** Where two people have to approve. */
export const twoApprovers = (...requests: readonly AdvisoryAccess[]): Answers =>
  answering(requests, 2);

/** An endpoint with these requests for advisory access, which are decided on by the contract's own rules. */
export const advisory = (...requests: readonly AdvisoryAccess[]): Answers => answering(requests, 1);

function answering(requests: readonly AdvisoryAccess[], approversRequired: 1 | 2): Answers {
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
  return {
    listAdvisoryAccess({ requests: endpoint, query: { state }, language }) {
      const all = [...of(endpoint).values()];
      return {
        items: all.filter((request) => !state || request.state === state).map(itemOf),
        pendingCount: all.filter(
          ({ state: at, firstApproval: first }) => at === 'pending' && !first?.mine,
        ).length,
        maxHours: MAX_HOURS,
        maxHoursSetIn: maxHoursSetIn[language],
        approversRequired,
        serverTime: hoursFromNow(0),
      };
    },
    getAdvisorySettings: () => ({ ...rules, approversRequired }),
    putAdvisorySettings: ({ body }) => ({
      ...rules,
      approversRequired: body.approversRequired ?? approversRequired,
    }),
    getAdvisoryNotices: () => nothingNew,
    putAdvisoryNotices: () => nothingNew,
    listAdvisoryUses: () => ({
      items: [use(-27, 'Mikko Salo', 0, { what: 'Luki tilinpäätöksen tulosteet' })],
    }),
    getAdvisoryAccess: ({ requests: endpoint, params: { id } }) => one(endpoint, id),
    decideAdvisoryAccess({ requests: endpoint, params: { id }, body, me }) {
      const request = one(endpoint, id);
      if (request.version !== body.version) throw new Refusal('changed');
      if (request.state !== 'pending') throw new Refusal('decided');
      const by = { name: me.name };
      const isFirst =
        approversRequired > 1 && body.outcome === 'approved' && !request.firstApproval;
      of(endpoint).set(id, isFirst ? approvedFirst(request, by) : decided(request, body, by));
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
  };
}
