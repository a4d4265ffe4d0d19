import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { AdvisoryDesk } from './tools/advisory.js';
import { anyDatabase } from './tools/databases.js';
import { forgedToken } from './tools/tokens.js';

const approval = { version: 1, outcome: 'approved' };
const granter = {
  roles: ['mainUser', 'advisoryAccessGranter'],
  permissions: ['grantAdvisoryAccess'],
};

/** The good token's head and signature around other claims. */
function swapped(token: string, claims: JWTPayload): string {
  const [head, , signature] = token.split('.');
  return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}

describe('A user who may not grant access', () => {
  let desk: AdvisoryDesk;
  let id: string;

  before(async () => {
    desk = await AdvisoryDesk.open(await anyDatabase());
    ({ id } = await desk.ask());
  });
  after(() => desk.close());

  interface Crafted {
    readonly path?: string;
    readonly method?: string;
    readonly token?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  }
  const send = ({
    path = `/advisory-access/${id}/decision`,
    method = 'PUT',
    token,
    body = approval,
    headers = {},
  }: Crafted) =>
    desk.endpoint.fetch(path, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(method !== 'GET' && method !== 'HEAD' && { body: JSON.stringify(body) }),
    });

  const remainsPending = async () => {
    const { state, version, history } = await desk.read(id);
    assert.deepEqual([state, version, history.length], ['pending', 1, 1]);
    assert.equal((await desk.mayLook()).allowed, false);
  };

  for (const user of ['accountant', 'other-tenant', 'agent', 'developer'] as const) {
    it(`decides nothing as ${user}, whatever the request says of them`, async () => {
      const token = desk.endpoint.token(user);
      const main = desk.endpoint.token('main-user');
      const decision = `/advisory-access/${id}/decision`;
      const crafted: readonly Crafted[] = [
        {},
        {
          body: {
            ...approval,
            ...granter,
            by: { id: 'main-user', name: 'Maija Mäkelä' },
            tenant: 'tenant-1',
            sub: 'main-user',
          },
        },
        { body: { ...approval, ['__proto__']: granter, constructor: { prototype: granter } } },
        {
          path: `${decision}?user=main-user&tenant=tenant-1&roles=advisoryAccessGranter&permission=grantAdvisoryAccess`,
        },
        { path: `${decision}/` },
        { path: decision.toUpperCase() },
        { path: `/advisory-access/${id.toUpperCase()}/decision` },
        { path: `//advisory-access/${id}/decision` },
        { path: `/staff/../advisory-access/${id}/decision` },
        { path: `/advisory-access/${id}%2Fdecision` },
        { path: `/settings/advisory-access/${id}/decision` },
        { path: `/staff/advisory-access/${id}/decision` },
        { method: 'POST' },
        { method: 'PATCH' },
        { method: 'DELETE' },
        {
          method: 'POST',
          headers: { 'X-HTTP-Method-Override': 'PUT', 'X-Method-Override': 'PUT' },
        },
        {
          headers: {
            'X-User': 'main-user',
            'X-Forwarded-User': 'main-user',
            'X-Tenant': 'tenant-1',
            'X-Roles': 'advisoryAccessGranter',
            'X-Original-URL': decision,
          },
        },
        { headers: { Cookie: `token=${main}; session=${main}; access_token=${main}` } },
        { path: `${decision}?access_token=${main}&token=${main}` },
        { path: `/advisory-access/${id}/revocation`, body: { reason: 'x' } },
        { path: `/advisory-access/${id}`, body: { state: 'active', ...approval } },
        { path: '/advisory-access', body: [{ id, ...approval }] },
      ];
      for (const request of crafted) {
        const { status } = await send({ ...request, token });
        assert.ok(
          status === 403 || status === 404,
          `${JSON.stringify(request)} answered ${status}`,
        );
      }
      await remainsPending();
    });
  }

  it('decides nothing with a forged token', async () => {
    const token = desk.endpoint.token('accountant');
    const claims = { ...decodeJwt(token), ...granter, sub: 'main-user' };
    const tokens = [
      swapped(token, claims),
      await forgedToken(desk.endpoint.token('main-user')),
      new UnsecuredJWT(claims).encode(),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(token)),
      await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: '../../dev/null' })
        .sign(new Uint8Array(32)),
    ];
    for (const crafted of tokens) assert.equal((await send({ token: crafted })).status, 401);
    for (const user of [
      '__proto__',
      ['main-user'],
      { toString: 'main-user' },
      'Main-User',
      'main-user ',
    ]) {
      const { status } = await send({ path: '/demo/token', method: 'POST', body: { user } });
      assert.equal(status, 422);
    }
    await remainsPending();
  });

  it('sees the request and who asks', async () => {
    const { state, requestedBy } = await desk.read(id, 'accountant');
    assert.deepEqual([state, requestedBy.name], ['pending', 'Laura Niemi']);
  });
});
