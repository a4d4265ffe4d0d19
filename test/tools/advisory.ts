import { HttpClient, type SupportClient } from '../../src/client/client.js';
import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  revokeAdvisoryAccess,
  type AdvisoryAccess,
  type Decision,
} from '../../src/contract/advisory-access.js';
import {
  amendAdvisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  withdrawAdvisoryAccess,
  type AdvisoryAmendment,
  type AdvisoryAsk,
} from '../../src/contract/staff.js';
import { getService } from '../../src/contract/service.js';
import type { Company } from '../../src/contract/values.js';
import type { PlanEntry } from './gate.js';
import { tokenFor, type DemoUser } from './sign-in.js';

const HOUR = 3_600_000;

export const inHours = (hours: number, from = Date.now()): string =>
  new Date(from + hours * HOUR).toISOString();

export const clientOf = (user: DemoUser, endpoint = '/api/support'): HttpClient =>
  new HttpClient({ endpoint, accessToken: () => tokenFor(user) });

/** As many companies as wanted; the first three are those of the demo. */
export const companies = (count: number): Company[] =>
  [
    { number: '1234', name: 'Kahvila Kulma Oy' },
    { number: '5678', name: 'Äänekosken Sähkö Ky' },
    { number: '9012', name: 'Rakennus Öhman Oy' },
    ...Array.from({ length: Math.max(0, count - 3) }, (_, index) => ({
      number: String(20_000 + index),
      name: `Asunto Oy Esimerkkikuja ${index + 1}`,
    })),
  ].slice(0, count);

const sample = (changes: Partial<AdvisoryAsk>): AdvisoryAsk => ({
  tenant: 'tenant-1',
  grantedTo: { kind: 'unit', name: 'Asiakaspalvelu' },
  access: 'view',
  environment: { id: 'ayras', name: 'Tilitoimisto Äyräs' },
  reason: 'Tilikauden avaus ei onnistu.',
  supportRequest: 'FIV-2026-0412',
  companies: companies(3),
  areas: [
    { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting' } },
    { id: 'perustiedot', name: { fi: 'Yrityksen perustiedot', en: 'Company details' } },
  ],
  from: inHours(-1),
  until: inHours(30),
  ...changes,
});

/** Customer service asks for access; three companies and two areas unless the test says otherwise. */
export const ask = (
  changes: Partial<AdvisoryAsk> = {},
  as: DemoUser = 'agent',
): Promise<AdvisoryAccess> =>
  clientOf(as).send(askAdvisoryAccess, {
    params: { id: crypto.randomUUID() },
    body: sample(changes),
  });

export const amend = (id: string, body: AdvisoryAmendment): Promise<AdvisoryAccess> =>
  clientOf('agent').send(amendAdvisoryAccess, { params: { id }, body });

export const withdraw = (id: string): Promise<AdvisoryAccess> =>
  clientOf('agent').send(withdrawAdvisoryAccess, { params: { id } });

export const read = (id: string): Promise<AdvisoryAccess> =>
  clientOf('main-user').send(getAdvisoryAccess, { params: { id } });

/** Support looks at a company by a right that it has. */
export const lookAt = (company: string): Promise<{ readonly allowed: boolean }> =>
  clientOf('agent').send(checkAccess, {
    query: { tenant: 'tenant-1', company, area: 'kirjanpito', access: 'view' },
  });

/** Decides elsewhere, as a colleague with another page open would. */
export const decide = (id: string, body: Decision): Promise<AdvisoryAccess> =>
  clientOf('main-user').send(decideAdvisoryAccess, { params: { id }, body });

export const grant = async (
  changes: Partial<AdvisoryAsk> = {},
  narrower: Partial<Decision> = {},
): Promise<AdvisoryAccess> =>
  decide((await ask(changes)).id, { version: 1, outcome: 'approved', ...narrower });

export const revoke = (id: string): Promise<AdvisoryAccess> =>
  clientOf('main-user').send(revokeAdvisoryAccess, { params: { id }, body: {} });

/**
 * The real endpoint, of which a page sees only the requests with these ids: tests in several browsers use it at once, and
 * each has a list of its own.
 */
export function seeingOnly(
  ids: readonly string[],
  user: DemoUser = 'main-user',
  endpoint?: string,
): SupportClient {
  const real = clientOf(user, endpoint);
  return {
    async send(operation, input, options) {
      const answer = await real.send(operation, input, options);
      if (operation.name !== listAdvisoryAccess.name) return answer;
      const { next: _, ...list } = listAdvisoryAccess.response.parse(answer);
      const items = list.items.filter(({ id }) => ids.includes(id));
      return {
        ...list,
        items,
        pendingCount: items.filter(
          ({ state, firstApproval }) => state === 'pending' && !firstApproval?.mine,
        ).length,
      } as typeof answer;
    },
  };
}

/** The service profile as it is, but for how often pages ask: every second. For a gate's plan. */
export async function askingEverySecond(): Promise<PlanEntry> {
  const profile = await clientOf('main-user').send(getService, {});
  return {
    path: '/service*',
    status: 200,
    body: { ...profile, polling: { approval: 1, badge: 1 } },
    times: 99,
  };
}
