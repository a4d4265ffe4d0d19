import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithThisProcess } from '../tools/helpers.mjs';

const root = join(import.meta.dirname, '../..');

export interface Portal {
  /** Without a slash at the end; the pages are at `/customer-portal/` and so on. Another one after each start. */
  readonly origin: string;
  readonly endpoint: string;
  readonly dataDir: string;
  /** Ends the program as the system would (SIGTERM), or at once (SIGKILL), with its data kept. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

let built: Promise<void> | undefined;

/** Builds the pages that the program serves, once a process; `npm test` has built them already and says so. */
export const buildExamples = (): Promise<void> => {
  built ??= process.env.EXAMPLES_BUILT ? Promise.resolve() : run();
  return built;
};

async function run(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [vite, 'build', '--config', 'examples/vite.config.ts', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The examples could not be built');
}

const listening = /Listening on (http:\S+)/;

/**
 * Starts what `npm start` runs, with fresh data. It is slow to start: a test that doesn't need the program itself, or data that
 * outlive it, takes `startClockedPages`.
 */
export async function startPortal(env: Readonly<Record<string, string>> = {}): Promise<Portal> {
  await buildExamples();
  const dataDir = await mkdtemp(join(tmpdir(), 'support-portal-'));
  let origin = '';
  let program: ChildProcess | undefined;

  const portal: Portal = {
    get origin() {
      return origin;
    },
    get endpoint() {
      return `${origin}/api/support`;
    },
    dataDir,
    async start() {
      const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts', '--demo'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          PORT: '0',
          HOST: '127.0.0.1',
          DATA_DIR: dataDir,
          LIMIT_SUBMISSIONS: '100000',
          ...env,
        },
      });
      endWithThisProcess(child);
      program = child;
      // It tells its address when it answers.
      origin = await new Promise((resolve, reject) => {
        let output = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (chunk: Buffer) => {
            output = (output + chunk.toString()).slice(-10_000);
            const [, address] = listening.exec(output) ?? [];
            if (address) resolve(address);
          });
        child.once('close', () => reject(new Error(`The program did not start:\n${output}`)));
      });
    },
    async end(signal = 'SIGTERM') {
      if (!program || program.exitCode !== null || program.signalCode !== null) return;
      const ended = once(program, 'exit');
      program.kill(signal);
      const late = setTimeout(() => program?.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    },
    async stop() {
      await portal.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await portal.start();
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return portal;
}
