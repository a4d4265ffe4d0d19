import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compactVerify, importJWK } from 'jose';
import { sql } from 'kysely';
import { build } from 'vite';
import {
  canonicalJson,
  getAdvisoryCheckpoint,
  getAdvisoryConsistency,
  getAdvisoryKeys,
  getAdvisoryReceipt,
  getService,
  isConsistent,
  readCheckpoint,
  type AdvisoryReceipt,
} from '../../src/contract/index.js';
import { problemIn } from '../../server/src/advisory-log/audit.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import type { Database } from '../../server/src/storage/tables.js';
import { sha256 } from '../../server/src/advisory-log/log-nodes.js';
import type { Storage } from '../../server/src/storage/database.js';
import { ReceiptError, verifyReceipt } from '../../verify/src/verify-receipt.js';
import { runs, seedOf } from '../tools/runs.js';
import { AdvisoryDesk } from './tools/advisory.js';
import { anyDatabase, onOneDatabase } from './tools/databases.js';
import { temporaryFolder } from './tools/program.js';

const receiptText = async (desk: AdvisoryDesk, id: string): Promise<string> =>
  (await desk.endpoint.ask(getAdvisoryReceipt, { as: 'main-user', params: { id } })).text;

/** Asked, amended, granted narrower, used, and ended. */
async function story(desk: AdvisoryDesk): Promise<string> {
  const { id } = await desk.ask();
  await desk.amend(id, { reason: 'Tarkennus' });
  await desk.decide(id, {
    version: 2,
    outcome: 'approved',
    companies: ['1234', '5678'],
    reason: 'Vain nämä kaksi',
  });
  assert.equal((await desk.mayLook()).allowed, true);
  assert.equal((await desk.mayLook({ company: '5678' })).allowed, true);
  assert.equal((await desk.mayLook({ company: '9012' })).allowed, false);
  await desk.revoke(id, { reason: 'Valmista' });
  return id;
}

onOneDatabase('A receipt of advisory access', (storage) => {
  let desk: AdvisoryDesk;
  let id: string;
  let text: string;

  before(async () => {
    desk = await AdvisoryDesk.open(await storage());
    id = await story(desk);
    text = await receiptText(desk, id);
  });
  after(() => desk.close());

  it('says who asked, granted, used and ended it, and for which companies', async () => {
    const { statements, tenant } = await verifyReceipt(text);
    assert.equal(tenant, 'tenant-1');
    assert.deepEqual(
      statements.map(({ type, by, content, use, reason }) => [
        type,
        by?.name,
        content?.companies ?? use?.company,
        reason,
      ]),
      [
        ['asked', 'Laura Niemi', ['1234', '5678', '9012'], undefined],
        ['amended', 'Laura Niemi', ['1234', '5678', '9012'], undefined],
        ['approved', 'Maija Mäkelä', ['1234', '5678'], 'Vain nämä kaksi'],
        ['used', 'Laura Niemi', '1234', undefined],
        ['used', 'Laura Niemi', '5678', undefined],
        ['revoked', 'Maija Mäkelä', undefined, 'Valmista'],
      ],
    );
  });

  it('holds by the keys that the endpoint publishes, and by no others', async () => {
    const { keys } = await desk.endpoint.get(getAdvisoryKeys, {});
    assert.equal((await verifyReceipt(text, keys)).id, id);
    const others = keys.map((key) => ({
      ...key,
      x: `${key.x.startsWith('A') ? 'B' : 'A'}${key.x.slice(1)}`,
    }));
    await assert.rejects(verifyReceipt(text, others), /none of those that you trust/);
  });

  it('is announced, is the customer’s own alone, and of what was asked alone', async () => {
    assert.ok((await desk.endpoint.get(getService, {})).capabilities.includes('advisoryReceipts'));
    assert.equal(
      await desk.refused(getAdvisoryReceipt, id, undefined, 'other-tenant'),
      '404 notFound',
    );
    assert.equal(await desk.refused(getAdvisoryReceipt, randomUUID()), '404 notFound');
  });

  it('is in a log that begins with what it was before', async () => {
    const head = async () => {
      const { checkpoint } = await desk.endpoint.get(getAdvisoryCheckpoint, { as: 'main-user' });
      return readCheckpoint(checkpoint) ?? assert.fail();
    };
    const earlier = await head();
    await story(desk);
    const later = await head();
    const { proof } = await desk.endpoint.get(getAdvisoryConsistency, {
      as: 'main-user',
      query: { from: String(earlier.size), size: String(later.size) },
    });
    const hashes = proof.map((hash) => new Uint8Array(Buffer.from(hash, 'base64url')));
    assert.equal(later.size, earlier.size + 6);
    assert.equal(await isConsistent(earlier, later, hashes, sha256), true);
    const rewritten = { ...earlier, root: earlier.root.map((byte) => byte ^ 1) };
    assert.equal(await isConsistent(rewritten, later, hashes, sha256), false);
  });
});

describe('Whoever has a receipt', () => {
  let desk: AdvisoryDesk;
  let text: string;
  let receipt: AdvisoryReceipt;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  before(async () => {
    desk = await AdvisoryDesk.open(await anyDatabase());
    text = await receiptText(desk, await story(desk));
    receipt = JSON.parse(text) as AdvisoryReceipt;
    folder = await temporaryFolder();
  });
  after(async () => {
    await desk.close();
    await folder.remove();
  });

  const holds = (changed: string) =>
    verifyReceipt(changed).then(
      () => true,
      (error: unknown) => {
        assert.ok(error instanceof ReceiptError, String(error));
        return false;
      },
    );

  it('can check its signatures with programs that are not ours', async () => {
    const [key] = receipt.keys;
    assert.ok(key);
    for (const jws of [receipt.seal, ...receipt.statements.map((entry) => entry.jws)]) {
      const { payload } = await compactVerify(jws, await importJWK(key, 'EdDSA'));
      assert.match(new TextDecoder().decode(payload), /^\{/);
    }
    if (spawnSync('openssl', ['version']).status !== 0) return;
    const path = (name: string) => join(folder.path, name);
    writeFileSync(
      path('key.pem'),
      createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
    );
    const [header, payload, signature] = receipt.seal.split('.');
    writeFileSync(path('text'), `${header}.${payload}`);
    writeFileSync(path('signature'), Buffer.from(signature ?? '', 'base64url'));
    const said = execFileSync('openssl', [
      ...['pkeyutl', '-verify', '-pubin', '-inkey', path('key.pem'), '-rawin'],
      ...['-in', path('text'), '-sigfile', path('signature')],
    ]);
    assert.match(said.toString(), /Verified Successfully/);
  });

  it('can’t change a bit of it', async () => {
    const seed = seedOf();
    const bytes = Buffer.from(text);
    for (let round = 0; round < runs(10_000, 200); round += 1) {
      const chosen = createHash('sha256').update(`${seed} ${round}`).digest();
      const at = chosen.readUInt32LE() % bytes.length;
      const bit = 1 << (chosen.readUInt8(4) % 8);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ bit;
      assert.equal(
        await holds(changed.toString()),
        false,
        `bit ${bit} of byte ${at}, seed ${seed}`,
      );
    }
  });

  it('can’t leave anything out, add, repeat or exchange anything', async () => {
    const { statements, keys } = receipt;
    const changes: readonly object[] = [
      ...statements.map((_, at) => ({ statements: statements.toSpliced(at, 1) })),
      ...statements.map((entry, at) => ({ statements: statements.toSpliced(at, 0, entry) })),
      ...statements.slice(1).map((entry, at) => ({
        statements: statements.toSpliced(at, 2, entry, statements[at] ?? entry),
      })),
      ...statements.map((entry, at) => ({
        statements: statements.with(at, { ...entry, index: entry.index + 1 }),
      })),
      ...statements.map((entry, at) => ({
        statements: statements.with(at, { ...entry, proof: entry.proof.slice(1) }),
      })),
      { statements: [] },
      { statements: statements.toReversed() },
      { keys: [] },
      { keys: [...keys, ...keys] },
      { format: 'visma-support-receipt/2' },
      { note: 'Lisäys' },
      { seal: statements[0]?.jws },
    ];
    assert.equal(await holds(canonicalJson(receipt)), true);
    for (const change of changes)
      assert.equal(
        await holds(canonicalJson({ ...receipt, ...change })),
        false,
        JSON.stringify(change),
      );
    assert.equal(await holds(JSON.stringify(receipt, undefined, 2)), false);
    const { seal, ...rest } = receipt;
    assert.equal(await holds(JSON.stringify({ seal, ...rest })), false);
  });

  it('is told what it says in plain words, without a network', async () => {
    await build({
      configFile: 'verify/vite.config.ts',
      logLevel: 'error',
      build: { outDir: folder.path, emptyOutDir: false },
    });
    const file = join(folder.path, 'receipt.json');
    writeFileSync(file, text);
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(folder.path, 'visma-support-verify.js'), ...args], {
        encoding: 'utf8',
      });
    const { status, stdout } = run(file);
    assert.equal(status, 0);
    assert.match(stdout, /Maija Mäkelä \(customer, [\w-]+\) granted access/);
    assert.match(stdout, /companies \(2\): 1234, 5678/);
    assert.match(stdout, /Laura Niemi \(support, [\w-]+\) looked at company 1234, area kirjanpito/);
    assert.match(stdout, /These keys are named by the receipt itself/);
    writeFileSync(file, text.replace('"index":2', '"index":3'));
    const refused = run(file);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /This receipt does not hold: .*Don't rely on it/);
    assert.equal(run().status, 2);
    assert.equal(run(join(folder.path, 'none.json')).status, 2);
  });
});

/** What somebody does who is signed in to the database as its owner, with triggers off. */
const tamperings: Readonly<Record<string, (id: string) => string>> = {
  'alters a statement': (id) =>
    `update advisory_log set jws = replace(jws, '.', '.e') where request = '${id}' and index % 6 = 2`,
  'removes a statement': (id) =>
    `delete from advisory_log where request = '${id}' and index % 6 = 3`,
  'removes the last statement with its hashes': (id) => `
    delete from advisory_log where request = '${id}' and index = (select max(index) from advisory_log);
    update advisory_log_heads set size = size - 1`,
  'puts another hash in': () => `update advisory_log_nodes set hash = sha256('x') where level = 1`,
  'adds a hash': () =>
    `insert into advisory_log_nodes select tenant, 9, 9, hash from advisory_log_nodes limit 1`,
  'removes an act from the history': (id) =>
    `delete from advisory_log where false;
     alter table advisory_log drop constraint advisory_log_history_fkey;
     delete from advisory_history where request = '${id}' and act = 'used'`,
  'says that another person decided': (id) =>
    `update advisory_history set by = 'accountant' where request = '${id}' and act = 'approved'`,
  'adds an act': (id) =>
    `insert into advisory_history (request, version, at, act, by, by_name) values ('${id}', 2, now(), 'returned', 'main-user', 'Maija Mäkelä')`,
  'widens a decision': (id) =>
    `update advisory_decisions set companies = null where request = '${id}'`,
  'makes a decision longer': (id) =>
    `update advisory_decisions set until_at = until_at + interval '1 day' where request = '${id}'`,
  'asks for more after the fact': (id) =>
    `update advisory_versions set companies = companies || '[{"number":"666","name":"Uusi"}]' where request = '${id}'`,
  'names somebody else as the one whom it is for': (id) =>
    `update advisory_versions set granted_name = 'Joku Muu' where request = '${id}'`,
  'moves a request to another environment': (id) =>
    `update advisory_versions set environment = '{"id":"toinen","name":"Toinen"}' where request = '${id}'`,
  'lets a request begin earlier': (id) =>
    `update advisory_versions set from_at = from_at - interval '1 day' where request = '${id}'`,
  'names somebody else as the one who did it': (id) =>
    `update advisory_history set by_name = 'Joku Muu' where request = '${id}' and act = 'approved'`,
  'opens again what was ended': (id) =>
    `update advisory_access set state = 'active', ends_at = ends_at + interval '1 day' where id = '${id}'`,
  'opens again what was ended, until the end that was granted': (id) =>
    `update advisory_access set state = 'active', ends_at = (select until_at from advisory_decisions where request = '${id}') where id = '${id}'`,
  'decides in the customer’s name': () =>
    `insert into advisory_decisions (request, version, outcome, by, by_name, at, until_at, digest)
     select id, version, 'approved', 'main-user', 'Maija Mäkelä', now(), lapses_at, '' from advisory_access where state = 'pending' limit 1`,
};

describe('The log of a customer tells at the next checkpoint when somebody with the database', () => {
  let desk: AdvisoryDesk;
  let opened: OpenDatabase;
  let id: string;

  before(async () => {
    const storage: Storage = await anyDatabase();
    desk = await AdvisoryDesk.open(storage);
    opened = await openDatabase(storage);
    id = await story(desk);
    await desk.ask();
  });
  after(async () => {
    await opened.close();
    await desk.close();
  });

  const withoutTriggers = async (db: Database, statements: string) => {
    for (const table of ['log', 'log_nodes', 'history', 'versions', 'decisions'])
      await sql`alter table ${sql.table(`advisory_${table}`)} disable trigger append_only`.execute(
        db,
      );
    for (const statement of statements.split(';'))
      if (statement.trim()) await sql.raw(statement).execute(db);
  };

  for (const [title, statements] of Object.entries(tamperings)) {
    it(title, async () => {
      assert.equal(await problemIn(opened.db, 'tenant-1'), undefined);
      const undone = new Error('undone');
      await assert.rejects(
        opened.db.transaction().execute(async (trx) => {
          await withoutTriggers(trx, statements(id));
          assert.notEqual(await problemIn(trx, 'tenant-1'), undefined);
          throw undone;
        }),
        undone,
      );
    });
  }

  it('opens again a right that the customer has ended, and it lets nobody in', async () => {
    await withoutTriggers(
      opened.db,
      tamperings['opens again what was ended, until the end that was granted']?.(id) ?? '',
    );
    assert.equal((await desk.mayLook()).allowed, false);
    await withoutTriggers(
      opened.db,
      `update advisory_access set state = 'revoked', ends_at = starts_at where id = '${id}'`,
    );
  });

  it('lets support in where no customer’s signature does', async () => {
    const { id: pending } = await desk.ask({ grantedTo: { kind: 'unit', name: 'Asiakaspalvelu' } });
    await withoutTriggers(
      opened.db,
      `insert into advisory_decisions (request, version, outcome, by, by_name, at, until_at, digest)
       values ('${pending}', 1, 'approved', 'main-user', 'Maija Mäkelä', '2026-01-05T07:05Z', '2026-01-05T15:05Z', '');
       update advisory_access set state = 'active', starts_at = '2026-01-05T07:05Z', ends_at = '2026-01-05T15:05Z' where id = '${pending}'`,
    );
    assert.equal((await desk.mayLook()).allowed, false);
    const { status } = await desk.endpoint.ask(getAdvisoryCheckpoint, { as: 'main-user' });
    assert.equal(status, 409);
    assert.equal(await desk.refused(getAdvisoryReceipt, id), '409 conflict');
  });
});
