import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { chunks } from '../../chunks.ts';

const root = join(import.meta.dirname, '../..');
const entry = 'virtual:page';
/** What this bundler adds to a page, once, for all its dynamic imports; others add nothing, and so do references without any. */
const bundlersOwn = '\0vite/preload-helper.js';
/** The library's own plugins, so that what is measured is what is shipped. */
const { config } = (await loadConfigFromFile(
  { command: 'build', mode: 'production' },
  join(root, 'vite.config.ts'),
)) ?? { config: {} };

const bundle = async (modules) => {
  const page = {
    name: 'page',
    enforce: 'pre',
    resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
    // The package's `sideEffects` names its own modules; what the page imports counts in any case.
    transform: (code, id) =>
      modules.some((module) => id === join(root, module))
        ? { code, moduleSideEffects: true }
        : undefined,
    load: (id) => {
      if (id === bundlersOwn) return 'export const __vitePreload = (load) => load();';
      return id === `\0${entry}`
        ? modules.map((module) => `import ${JSON.stringify(join(root, module))};`).join('\n')
        : undefined;
    },
  };
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [...(config.plugins ?? []), page],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { page: entry },
        output: { format: 'es', minify: true, codeSplitting: chunks('start') },
      },
    },
  });
  return output.filter(({ type }) => type === 'chunk');
};

const compressed = ({ code }) =>
  brotliCompressSync(code, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
    },
  }).length;

/** The chunks that a page loads: statically, and of the dynamic ones those that `loads` says yes to, by module. */
const reach = (chunks, loads) => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const moduleOf = ({ facadeModuleId, moduleIds }) =>
    [facadeModuleId, ...moduleIds].filter(Boolean).map((id) => id.slice(root.length + 1));
  const reached = new Set();
  const visit = (chunk) => {
    if (!chunk || reached.has(chunk)) return;
    reached.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
    for (const name of chunk.dynamicImports) {
      const target = byName.get(name);
      if (target && moduleOf(target).some(loads)) visit(target);
    }
  };
  visit(chunks.find(({ isEntry }) => isEntry));
  return [...reached];
};

/**
 * What a page that imports these modules loads, each file compressed on its own as a server sends it.
 *
 * @param {readonly string[]} modules paths from the root
 * @param {(module: string) => boolean} loads which dynamically imported modules count
 */
export const measure = async (modules, loads) => {
  const chunks = await bundle(modules);
  const files = reach(chunks, loads).map((chunk) => ({
    name: chunk.fileName,
    bytes: compressed(chunk),
    modules: chunk.moduleIds,
  }));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes < 1000) throw new Error(`Nothing of ${modules.join(', ')} is left in the page`);
  return { bytes, files };
};
