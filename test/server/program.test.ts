import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { waitUntil } from '../tools/wait-until.js';
import { png, pngOfSize } from './tools/pictures.js';
import { dataOfProgram } from './tools/postgres.js';
import { demoToken, Program, temporaryFolder } from './tools/program.js';
import { sampleRequest, upload } from './tools/samples.js';

describe('The program', () => {
  let data: Awaited<ReturnType<typeof temporaryFolder>>;
  let pages: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: Program;
  let address: string;
  let token: string;

  async function start(): Promise<void> {
    program = new Program(['--demo'], {
      DATA_DIR: data.path,
      PAGES_DIR: pages.path,
      LIMIT_UNSIGNED_CALLS: '200',
      LIMIT_SUBMISSIONS: '100000',
    });
    address = (await program.address()) ?? assert.fail((await program.ended).output);
  }

  before(async () => {
    data = await temporaryFolder();
    pages = await temporaryFolder();
    await writeFile(join(pages.path, 'index.html'), '<!doctype html><title>Front</title>');
    for (const folder of ['portal', 'customer-portal']) {
      await mkdir(join(pages.path, folder));
      await writeFile(
        join(pages.path, folder, 'index.html'),
        '<!doctype html><title>Portal</title>',
      );
    }
    await writeFile(
      join(pages.path, 'app.js'),
      `const texts = ${JSON.stringify('x'.repeat(4000))};`,
    );
    await start();
    token = await demoToken(address);
  });
  after(async () => {
    await program.kill('SIGKILL');
    await data.remove();
    await pages.remove();
  });

  const headers = () => ({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' });
  const submit = (id: string) =>
    fetch(`${address}/api/support/support-requests/${id}`, {
      method: 'PUT',
      headers: headers(),
      body: JSON.stringify(sampleRequest()),
    });
  const read = (id: string) =>
    fetch(`${address}/api/support/support-requests/${id}`, { headers: headers() });
  const locks = async () => (await readdir(data.path)).filter((name) => name.endsWith('.lock'));

  it('serves its pages under the strict policy', async () => {
    const response = await fetch(address);
    assert.match(await response.text(), /Front/);
    assert.equal(
      response.headers.get('Content-Security-Policy'),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer');
  });

  it('serves a folder by its slash, scripts as scripts and compressed, and nothing twice', async () => {
    const portal = await fetch(`${address}/portal`);
    assert.equal(portal.url, `${address}/portal/`);
    assert.match(await portal.text(), /Portal/);
    const script = await fetch(`${address}/app.js`, { headers: { 'Accept-Encoding': 'gzip' } });
    assert.match(script.headers.get('Content-Type') ?? '', /^text\/javascript/);
    assert.equal(script.headers.get('Content-Encoding'), 'gzip');
    const tag = script.headers.get('ETag') ?? '';
    assert.equal(
      (await fetch(`${address}/app.js`, { headers: { 'If-None-Match': tag } })).status,
      304,
    );
  });

  it("brings its portal's page with a token of whom it is for, and with the address of the profile", async () => {
    const portal = await fetch(`${address}/customer-portal/?user=other-tenant&language=sv`);
    const cookie = portal.headers.get('Set-Cookie') ?? '';
    assert.match(cookie, /; Path=\/customer-portal\/; SameSite=Strict$/);
    const [, brought] = /^demo-token-other-tenant=([^;]+)/.exec(cookie) ?? assert.fail(cookie);
    const me = await fetch(`${address}/api/support/me`, {
      headers: { Authorization: `Bearer ${brought}` },
    });
    assert.equal(((await me.json()) as { name: string }).name, 'Olli Öhman');
    assert.equal(
      portal.headers.get('Link'),
      '</api/support/service?language=sv>; rel=preload; as=fetch; crossorigin',
    );
    for (const path of ['/', '/portal/', '/customer-portal/nothing'])
      assert.equal((await fetch(address + path)).headers.get('Set-Cookie'), null, path);
  });

  it('serves nothing beside its pages', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/portal/..\\..\\x',
      '//etc/passwd',
      '/nothing.html',
    ]) {
      const { statusCode } = await rawGet(address, path);
      assert.ok(statusCode === 404 || statusCode === 400, path);
    }
    const { headers: answered } = await rawGet(address, '//evil.example');
    assert.ok(!answered.location || answered.location.startsWith('./'));
  });

  it('refuses a picture over the limit in so many words, not by breaking the connection', async () => {
    const large = upload(pngOfSize(11 * 1024 * 1024));
    for (const authorization of [`Bearer ${token}`, 'Bearer x']) {
      const response = await fetch(`${address}/api/support/attachments/${randomUUID()}`, {
        method: 'PUT',
        headers: { ...large.headers, Authorization: authorization },
        body: new Uint8Array(large.body),
      });
      assert.equal(response.status, authorization.endsWith('x') ? 401 : 413);
    }
  });

  it('keeps a silent connection longer than proxies do, so that none sends a call into one that is closed', async () => {
    const { headers: answered } = await fetch(`${address}/healthz`);
    assert.equal(answered.get('Keep-Alive'), 'timeout=65');
  });

  it('takes a token that names many groups, beside cookies of others', async () => {
    const answer = await fetch(`${address}/api/support/me`, {
      headers: { Authorization: `Bearer ${token}`, Cookie: `other=${'x'.repeat(40_000)}` },
    });
    assert.equal(answer.status, 200);
  });

  it('counts callers by their own addresses behind a proxy on this computer', async () => {
    const ask = async (caller: string) =>
      (await fetch(`${address}/api/support/service`, { headers: { 'X-Forwarded-For': caller } }))
        .status;
    const flood = await Promise.all(Array.from({ length: 210 }, () => ask('198.51.100.1')));
    assert.equal(flood.filter((status) => status === 429).length, 10);
    assert.equal(await ask('198.51.100.2'), 200);
    // Whoever makes up who called them gains nothing.
    assert.equal(await ask('198.51.100.2, 198.51.100.1'), 429);
  });

  it('keeps its data folder from a second one, and says why', async () => {
    const second = new Program(['--demo'], { DATA_DIR: data.path });
    const { code, output } = await second.refusal();
    assert.equal(code, 1);
    assert.match(output, new RegExp(`in use by another endpoint \\(process ${program.pid}\\)`));
    assert.doesNotMatch(output, /^\s+at /m);
    assert.equal((await submit(randomUUID())).status, 201, 'the first goes on');
  });

  it('killed in the middle of work has kept every request that it confirmed, and the sign-in', async () => {
    const confirmed: string[] = [];
    const work = Array.from({ length: 8 }, async () => {
      for (;;) {
        const id = randomUUID();
        const status = await submit(id).then(
          (response) => response.status,
          () => 0,
        );
        if (status !== 201) return;
        confirmed.push(id);
      }
    });
    await waitUntil(
      () => confirmed.length >= 50,
      () => `${confirmed.length} of 50 requests were confirmed`,
    );
    await program.kill('SIGKILL');
    await Promise.all(work);
    assert.equal((await locks()).length, 1, 'nobody took the lock away');

    await start();
    for (const id of confirmed) assert.equal((await read(id)).status, 200);
    assert.equal((await submit(confirmed[0] ?? '')).status, 200);
  });

  it('killed leaves its folder to one of two that start at once', async () => {
    await program.kill('SIGKILL');
    const two = [0, 1].map(
      () => new Program(['--demo'], { DATA_DIR: data.path, PAGES_DIR: pages.path }),
    );
    const addresses = await Promise.all(two.map((each) => each.address()));
    assert.equal(addresses.filter((each) => each !== undefined).length, 1, addresses.join());
    const winner = addresses[0] === undefined ? 1 : 0;
    program = two[winner] ?? program;
    address = addresses[winner] ?? '';
    assert.match((await two[1 - winner]?.ended)?.output ?? '', /in use by another endpoint/);
    assert.equal((await submit(randomUUID())).status, 201);
  });

  it('told to stop finishes what is under way, takes no more, and leaves its data alone behind', async () => {
    const confirmed = randomUUID();
    assert.equal((await submit(confirmed)).status, 201);
    const { body, headers: described } = upload(png());
    const target = new URL(`${address}/api/support/attachments/${randomUUID()}`);
    const sending = httpRequest(target, {
      method: 'PUT',
      headers: {
        ...described,
        Authorization: `Bearer ${token}`,
        'Content-Length': body.length,
        Expect: '100-continue',
      },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) =>
      sending.on('response', resolve).on('error', reject),
    );
    sending.flushHeaders();
    await once(sending, 'continue');
    sending.write(body.subarray(0, 10));
    const ended = program.kill('SIGTERM');
    const isOpen = () =>
      fetch(`${address}/api/support/service`).then(
        () => true,
        () => false,
      );
    await waitUntil(async () => !(await isOpen()), 'It still takes connections');
    sending.end(body.subarray(10));
    assert.equal((await answered).statusCode, 201);
    const { code, signal } = await ended;
    assert.deepEqual([code, signal], [0, null]);
    assert.deepEqual(await locks(), []);
    await start();
    assert.equal((await read(confirmed)).status, 200);
  });

  it('says what is missing instead of starting by halves', async () => {
    const { code, output } = await new Program([], { DATA_DIR: data.path }).refusal();
    assert.equal(code, 1);
    assert.match(output, /OIDC_ISSUER is missing[^]*OIDC_AUDIENCE is missing/);
    assert.doesNotMatch(output, /^\s+at /m);
  });

  it('says that its port is taken', async () => {
    const other = await temporaryFolder();
    const { code, output } = await new Program(['--demo'], {
      ...(await dataOfProgram(other.path)),
      PORT: new URL(address).port,
    }).refusal();
    await other.remove();
    assert.equal(code, 1);
    assert.match(output, /can't listen there.*EADDRINUSE.*Give another PORT/);
  });
});

/** Asks for a path as it stands, which `fetch` would tidy up. */
function rawGet(address: string, path: string): Promise<IncomingMessage> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end();
  });
}
