import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'vite';
import { send, toRequest } from '../tools/fetch-bridge.mjs';
import { base, origin, Stage } from './tools.js';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('The packed conformance check', () => {
  let stage: Stage;
  let server: Server;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'support-conformance-'));
    stage = await Stage.open();
    server = createServer((incoming, outgoing) => {
      void toRequest(incoming)
        .then(stage.pass)
        .then((answer) => send(answer, outgoing));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await build({ configFile: join(root, 'conformance/vite.config.ts'), logLevel: 'error' });
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
      cwd: join(root, 'conformance'),
    });
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    await run(
      'npm',
      ['install', '--offline', '--no-audit', '--no-fund', join(folder, stdout.trim())],
      { cwd: folder },
    );
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  });

  const npx = async (...args: string[]): Promise<Ended> => {
    const { port } = server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}${base}`;
    const { person, other } = stage.tokens;
    // Tokens in the environment are seen by nobody who lists what runs.
    const env = { ...process.env, SUPPORT_TOKEN: person, SUPPORT_OTHER_TOKEN: other };
    return run('npx', ['--no-install', 'visma-support-conformance', endpoint, ...args], {
      cwd: folder,
      env,
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: Ended) => error,
    );
  };

  it('runs by npx in a folder that has nothing else, and finds nothing broken', async () => {
    await stage.ask();
    const { code, stdout, stderr } = await npx('--origin', origin);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^\d+ kept, 0 broken, \d+ not checked$/m);
    assert.equal(stderr, '');
  });

  it('gives one JSON document to whoever asks for it', async () => {
    const { stdout } = await npx('--json', '--only', 'service');
    const { broken, checks } = JSON.parse(stdout) as { broken: number; checks: unknown[] };
    assert.equal(broken, 0);
    assert.ok(checks.length > 5);
  });

  it('ends with 2 and a sentence where it cannot check', async () => {
    const { code, stdout, stderr } = await npx('--only', 'nothing');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^--only knows/);
  });
});
