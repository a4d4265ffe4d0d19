import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { dataOfProgram } from '../server/tools/postgres.js';
import { Program, temporaryFolder } from '../server/tools/program.js';

const root = join(import.meta.dirname, '../..');

export interface Portal {
  /** Without a slash at the end; the pages are at `/customer-portal/` and so on. Another one after each start. */
  readonly origin: string;
  readonly endpoint: string;
  /** Ends the program as the system would, with its data kept. */
  end(): Promise<void>;
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

/**
 * Starts what `npm start` runs, with fresh data. It is slow to start: a test that doesn't need the program itself takes
 * `startClockedPages`.
 */
export async function startPortal(): Promise<Portal> {
  await buildExamples();
  const folder = await temporaryFolder();
  const data = await dataOfProgram(folder.path);
  let origin = '';
  let program: Program | undefined;

  const portal: Portal = {
    get origin() {
      return origin;
    },
    get endpoint() {
      return `${origin}/api/support`;
    },
    async start() {
      program = new Program(['--demo'], { ...data, LIMIT_SUBMISSIONS: '100000' });
      const address = await program.address();
      if (address === undefined)
        throw new Error(`The program did not start:\n${(await program.ended).output}`);
      origin = address;
    },
    async end() {
      await program?.kill('SIGTERM');
    },
    async stop() {
      await portal.end();
      await folder.remove();
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
