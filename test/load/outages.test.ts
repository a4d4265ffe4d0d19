import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { getMe, getService, putAttachment, submitRequest } from '../../src/contract/index.js';
import { canStartPostgres, startPostgres, type PostgresServer } from '../tools/postgres-server.mjs';
import { waitUntil } from '../tools/wait-until.js';
import { DatabaseGate } from '../server/tools/database-gate.js';
import { Mailbox } from '../server/tools/mailbox.js';
import { OidcProvider } from '../server/tools/oidc-provider.js';
import { Person } from '../server/tools/people.js';
import { pngOfSize } from '../server/tools/pictures.js';
import { hasPostgres, newDatabase } from '../server/tools/postgres.js';
import { Program, temporaryFolder } from '../server/tools/program.js';
import { sampleRequest, upload } from '../server/tools/samples.js';
import { TestEndpoint, type Answer } from '../server/tools/test-endpoint.js';

const isToldToComeBack = ({ status, headers }: Answer): boolean =>
  status === 503 && headers.get('Retry-After') !== null;

const submit = (endpoint: TestEndpoint, as: 'main-user' | { token: string } = 'main-user') =>
  endpoint.ask(submitRequest, { as, params: { id: randomUUID() }, body: sampleRequest() });

if (hasPostgres) {
  describe('Whoever stops the program while its database is silent', () => {
    it('has it stopped within half a minute, with calls and transactions under way', async () => {
      const gate = await DatabaseGate.open(await newDatabase());
      const program = new Program(['--demo'], { DATABASE_URL: gate.url });
      const address = (await program.address()) ?? assert.fail('It did not start');
      const person = await Person.signIn(address);
      gate.silence();
      gate.isSilentForNew = true;
      const asked = Array.from({ length: 15 }, () =>
        person.ask(address, submitRequest, {
          params: { id: randomUUID() },
          body: sampleRequest(),
        }),
      );
      await waitUntil(
        async () => (await fetch(`${address}/readyz`)).status === 503,
        'It never said that it is not ready',
      );
      const began = performance.now();
      const { code } = await program.kill('SIGTERM');
      assert.equal(code, 0);
      assert.ok(performance.now() - began < 30_000);
      for (const { status } of await Promise.all(asked))
        assert.ok([0, 503].includes(status), String(status));
      await gate.close();
    });
  });
}

/** A small file system in memory, which takes root; undefined where it can't be had. */
async function smallDisk(): Promise<{ path: string; remove: () => Promise<void> } | undefined> {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return undefined;
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder.path], {
      stdio: 'ignore',
    });
  } catch {
    await folder.remove();
    return undefined;
  }
  return {
    path: folder.path,
    remove: async () => {
      execFileSync('umount', ['-l', folder.path]);
      await folder.remove();
    },
  };
}

const disk = canStartPostgres() ? await smallDisk() : undefined;
if (!disk)
  console.log(
    'A full disk takes PostgreSQL, Linux and root, who may mount: that is left out here.',
  );
else {
  describe('Whoever sends requests while the database’s disk is full', () => {
    let server: PostgresServer | undefined;
    after(async () => {
      await server?.stop();
      await disk.remove();
    });

    it('is told to come back, keeps what was confirmed, and is served again when there is room', async () => {
      server = await startPostgres();
      const place = join(disk.path, 'tables');
      execFileSync('mkdir', [place]);
      const { uid, gid } = await stat(new URL(server.url).searchParams.get('host') ?? '');
      await chown(place, uid, gid);
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create tablespace small location '${place}'`);
      await client.query('create database small_disk tablespace small');
      await client.end();
      const url = new URL(server.url);
      url.pathname = '/small_disk';
      const endpoint = await TestEndpoint.open({ storage: { kind: 'postgres', url: url.href } });

      // One file that nobody needs takes half of what is free, pictures take the rest.
      const ballast = join(disk.path, 'ballast');
      await writeFile(ballast, Buffer.alloc(12 * 1024 * 1024));
      const confirmed: string[] = [];
      let answer: Answer | undefined;
      for (let salt = 0; salt < 60; salt += 1) {
        const id = randomUUID();
        answer = await endpoint.ask(putAttachment, {
          as: 'main-user',
          params: { id },
          ...upload(pngOfSize(1024 * 1024, salt)),
        });
        if (answer.status !== 201) break;
        confirmed.push(id);
      }
      assert.ok(answer && isToldToComeBack(answer), `${answer?.status} ${answer?.text}`);
      assert.ok(confirmed.length > 0);
      assert.equal((await endpoint.ask(getMe, { as: 'main-user' })).status, 200, 'reading works');
      await rm(ballast);
      assert.equal((await submit(endpoint)).status, 201);
      const reader = new pg.Client({ connectionString: url.href });
      await reader.connect();
      const { rows } = await reader.query<{ id: string }>('select id from attachments');
      await reader.end();
      assert.deepEqual(rows.map(({ id }) => id).sort(), confirmed.sort());
      await endpoint.close();
    });
  });
}

describe('While the sign-in provider is away', () => {
  it('those who came before go on, everybody gets the profile, and new people are told to come back', async () => {
    const provider = await OidcProvider.start();
    const claims = { tenant: 'tenant-1', roles: ['mainUser'] };
    const first = await provider.token({ ...claims, sub: 'first' });
    const { signIn } = provider;
    const known = await TestEndpoint.open({ signIn });
    const fresh = await TestEndpoint.open({ signIn });
    const ask = (endpoint: TestEndpoint, token: string) => endpoint.ask(getMe, { as: { token } });
    const before = (await ask(known, first)).status;
    assert.ok(before < 500);
    provider.failure = { status: 502, body: '<h1>Bad gateway</h1>' };
    assert.equal((await ask(known, first)).status, before);
    const second = await provider.token({ ...claims, sub: 'second' });
    assert.equal((await ask(known, second)).status, before, 'by the keys that are known');
    assert.ok(isToldToComeBack(await ask(fresh, first)));
    assert.equal((await fresh.health()).checks.signIn, 'failing');
    assert.equal((await fresh.ask(getService)).status, 200);
    provider.failure = undefined;
    assert.equal((await ask(fresh, first)).status, before);
    await known.close();
    await fresh.close();
    await provider.stop();
  });
});

describe('While the mail server is away', () => {
  it('requests are taken, and go to the mailbox when it is back', async () => {
    const gone = await Mailbox.open();
    const { port } = gone;
    await gone.close();
    const address = 'helpdesk@visma.example';
    const endpoint = await TestEndpoint.open({
      relay: {
        smtp: {
          url: `smtps://localhost:${port}`,
          from: { name: 'Tukipyynnöt', address: 'tuki@visma.example' },
          to: address,
          ca: await Mailbox.authority(),
        },
        pace: { firstWait: 200, longestWait: 500, look: 50 },
      },
    });
    assert.deepEqual(
      (await Promise.all([submit(endpoint), submit(endpoint)])).map(({ status }) => status),
      [201, 201],
    );
    await waitUntil(
      async () => (await endpoint.health()).checks.mail === 'failing',
      'It was never said that mails are not brought',
    );
    const mailbox = await Mailbox.open({ port });
    await waitUntil(
      () => mailbox.known.length === 2,
      () => `${mailbox.known.length} of 2 mails came`,
    );
    await endpoint.close();
    await mailbox.close();
  });
});
