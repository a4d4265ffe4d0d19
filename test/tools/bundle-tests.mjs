import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { context } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const folder = '.cache/browser-tests';

/** Where the bundle of a page is. */
export const bundleOf = ({ name }) => join(root, folder, `${name}.test.js`);

/** A page imports its files one after the other, and tells before each whose tests come now: see test-files.ts. */
const pageOfFiles = (pages) => ({
  name: 'pages',
  setup(build) {
    const filesOf = new Map(pages.map(({ name, files }) => [name, files]));
    build.onResolve({ filter: /^(page|begin):/ }, ({ path }) => {
      const [namespace, name] = path.split(':');
      return { namespace, path: name };
    });
    // package.json says that nothing but what defines elements does anything when it is imported.
    build.onResolve({ filter: /^file:/ }, ({ path }) => ({
      path: join(root, path.slice('file:'.length)),
      sideEffects: true,
    }));
    build.onLoad({ filter: /./, namespace: 'page' }, ({ path }) => ({
      resolveDir: root,
      contents: filesOf
        .get(path)
        .map((file) => `import 'begin:${file}';\nimport 'file:${file}';`)
        .join('\n'),
    }));
    build.onLoad({ filter: /./, namespace: 'begin' }, ({ path }) => ({
      resolveDir: root,
      contents: `import { beginFile } from './test/tools/test-files.ts';\nbeginFile('${path}');`,
    }));
  },
});

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
 * @param {readonly { name: string, files: readonly string[] }[]} pages with files below the root
 * @param {{ firstEngine: string, watch?: boolean }} options the browser that has what one engine is enough for, and whether to bundle
 *   again when a source changes
 */
export const bundleTests = async (pages, { firstEngine, watch = false }) => {
  const given = Number(process.env.TEST_SEED || NaN);
  const seed = Number.isInteger(given) ? given : Date.now() | 0;
  rmSync(join(root, folder), { recursive: true, force: true });
  const bundler = await context({
    absWorkingDir: root,
    entryPoints: pages.map(({ name }) => ({ in: `page:${name}`, out: `${name}.test` })),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    conditions: ['development', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    define: {
      TEST_IS_LONG: String(Boolean(process.env.TEST_LONG)),
      TEST_SEED: String(seed),
      TEST_FIRST_ENGINE: JSON.stringify(firstEngine),
    },
    plugins: [pageOfFiles(pages), copies],
    logLevel: 'warning',
  });
  await bundler.rebuild();
  if (watch) await bundler.watch();
  else await bundler.dispose();
};
