import { randomUUID } from 'node:crypto';
import {
  amendAdvisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  revokeAdvisoryAccess,
  withdrawAdvisoryAccess,
  type AdvisoryAccess,
  type AdvisoryAmendment,
  type AdvisoryAsk,
  type Operation,
} from '../../../src/contract/index.js';
import type { DemoUserName } from '../../../server/src/demo-data/users.js';
import type { EndpointOptions } from '../../../server/src/endpoint.js';
import { problemOf, TestEndpoint, type Answer } from './test-endpoint.js';

/** The clock of these tests begins on a Monday at 9.05 in Finland. */
export const morning = new Date('2026-01-05T07:05:00.000Z');
const HOUR = 3_600_000;
export const hours = (count: number, from: Date = morning): Date =>
  new Date(from.getTime() + count * HOUR);
export const isoHours = (count: number): string => hours(count).toISOString();

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
  until: isoHours(8),
  ...changes,
});

/** Companies that no directory knows. */
export const manyCompanies = (count: number): AdvisoryAsk['companies'] =>
  Array.from({ length: count }, (_, index) => ({
    number: String(100_000 + index),
    name: `Asiakasyritys ${index} Oy`,
  }));

type Who = DemoUserName;

/** An endpoint whose clock the test moves, and what people do there in one word each. */
export class AdvisoryDesk {
  readonly endpoint: TestEndpoint;
  readonly #clock: { now: Date };

  private constructor(endpoint: TestEndpoint, clock: { now: Date }) {
    this.endpoint = endpoint;
    this.#clock = clock;
  }

  static async open(
    storage: EndpointOptions['storage'],
    options: Partial<EndpointOptions> = {},
  ): Promise<AdvisoryDesk> {
    const clock = { now: morning };
    return new AdvisoryDesk(
      await TestEndpoint.open({ ...options, storage, now: () => clock.now }),
      clock,
    );
  }

  /** Sets the clock of the endpoint, in hours after the morning; tokens hold for twelve. */
  moveTo(count: number): void {
    this.#clock.now = hours(count);
  }

  ask(changes: Partial<AdvisoryAsk> = {}, as: Who = 'agent'): Promise<AdvisoryAccess> {
    return this.endpoint.get(askAdvisoryAccess, {
      as,
      params: { id: randomUUID() },
      body: sampleAsk(changes),
    });
  }

  async grant(changes: Partial<AdvisoryAsk> = {}, narrower: object = {}): Promise<AdvisoryAccess> {
    const { id } = await this.ask(changes);
    return this.decide(id, { version: 1, outcome: 'approved', ...narrower });
  }

  amend(id: string, body: AdvisoryAmendment, as: Who = 'agent'): Promise<AdvisoryAccess> {
    return this.endpoint.get(amendAdvisoryAccess, { as, params: { id }, body });
  }

  withdraw(id: string): Promise<AdvisoryAccess> {
    return this.endpoint.get(withdrawAdvisoryAccess, { as: 'agent', params: { id } });
  }

  decide(id: string, body: object): Promise<AdvisoryAccess> {
    return this.endpoint.get(decideAdvisoryAccess, { as: 'main-user', params: { id }, body });
  }

  revoke(id: string, body: object = {}): Promise<AdvisoryAccess> {
    return this.endpoint.get(revokeAdvisoryAccess, { as: 'main-user', params: { id }, body });
  }

  read(
    id: string,
    as: Who = 'main-user',
    query: Record<string, string> = {},
  ): Promise<AdvisoryAccess> {
    return this.endpoint.get(getAdvisoryAccess, { as, params: { id }, query });
  }

  list(query: Record<string, string> = {}, as: Who = 'main-user') {
    return this.endpoint.get(listAdvisoryAccess, { as, query });
  }

  async mayLook(changes: Record<string, string> = {}, as: Who = 'agent') {
    const query = {
      tenant: 'tenant-1',
      company: '1234',
      area: 'kirjanpito',
      access: 'view',
      ...changes,
    };
    const { grant: _, ...answer } = await this.endpoint.get(checkAccess, { as, query });
    return answer;
  }

  /** The code and the fields of a refusal. */
  async refused(
    row: Operation,
    id: string,
    body?: unknown,
    as: Who = 'main-user',
  ): Promise<string> {
    return told(
      await this.endpoint.ask(row, { as, params: { id }, ...(body !== undefined && { body }) }),
    );
  }

  close(): Promise<void> {
    return this.endpoint.close();
  }
}

/** `409 decided`, `422 validation: /companies/1 wider`. */
export function told(answer: Answer): string {
  if (answer.status < 300) return String(answer.status);
  const { code, errors } = problemOf(answer);
  return `${answer.status} ${code}${errors ? `: ${errors.map((error) => `${error.pointer} ${error.code}`).join(', ')}` : ''}`;
}
