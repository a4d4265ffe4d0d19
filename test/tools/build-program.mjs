import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/**
 * Bundles the endpoint's program with all of its modules into one file, and gives its path: it starts in a fraction of the work
 * that reading them one by one takes. The embedded database stays outside, since it reads files of its own from beside itself.
 * The file lies as deep below the root as its source, since defaults are found from there.
 *
 * Tests that start the program find the path in TEST_PROGRAM.
 */
export const buildProgram = async () => {
  const file = join(root, '.cache/program/main.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/main.ts'],
    outfile: file,
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
  return file;
};
