import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildPackage } from './build-package.mjs';

const root = join(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end, and tells what it printed and how it ended. */
export async function run(program: string, args: readonly string[], cwd = root): Promise<Ran> {
  const options = {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, options);
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr, message } = error as Error & {
      code?: number | string;
      stdout?: string;
      stderr?: string;
    };
    return {
      code: typeof code === 'number' ? code : 1,
      output: `${stdout ?? ''}${stderr ?? ''}` || message,
    };
  }
}

export async function runWell(
  program: string,
  args: readonly string[],
  cwd = root,
): Promise<string> {
  const { code, output } = await run(program, args, cwd);
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** A program of a package that is installed here. */
export const runHere = (name: string, args: readonly string[], cwd = root): Promise<Ran> =>
  run(process.execPath, [join(root, 'node_modules', name), ...args], cwd);

export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  remove(): Promise<void>;
}

/** The package as it would be published: built by whoever runs several suites and given in TEST_TARBALL, else built here. */
export async function pack(): Promise<Packed> {
  const given = process.env['TEST_TARBALL'];
  const built = given ? { tarball: given, remove: () => Promise.resolve() } : await buildPackage();
  const folder = await mkdtemp(join(tmpdir(), 'support-packed-'));
  return {
    folder,
    tarball: built.tarball,
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await built.remove();
    },
  };
}

/** A host's folder with the packed package in it, and what it depends on from here: nothing is fetched. */
export async function unpackIntoHost(
  { folder, tarball }: Packed,
  dependencies: readonly string[],
): Promise<string> {
  const host = join(folder, 'host');
  const modules = join(host, 'node_modules');
  await mkdir(join(modules, 'visma-support-widgets'), { recursive: true });
  await mkdir(join(modules, '@lit'));
  await runWell('tar', [
    '-xzf',
    tarball,
    '-C',
    join(modules, 'visma-support-widgets'),
    '--strip-components=1',
  ]);
  for (const name of dependencies)
    await symlink(join(root, 'node_modules', name), join(modules, name));
  return host;
}
