import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { chunks } from '../../chunks.ts';
import { smallTemplates } from '../../vite.config.ts';

const root = join(import.meta.dirname, '../..');
const inSource = (path) => join(root, 'src', path);

/** What the endpoint of our page answers, as a file: a profile without anything that is asked for beside it. */
const SERVICE = 'api/support/service';

/**
 * Builds one of these pages as a host of Vite would.
 *
 * @param {string} name the folder's
 * @param {string} folder where it goes to
 */
export async function buildPage(name, folder) {
  const page = join(import.meta.dirname, name);
  await build({
    root: page,
    configFile: false,
    logLevel: 'error',
    plugins: [smallTemplates()],
    define: { __SENTRY_DEBUG__: 'false', __SENTRY_TRACING__: 'false' },
    resolve: {
      alias: {
        'visma-support-widgets/fi': inSource('fi.ts'),
        'visma-support-widgets/support-request-form/define': inSource(
          'elements/support-request-form/support-request-form.define.ts',
        ),
      },
    },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      reportCompressedSize: false,
      rollupOptions: { output: { codeSplitting: chunks() } },
    },
  });
  if (name !== 'ours') return;
  await mkdir(join(folder, SERVICE, '..'), { recursive: true });
  await cp(join(page, 'service.json'), join(folder, SERVICE));
}
