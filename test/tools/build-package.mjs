import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** What the build and the package are made of. */
const sources = [
  'src',
  'scripts',
  'types',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite.cdn.config.ts',
  'custom-elements-manifest.config.mjs',
  'README.md',
  'CHANGELOG.md',
  'docs',
  'LICENSE',
  'server/package.json',
  'conformance/package.json',
];

const npm = (args, cwd) =>
  promisify(execFile)('npm', args, {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
  }).catch((error) => {
    throw new Error(`npm ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`);
  });

/**
 * Builds the package and packs it, as it would be published. That happens in a copy of its sources, since a build begins by
 * emptying `dist`, where other tests of the same run have their files.
 *
 * @returns {Promise<{ tarball: string, remove(): Promise<void> }>}
 */
export const buildPackage = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'support-build-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy');
    const packed = join(folder, 'packed');
    await mkdir(packed);
    for (const name of sources) {
      await mkdir(dirname(join(copy, name)), { recursive: true });
      await cp(join(root, name), join(copy, name), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    await npm(['run', 'build'], copy);
    await npm(['pack', '--pack-destination', packed], copy);
    const [name = ''] = await readdir(packed);
    return { tarball: join(packed, name), remove };
  } catch (error) {
    await remove();
    throw error;
  }
};
