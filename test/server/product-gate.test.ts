import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { ProductGate } from '../../examples/product-gate/gate.js';
import { createSigningKey, SigningKeys } from '../../server/src/advisory-log/signing-keys.js';
import { createEndpoint, type Endpoint } from '../../server/src/endpoint.js';
import {
  accessGrant,
  accessGrantType,
  advisoryReceipt,
  askAdvisoryAccess,
  decideAdvisoryAccess,
  getAdvisoryReceipt,
  revokeAdvisoryAccess,
  type Operation,
} from '../../src/contract/index.js';
import { sampleAsk } from './tools/advisory.js';
import { anyDatabase } from './tools/databases.js';
import { demoToken } from './tools/program.js';

const HOUR = 3_600_000;
const SECOND = 1000;

describe('A product whose books support looks into', () => {
  let endpoint: Endpoint;
  let server: Server;
  let origin: string;
  let gate: ProductGate;
  let tokens: Record<'agent' | 'developer' | 'main-user', string>;

  const use = { tenant: 'tenant-1', company: '1234', area: 'kirjanpito', access: 'view' } as const;
  const personOf = (who: keyof typeof tokens) => decodeJwt(tokens[who]).sub ?? assert.fail(who);

  before(async () => {
    endpoint = await createEndpoint({
      storage: await anyDatabase(),
      signIn: { kind: 'demo' },
      basePath: '/api/support',
    });
    server = createAdaptorServer({ fetch: (request) => endpoint.fetch(request) }) as Server;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    gate = new ProductGate(`${origin}/api/support`);
    tokens = {
      agent: await demoToken(origin, 'agent'),
      developer: await demoToken(origin, 'developer'),
      'main-user': await demoToken(origin, 'main-user'),
    };
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await endpoint.close();
  });

  async function call(row: Operation, as: keyof typeof tokens, id: string, body?: unknown) {
    const answer = await fetch(`${origin}/api/support${row.path.replace('{id}', id)}`, {
      method: row.method,
      headers: { Authorization: `Bearer ${tokens[as]}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${row.name}: ${answer.status}`);
    return answer.json();
  }

  /** Access to two of three companies, from now on. */
  async function grant(minutes = 120): Promise<string> {
    const id = randomUUID();
    const from = new Date().toISOString();
    const until = new Date(Date.now() + 8 * HOUR).toISOString();
    await call(askAdvisoryAccess, 'agent', id, sampleAsk({ from, until }));
    await call(decideAdvisoryAccess, 'main-user', id, {
      version: 1,
      outcome: 'approved',
      companies: ['1234', '5678'],
      areas: ['kirjanpito'],
      until: new Date(Date.now() + minutes * 60 * SECOND).toISOString(),
    });
    return id;
  }

  it('lets support into the two companies that were granted, and not into the third', async () => {
    const id = await grant();
    for (const company of ['1234', '5678']) {
      const token = await gate.ask(tokens.agent, { ...use, company });
      assert.ok(token, company);
      assert.equal(await gate.lets(token, personOf('agent'), { ...use, company }), true, company);
    }
    assert.equal(await gate.ask(tokens.agent, { ...use, company: '9012' }), undefined);
    assert.equal(await gate.ask(tokens.developer, use), undefined);
    await call(revokeAdvisoryAccess, 'main-user', id, {});
    assert.equal(await gate.ask(tokens.agent, use), undefined);
  });

  it('takes a yes for what it was given for alone, and for a minute at most', async () => {
    const id = await grant();
    const token = (await gate.ask(tokens.agent, use)) ?? assert.fail('It said no');
    const person = personOf('agent');
    for (const other of [
      { company: '5678' },
      { area: 'myyntireskontra' },
      { access: 'change' as const },
      { tenant: 'tenant-2' },
    ])
      assert.equal(
        await gate.lets(token, person, { ...use, ...other }),
        false,
        Object.keys(other).join(),
      );
    assert.equal(await gate.lets(token, personOf('developer'), use), false);
    const later = (seconds: number) =>
      gate.lets(token, person, use, new Date(Date.now() + seconds * SECOND));
    assert.equal(await later(50), true);
    assert.equal(await later(61), false);
    await call(revokeAdvisoryAccess, 'main-user', id, {});
  });

  it('is told of no time after the end of the grant', async () => {
    const id = await grant(0.5);
    const token = (await gate.ask(tokens.agent, use)) ?? assert.fail('It said no');
    const { iat, exp, request } = accessGrant.parse(decodeJwt(token));
    assert.equal(request, id);
    assert.ok(exp - iat <= 30, `${exp - iat} seconds`);
    await call(revokeAdvisoryAccess, 'main-user', id, {});
  });

  it('takes no token that the endpoint has signed for something else, or that somebody else has signed', async () => {
    const id = await grant();
    const token = (await gate.ask(tokens.agent, use)) ?? assert.fail('It said no');
    const person = personOf('agent');
    const claims = decodeJwt(token);
    const { kid } = JSON.parse(
      Buffer.from(token.split('.', 1).join(''), 'base64url').toString(),
    ) as { kid: string };
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: accessGrantType })
      .sign(privateKey);
    const { statements, seal } = advisoryReceipt.parse(
      await call(getAdvisoryReceipt, 'main-user', id),
    );
    const unsigned = [
      Buffer.from(JSON.stringify({ alg: 'none', typ: accessGrantType })).toString('base64url'),
      token.split('.')[1],
      '',
    ].join('.');
    const [header, , signature] = token.split('.');
    const widened = [
      header,
      Buffer.from(JSON.stringify({ ...claims, company: '9012' })).toString('base64url'),
      signature,
    ].join('.');
    assert.equal(await gate.lets(widened, person, { ...use, company: '9012' }), false);
    const others = [forged, unsigned, seal, tokens.agent, '', ...statements.map(({ jws }) => jws)];
    for (const other of others) assert.equal(await gate.lets(other, person, use), false, other);
    await call(revokeAdvisoryAccess, 'main-user', id, {});
  });

  it('takes nothing for a yes that is signed with the endpoint’s key and says the same but is of no type', async () => {
    const keys = await SigningKeys.from({ keys: [await createSigningKey()] });
    const published = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'application/json');
      answer.end(JSON.stringify({ keys: keys.published }));
    });
    await once(published.listen(0, '127.0.0.1'), 'listening');
    const { port } = published.address() as AddressInfo;
    const other = new ProductGate(`http://127.0.0.1:${port}`);
    const iat = Math.floor(Date.now() / SECOND);
    const grant = { sub: 'laura', ...use, request: randomUUID(), iat, exp: iat + 60 };
    const answers = [
      await other.lets(await keys.grantToken(grant), 'laura', use),
      await other.lets(await keys.sign(JSON.stringify(grant)), 'laura', use),
    ];
    published.closeAllConnections();
    published.close();
    assert.deepEqual(answers, [true, false]);
  });

  it('lets nobody in while the endpoint can’t be asked', async () => {
    const away = new ProductGate('http://127.0.0.1:9/api/support');
    await assert.rejects(away.ask(tokens.agent, use));
    const token = await (async () => {
      await grant();
      return (await gate.ask(tokens.agent, use)) ?? assert.fail('It said no');
    })();
    await assert.rejects(away.lets(token, personOf('agent'), use));
  });
});
