import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { endWithThisProcess } from '../../tools/helpers.mjs';

const sources = fileURLToPath(new URL('../../../server/src', import.meta.url));
/** `npm test` bundles the programs once, since each start reads all of their modules. */
const bundles = process.env['TEST_PROGRAMS'];

/** What Node is called with to run a program of the endpoint. */
export const commandOf = (name: 'main' | 'signing-key'): readonly string[] =>
  bundles
    ? [join(bundles, `${name}.mjs`)]
    : ['--import', import.meta.resolve('tsx'), join(sources, `${name}.ts`)];

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** The real program in a process of its own. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';
  readonly ended: Promise<Ended>;

  /** It is started in the root folder, since nothing may depend on where that is. */
  constructor(args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [...commandOf('main'), ...args], {
      cwd: '/',
      env: { PATH: process.env['PATH'], PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#child.emit('output');
      });
    }
    endWithThisProcess(this.#child);
    this.ended = once(this.#child, 'close').then(() => ({
      code: this.#child.exitCode,
      signal: this.#child.signalCode,
      output: this.#output,
    }));
  }

  /** What it has said so far. */
  get output(): string {
    return this.#output;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Where it listens; nothing when it ended instead. */
  async address(): Promise<string | undefined> {
    for (;;) {
      const address = /Listening on (http:\S+)/.exec(this.#output)?.[1];
      if (address !== undefined || this.#child.exitCode !== null || this.#child.signalCode !== null)
        return address;
      await Promise.race([once(this.#child, 'output'), this.ended]);
    }
  }

  /** What it says instead of starting. */
  async refusal(): Promise<Ended> {
    const address = await this.address();
    if (address === undefined) return this.ended;
    await this.kill('SIGKILL');
    throw new Error(`It started, at ${address}`);
  }

  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** A folder that is removed with everything in it. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'support-endpoint-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function demoToken(address: string, user = 'main-user'): Promise<string> {
  const response = await fetch(`${address}/api/support/demo/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  });
  return z.parse(z.object({ token: z.string() }), await response.json()).token;
}
