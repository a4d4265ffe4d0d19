import { randomUUID } from 'node:crypto';
import { askAdvisoryAccess, type AdvisoryAccess, type AdvisoryAsk } from '../../../src/contract/index.js';
import type { DemoUserName } from '../../../server/src/demo-data/users.js';
import type { TestEndpoint } from './test-endpoint.js';

/** The clock of the tests of advisory access: a Monday at 9.05 in Finland. */
export const morning = new Date('2026-01-05T07:05:00.000Z');
const HOUR = 3_600_000;
export const hours = (count: number, from: Date = morning): Date => new Date(from.getTime() + count * HOUR);

/** A customer of its own, without any directory, for tests that count. */
export const sampleAsk = (changes: Partial<AdvisoryAsk> = {}): AdvisoryAsk => ({
  tenant: 'tenant-1',
  grantedTo: { kind: 'person', name: 'Laura Niemi' },
  access: 'view',
  environment: { id: 'ayras', name: 'Tilitoimisto Äyräs' },
  reason: 'Selvitämme virheen F-4711',
  companies: [
    { number: '1234', name: 'Kahvila Kulma Oy' },
    { number: '5678', name: 'Äänekosken Sähkö Ky' },
    { number: '9012', name: 'Rakennus Öhman Oy' },
  ],
  areas: [
    { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting' } },
    { id: 'myyntireskontra', name: { fi: 'Myyntireskontra' } },
  ],
  from: morning.toISOString(),
  until: hours(8).toISOString(),
  ...changes,
});

export const manyCompanies = (count: number): AdvisoryAsk['companies'] =>
  Array.from({ length: count }, (_, index) => ({ number: String(100_000 + index), name: `Asiakasyritys ${index} Oy` }));

export const askFor = (endpoint: TestEndpoint, changes: Partial<AdvisoryAsk> = {}, as: DemoUserName = 'agent'): Promise<AdvisoryAccess> =>
  endpoint.get(askAdvisoryAccess, { as, params: { id: randomUUID() }, body: sampleAsk(changes) });
