import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles the endpoint's programs, each with all of its modules into one file, and gives their folder: they start in a fraction of
 * the work that reading modules one by one takes. The embedded database stays outside, since it reads files of its own from beside
 * itself. The files lie as deep below the root as their sources, since defaults are found from there.
 *
 * Tests that start a program find the folder in TEST_PROGRAMS.
 */
export const buildPrograms = async () => {
  const folder = join(root, '.cache/program');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/main.ts', 'server/src/signing-key.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@electric-sql/pglite', 'pg-native'],
    // What is still CommonJS in it asks for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return folder;
};
