import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
/** Where the package is built: its `sideEffects` name these files. */
const packed = join(root, 'dist');

/** What the endpoint of our page answers, as a file: a profile without anything that is asked for beside it. */
const SERVICE = 'api/support/service';

const vite = (...options) =>
  promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', ...options],
    { cwd: root },
  );

/** The package as hosts get it. */
const buildPackage = () => vite();

/** The example pages, as the demonstration serves them. */
export const buildExamples = () => vite('--config', 'examples/vite.config.ts');

/**
 * Builds one of these pages as a host of Vite does, without any setting.
 *
 * @param {string} name the folder's
 * @param {string} folder where it goes to
 */
export async function buildPage(name, folder) {
  const page = join(import.meta.dirname, name);
  if (name === 'ours') await buildPackage();
  await build({
    root: page,
    configFile: false,
    logLevel: 'error',
    define: { __SENTRY_DEBUG__: 'false', __SENTRY_TRACING__: 'false' },
    resolve: {
      alias: {
        'visma-support-widgets/fi': join(packed, 'fi.js'),
        'visma-support-widgets/support-request-form/define': join(
          packed,
          'elements/support-request-form/support-request-form.define.js',
        ),
      },
    },
    build: { target: 'es2022', outDir: folder, emptyOutDir: true, reportCompressedSize: false },
  });
  if (name !== 'ours') return;
  await mkdir(join(folder, SERVICE, '..'), { recursive: true });
  await cp(join(page, 'service.json'), join(folder, SERVICE));
}
