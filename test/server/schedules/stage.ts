import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import {
  amendAdvisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  decideAdvisoryAccess,
  getAdvisoryAccess,
  putAdvisorySettings,
  revokeAdvisoryAccess,
  withdrawAdvisoryAccess,
  type AdvisoryAccess,
  type Decision,
  type Operation,
} from '../../../src/contract/index.js';
import type { EndpointOptions } from '../../../server/src/endpoint.js';
import { OidcProvider } from '../tools/oidc-provider.js';
import { TestEndpoint, type Answer, type Asked } from '../tools/test-endpoint.js';
import {
  granters,
  type Act,
  type GranterName,
  type Of,
  type Schedule,
  type StaffName,
} from './schedule.js';

const MINUTE = 60_000;
const slots = [0, 1] as const;

/** When something happened: within one round, between two readings of the clock. */
export interface Moment {
  readonly round: number;
  readonly began: Date;
  readonly ended: Date;
}

export interface Decided extends Moment {
  readonly slot: number;
  readonly by: GranterName;
  readonly body: Decision;
  /** What the granter saw before deciding. */
  readonly seen: AdvisoryAccess;
  readonly answer: AdvisoryAccess;
}

export interface Checked extends Moment {
  readonly question: Of<'check'>;
  readonly allowed: boolean;
  readonly until?: string | undefined;
}

/** Everything that people were told while a schedule ran, and how the requests stood at its end. */
export interface Account {
  readonly decided: Decided[];
  readonly checked: Checked[];
  readonly revoked: (Moment & { readonly slot: number })[];
  readonly limits: (Moment & { readonly hours: number })[];
  readonly finally: (AdvisoryAccess | undefined)[];
  /** Answers by kind, such as `decide 409 changed`. */
  readonly counts: Map<string, number>;
}

type Person = GranterName | StaffName | 'accountant' | 'stranger';

/** Two instances on one database, with one clock that only the test moves. */
export class Stage {
  readonly #provider: OidcProvider;
  readonly #instances: readonly TestEndpoint[];
  readonly #clock: { now: Date };

  private constructor(
    provider: OidcProvider,
    instances: readonly TestEndpoint[],
    clock: { now: Date },
  ) {
    this.#provider = provider;
    this.#instances = instances;
    this.#clock = clock;
  }

  static async open(storage: EndpointOptions['storage']): Promise<Stage> {
    const provider = await OidcProvider.start();
    const clock = { now: new Date() };
    const open = () =>
      TestEndpoint.open({ storage, signIn: provider.signIn, now: () => clock.now });
    return new Stage(provider, await Promise.all([open(), open()]), clock);
  }

  async close(): Promise<void> {
    await Promise.all(this.#instances.map((instance) => instance.close()));
    await this.#provider.stop();
  }

  /** Plays a schedule at a customer of its own, later than the former ones: the endpoint's jobs may be at work still. */
  async play(schedule: Schedule, approvers: 1 | 2 = 1): Promise<Account> {
    return new Play(this.#instances, this.#clock, await this.#tokens(), approvers).run(schedule);
  }

  async #tokens(): Promise<Tokens> {
    const tenant = randomUUID();
    const token = async (sub: string, claims: object) =>
      [
        sub,
        await this.#provider.token({ sub, name: sub, ...claims }, { expires: '9999d' }),
      ] as const;
    const tokens = await Promise.all([
      ...granters.map((sub) =>
        token(sub, { tenant, roles: ['advisoryAccessGranter', 'settingsManager'] }),
      ),
      token('accountant', { tenant, roles: ['accountant'] }),
      token('stranger', {
        tenant: `${tenant}-other`,
        roles: ['advisoryAccessGranter', 'settingsManager'],
      }),
      token('agent', { roles: ['customerService'] }),
      token('developer', { roles: ['productDevelopment'] }),
    ]);
    return { tenant, of: new Map(tokens) };
  }
}

interface Tokens {
  readonly tenant: string;
  readonly of: ReadonlyMap<string, string>;
}

class Play {
  readonly #instances: readonly TestEndpoint[];
  readonly #clock: { now: Date };
  readonly #tokens: Tokens;
  readonly #ids = [randomUUID(), randomUUID()];
  readonly #seen = new Map<string, AdvisoryAccess>();
  readonly #last = new Map<
    GranterName,
    { readonly slot: number; readonly body: Decision; readonly seen: AdvisoryAccess }
  >();
  readonly #approvers: 1 | 2;
  readonly #account: Account = {
    decided: [],
    checked: [],
    revoked: [],
    limits: [],
    finally: [],
    counts: new Map(),
  };
  #round = 0;

  constructor(
    instances: readonly TestEndpoint[],
    clock: { now: Date },
    tokens: Tokens,
    approvers: 1 | 2,
  ) {
    this.#instances = instances;
    this.#clock = clock;
    this.#tokens = tokens;
    this.#approvers = approvers;
  }

  async run({ first, second, rounds }: Schedule): Promise<Account> {
    if (this.#approvers > 1)
      await this.#ask(putAdvisorySettings, 'maija', 0, {
        body: { approversRequired: this.#approvers },
      });
    await this.#do({ ...first, slot: 0 }, 0);
    await this.#do({ ...second, slot: 1 }, 1);
    for (const { later, isFresh, during } of rounds) {
      this.#round += 1;
      if (isFresh)
        await Promise.all(
          granters.flatMap((by) =>
            slots.map((slot) => this.#look({ act: 'look', slot, by }, slot)),
          ),
        );
      this.#clock.now = this.#after(later);
      await Promise.all(
        during.map(({ does, instance, after }) => pass(after).then(() => this.#do(does, instance))),
      );
    }
    for (const [slot, id] of this.#ids.entries()) {
      const { status, text } = await this.#ask(getAdvisoryAccess, 'maija', slot % 2, {
        params: { id },
      });
      this.#account.finally.push(
        status === 200 ? getAdvisoryAccess.response.parse(JSON.parse(text)) : undefined,
      );
    }
    return this.#account;
  }

  readonly #after = (minutes: number): Date =>
    new Date(this.#clock.now.getTime() + minutes * MINUTE);

  #id(slot: number): string {
    return this.#ids[slot] ?? assert.fail();
  }

  #count(what: string): void {
    this.#account.counts.set(what, (this.#account.counts.get(what) ?? 0) + 1);
  }

  async #ask(row: Operation, by: Person, instance: number, asked: Asked): Promise<Answer> {
    const endpoint = this.#instances[instance] ?? assert.fail();
    const answer = await endpoint.ask(row, {
      ...asked,
      as: { token: this.#tokens.of.get(by) ?? assert.fail() },
    });
    assert.ok(answer.status < 500, `${row.name} answered ${answer.status}`);
    const code =
      answer.status < 400 ? '' : ` ${(JSON.parse(answer.text) as { code: string }).code}`;
    this.#count(`${row.name} ${answer.status}${code}`);
    return answer;
  }

  /** The round and the readings of the clock around something that is done. */
  async #timed<T>(
    does: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly moment: Moment }> {
    const [round, began] = [this.#round, this.#clock.now];
    const result = await does();
    return { result, moment: { round, began, ended: this.#clock.now } };
  }

  async #do(act: Act, instance: number): Promise<void> {
    switch (act.act) {
      case 'ask':
        return this.#askFor(act, instance);
      case 'amend':
        return void (await this.#ask(amendAdvisoryAccess, act.by, instance, {
          params: { id: this.#id(act.slot) },
          body: this.#content(act),
        }));
      case 'withdraw':
        return void (await this.#ask(withdrawAdvisoryAccess, act.by, instance, {
          params: { id: this.#id(act.slot) },
        }));
      case 'look':
        return this.#look(act, instance);
      case 'decide':
        return this.#decide(act, instance);
      case 'repeat':
        return this.#repeat(act, instance);
      case 'revoke':
        return this.#revoke(act, instance);
      case 'trespass':
        return this.#trespass(act, instance);
      case 'check':
        return this.#check(act, instance);
      case 'limit':
        return this.#limit(act, instance);
      case 'tick':
        this.#clock.now = this.#after(act.minutes);
    }
  }

  #content({ to, by, access, companies, areas, from, lasting }: Of<'ask'> | Of<'amend'>) {
    const begins = this.#after(from);
    return {
      grantedTo: { kind: to, name: by },
      access,
      environment: { id: 'e', name: 'Ympäristö' },
      reason: `Syy ${randomUUID()}`,
      companies: companies.map((number) => ({ number, name: `Yritys ${number}` })),
      areas: areas.map((id) => ({ id, name: { fi: id } })),
      from: begins.toISOString(),
      until: new Date(begins.getTime() + lasting * MINUTE).toISOString(),
    };
  }

  async #askFor(act: Of<'ask'>, instance: number): Promise<void> {
    const earlier = act.prolongs && act.slot === 1 ? { extends: this.#id(0) } : {};
    const body = { tenant: this.#tokens.tenant, ...this.#content(act), ...earlier };
    await this.#ask(askAdvisoryAccess, act.by, instance, {
      params: { id: this.#id(act.slot) },
      body,
    });
  }

  async #look({ slot, by }: Of<'look'>, instance: number): Promise<void> {
    const { status, text } = await this.#ask(getAdvisoryAccess, by, instance, {
      params: { id: this.#id(slot) },
    });
    if (status === 200)
      this.#seen.set(`${by} ${slot}`, getAdvisoryAccess.response.parse(JSON.parse(text)));
  }

  async #decide(
    { slot, by, outcome, narrower, isPlain }: Of<'decide'>,
    instance: number,
  ): Promise<void> {
    const seen = this.#seen.get(`${by} ${slot}`);
    if (!seen) return this.#look({ act: 'look', slot, by }, instance);
    const { until, ...lists } = narrower;
    const own =
      isPlain || outcome !== 'approved'
        ? {}
        : { ...lists, ...(until !== undefined && { until: this.#after(until).toISOString() }) };
    const confirms = outcome === 'approved' ? seen.firstApproval?.at : undefined;
    await this.#send(
      slot,
      by,
      { version: seen.version, outcome, ...own, ...(confirms !== undefined && { confirms }) },
      seen,
      instance,
    );
  }

  async #send(
    slot: number,
    by: GranterName,
    body: Decision,
    seen: AdvisoryAccess,
    instance: number,
  ): Promise<number> {
    const asked = { params: { id: this.#id(slot) }, body };
    const { result, moment } = await this.#timed(() =>
      this.#ask(decideAdvisoryAccess, by, instance, asked),
    );
    if (result.status === 200) {
      const answer = decideAdvisoryAccess.response.parse(JSON.parse(result.text));
      this.#account.decided.push({ ...moment, slot, by, body, seen, answer });
      this.#last.set(by, { slot, body, seen });
    }
    return result.status;
  }

  /** What the same person has decided may always be sent again. */
  async #repeat({ by }: Of<'repeat'>, instance: number): Promise<void> {
    const last = this.#last.get(by);
    if (last) assert.equal(await this.#send(last.slot, by, last.body, last.seen, instance), 200);
  }

  async #revoke({ slot, by }: Of<'revoke'>, instance: number): Promise<void> {
    const { result, moment } = await this.#timed(() =>
      this.#ask(revokeAdvisoryAccess, by, instance, { params: { id: this.#id(slot) }, body: {} }),
    );
    if (result.status === 200) this.#account.revoked.push({ ...moment, slot });
  }

  async #trespass({ slot, by }: Of<'trespass'>, instance: number): Promise<void> {
    const params = { id: this.#id(slot) };
    const body = { version: this.#seen.get(`maija ${slot}`)?.version ?? 1, outcome: 'approved' };
    const expected = by === 'stranger' ? 404 : 403;
    assert.equal(
      (await this.#ask(decideAdvisoryAccess, by, instance, { params, body })).status,
      expected,
    );
    assert.equal(
      (await this.#ask(revokeAdvisoryAccess, by, instance, { params, body: {} })).status,
      expected,
    );
    if (by !== 'stranger')
      assert.equal(
        (await this.#ask(putAdvisorySettings, by, instance, { body: { maxHours: 168 } })).status,
        403,
      );
  }

  async #check(question: Of<'check'>, instance: number): Promise<void> {
    const { by, company, area, access } = question;
    const query = { tenant: this.#tokens.tenant, company, area, access };
    const { result, moment } = await this.#timed(() =>
      this.#ask(checkAccess, by, instance, { query }),
    );
    const { allowed, until } = checkAccess.response.parse(JSON.parse(result.text));
    this.#count(`checkAccess ${allowed ? 'yes' : 'no'}`);
    this.#account.checked.push({ ...moment, question, allowed, until });
  }

  async #limit({ by, hours }: Of<'limit'>, instance: number): Promise<void> {
    const { moment } = await this.#timed(() =>
      this.#ask(putAdvisorySettings, by, instance, { body: { maxHours: hours } }),
    );
    this.#account.limits.push({ ...moment, hours });
  }
}
