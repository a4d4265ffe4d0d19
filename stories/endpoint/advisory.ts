import type {
  AdvisoryAccess,
  AdvisoryHistoryItem,
  AdvisoryNotices,
  AdvisorySettings,
} from '../../src/contract/index.js';
import { advisoryAnswers } from '../../src/testing/advisory-answers.js';
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
  const answers = advisoryAnswers(requests, { maxHours: MAX_HOURS, approversRequired });
  return {
    ...answers,
    listAdvisoryAccess: (call) => ({
      ...answers.listAdvisoryAccess(call),
      maxHoursSetIn: maxHoursSetIn[call.language],
    }),
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
  };
}
