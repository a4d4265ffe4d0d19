import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { submitRequest } from '../../src/contract/index.js';
import { waitUntil } from '../tools/wait-until.js';
import { DatabaseGate } from './tools/database-gate.js';
import { Mailbox } from './tools/mailbox.js';
import { audience, OidcProvider } from './tools/oidc-provider.js';
import { dataOfProgram, hasPostgres, newDatabase } from './tools/postgres.js';
import { Program, temporaryFolder } from './tools/program.js';
import { sampleRequest } from './tools/samples.js';
import { testKeys } from './tools/signing-keys.js';
import { TestEndpoint } from './tools/test-endpoint.js';

/** Where traces go: it keeps what comes. */
async function startCollector() {
  const bodies: string[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (text: string) => (body += text));
    incoming.on('end', () => {
      bodies.push(`${incoming.url} ${body}`);
      outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    bodies,
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('Whoever keeps the program running', () => {
  const request = randomUUID();
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  let provider: OidcProvider;
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: Program;
  let address: string;

  const readiness = async () => {
    const response = await fetch(`${address}/readyz`);
    return { status: response.status, body: (await response.json()) as { checks: object } };
  };

  before(async () => {
    provider = await OidcProvider.start();
    provider.failure = { status: 500, body: 'no' };
    collector = await startCollector();
    folder = await temporaryFolder();
    const keysFile = join(folder.path, 'keys.json');
    await writeFile(keysFile, JSON.stringify(testKeys));
    program = new Program([], {
      ...(await dataOfProgram(folder.path)),
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: audience,
      SIGNING_KEYS_FILE: keysFile,
      METRICS_PORT: '0',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    address = (await program.address()) ?? assert.fail((await program.ended).output);
  });
  after(async () => {
    await program.kill('SIGKILL');
    await provider.stop();
    collector.stop();
    await folder.remove();
  });

  it('is told that it lives but is not ready while nobody can sign in, and that it is when they can', async () => {
    assert.equal((await fetch(`${address}/healthz`)).status, 200);
    const before = await readiness();
    assert.equal(before.status, 503);
    assert.deepEqual(before.body, {
      ready: false,
      checks: { database: 'ok', signIn: 'failing', outbox: 'off', mail: 'off' },
    });
    provider.failure = undefined;
    await waitUntil(
      async () => (await readiness()).status === 200,
      'It was never ready, although the sign-in provider is back',
    );
  });

  it('reads how many calls ended how, and nothing about anybody, on a port of its own', async () => {
    const token = await provider.token({
      sub: 'maija-4711',
      tenant: 'äyräs',
      roles: ['main-user', 'mainUser'],
    });
    await fetch(`${address}/api/support/support-requests/${request}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
      body: JSON.stringify(sampleRequest()),
    });
    await fetch(`${address}/api/support/nothing/${request}?name=Maija`);
    assert.equal((await fetch(`${address}/metrics`)).status, 404);
    const metricsAt = /Metrics at (http:\/\/127\.0\.0\.1:\S+)/.exec(program.output)?.[1];
    const text = await (await fetch(metricsAt ?? assert.fail(program.output))).text();
    assert.match(text, /support_calls_total\{operation="submitRequest",status="\d{3}"\} 1/);
    assert.match(text, /support_calls_total\{operation="other",status="404"\} 1/);
    assert.match(text, /support_call_seconds_bucket\{le="[\d.]+",operation="submitRequest"\}/);
    assert.match(text, /support_healthy\{check="database"\} 1/);
    assert.match(text, /support_body_bytes 0/);
    for (const personal of [request, 'maija', 'Maija', 'äyräs', '127.0.0.1'])
      assert.ok(!text.includes(personal), personal);
  });

  it('gets traces that go on where callers began them, by the paths of the contract and not by ids', async () => {
    await program.kill('SIGTERM');
    const traces = collector.bodies.join('\n');
    assert.match(traces, /^\/v1\/traces /);
    assert.ok(traces.includes(traceId));
    assert.ok(traces.includes('PUT /support-requests/{id}'));
    for (const personal of [request, 'maija', 'Maija', 'Bearer'])
      assert.ok(!traces.includes(personal), personal);
  });
});

describe('The endpoint’s word about itself', () => {
  it('says that mails are not brought, and that they are again', async () => {
    const mailbox = await Mailbox.open();
    mailbox.plan = ['refuse'];
    const endpoint = await TestEndpoint.open({
      relay: {
        smtp: {
          url: mailbox.url,
          to: 'helpdesk@visma.example',
          from: { name: 'Tukipyynnöt', address: 'support@visma.example' },
          ca: await Mailbox.authority(),
        },
        pace: { firstWait: 2_000, look: 50 },
      },
    });
    const mail = async () => (await endpoint.health()).checks.mail;
    assert.equal(await mail(), 'ok');
    await endpoint.ask(submitRequest, {
      as: 'main-user',
      params: { id: randomUUID() },
      body: sampleRequest(),
    });
    await waitUntil(async () => (await mail()) === 'failing', 'It was never said');
    assert.equal((await endpoint.health()).ready, true, 'requests are taken all the same');
    await waitUntil(async () => (await mail()) === 'ok', 'It was never said that all is well');
    await endpoint.close();
    await mailbox.close();
  });

  if (hasPostgres) {
    it('says within seconds that the database is silent, and that it is there again', async () => {
      const gate = await DatabaseGate.open(await newDatabase());
      const endpoint = await TestEndpoint.open({
        storage: { kind: 'postgres', url: gate.url, patience: 500 },
      });
      assert.equal((await endpoint.health()).ready, true);
      gate.silence();
      gate.isSilentForNew = true;
      await waitUntil(async () => !(await endpoint.health()).ready, 'It was never said');
      assert.equal((await endpoint.health()).checks.database, 'failing');
      gate.isSilentForNew = false;
      await waitUntil(async () => (await endpoint.health()).ready, 'It was never ready again');
      await endpoint.close();
      await gate.close();
    });
  }
});
