import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { context } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const folder = '.cache/browser-tests';

/** Where the bundle of a test file is. */
export const bundleOf = (file) => join(root, folder, file.replace(/\.ts$/, '.js'));

/** Which test file a bundle was made from, below the root. */
export const sourceOf = (bundle) =>
  bundle
    .slice(join(root, folder).length + 1)
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');

/** `import('./module.js?copy')` is a second copy of that module, as where two versions of the package meet on one page. */
const copies = {
  name: 'copies',
  setup(build) {
    build.onResolve({ filter: /\?copy$/ }, async ({ path, resolveDir, kind }) => ({
      ...(await build.resolve(path.replace(/\?copy$/, ''), { resolveDir, kind })),
      suffix: '?copy',
    }));
  },
};

/**
 * Bundles test files for pages of the test runner, with what loads later in files of its own. Unbundled, each page would ask for
 * about 350 modules one by one. Generated tests get their counts and their seed here.
 *
 * @param {readonly string[]} files below the root
 * @param {{ watch?: boolean }} options whether to bundle again when a source changes
 */
export const bundleTests = async (files, { watch = false } = {}) => {
  const given = Number(process.env.TEST_SEED || NaN);
  const seed = Number.isInteger(given) ? given : Date.now() | 0;
  rmSync(join(root, folder), { recursive: true, force: true });
  const bundler = await context({
    absWorkingDir: root,
    entryPoints: files,
    outdir: folder,
    outbase: '.',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    conditions: ['development', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    define: { TEST_IS_LONG: String(Boolean(process.env.TEST_LONG)), TEST_SEED: String(seed) },
    plugins: [copies],
    logLevel: 'warning',
  });
  await bundler.rebuild();
  if (watch) await bundler.watch();
  else await bundler.dispose();
};
