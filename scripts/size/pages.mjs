import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildExamples, buildPage } from '../../bench/pages/build.mjs';
import { serveFolder } from '../../bench/pages/serve.mjs';
import { loadPage } from './page-load.mjs';

const root = join(import.meta.dirname, '../..');
const description = '#description';

/** Runs what `npm start` runs, on data of its own. */
async function startDemo(folder) {
  const program = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts', '--demo'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: program.stdout })) {
    const [, origin] = /^Listening on (\S+)/.exec(line) ?? [];
    if (origin)
      return {
        origin,
        async stop() {
          program.kill('SIGTERM');
          await once(program, 'exit');
        },
      };
  }
  throw new Error('The demonstration did not start');
}

/**
 * The demo portal with all elements, built with chunks.ts, and a page with the form alone, built from the package by a Vite without any
 * setting, as a browser loads them.
 *
 * @returns {Promise<{ name: string, load: Awaited<ReturnType<typeof loadPage>>, goals: Record<string, number> }[]>}
 */
export async function measurePages() {
  const folder = await mkdtemp(join(tmpdir(), 'support-size-'));
  try {
    await buildExamples();
    const demo = await startDemo(folder);
    const portal = await loadPage(
      demo.origin,
      '/customer-portal/?user=main-user',
      description,
    ).finally(demo.stop);
    await buildPage('ours', join(folder, 'form'));
    const site = await serveFolder(join(folder, 'form'));
    const form = await loadPage(site.origin, '/', description).finally(site.stop);
    return [
      { name: 'customer portal', load: portal, goals: { requests: 14, waves: 3 } },
      {
        name: 'a page with the form',
        load: form,
        goals: { requests: 7, wavesUntilReady: 2, untilReady: 38, inAll: 50 },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
