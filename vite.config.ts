import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin } from 'vite';

const source = path.resolve(import.meta.dirname, 'src');
const manifest = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, 'package.json'), 'utf8'),
) as {
  dependencies: Record<string, string>;
};

const tags = readdirSync(path.join(source, 'elements'));
const entries = [
  'index',
  'define',
  'fi',
  'sv',
  'en',
  'in-server-component',
  'contract/index',
  'client/index',
  'testing/index',
  'testing/simulated-browser',
  'context/support-provider',
  'context/support-provider.define',
  ...tags.flatMap((tag) => [`elements/${tag}/${tag}`, `elements/${tag}/${tag}.define`]),
];

/** Lit templates without their indentation; a space between words stays a space. */
export const smallTemplates = (): Plugin =>
  minifyTemplateLiterals({
    include: '**/src/**',
    options: { minifyOptions: { conservativeCollapse: true } },
  }) as unknown as Plugin;

/**
 * The npm build: module by module, Lit and the other dependencies left out. What goes into one file, the host's bundler knows best: from
 * files that were put together for another page it makes twice as many.
 */
export default defineConfig({
  plugins: [smallTemplates()],
  build: {
    target: 'es2022',
    // The CDN file, examples and Storybook have their places there too.
    emptyOutDir: false,
    lib: {
      entry: Object.fromEntries(entries.map((entry) => [entry, path.join(source, `${entry}.ts`)])),
      formats: ['es'],
    },
    rollupOptions: {
      external: Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      output: {
        entryFileNames: '[name].js',
        preserveModules: true,
        preserveModulesRoot: 'src',
        minify: true,
      },
    },
  },
});
