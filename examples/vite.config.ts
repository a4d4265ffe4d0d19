import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { chunks } from '../chunks.js';
import { smallTemplates } from '../vite.config.js';

const here = import.meta.dirname;

/** What the elements ask for as soon as they run is fetched beside them, by every page that has them. */
const preloadParts = (...names: readonly string[]): Plugin => ({
  name: 'preload-parts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {}, chunk }) => {
      const hasElements = chunk?.imports.some((file) => bundle[file]?.name === 'elements');
      return Object.values(bundle)
        .filter(({ name }) => hasElements && name !== undefined && names.includes(name))
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
        }));
    },
  },
});

/** The example pages as static files in dist/examples; they use the package as a host would. */
export default defineConfig({
  root: here,
  plugins: [smallTemplates(), preloadParts('endpoint', 'shared', 'rolldown-runtime')],
  resolve: {
    alias: {
      'visma-support-widgets/client': path.resolve(here, '../src/client/index.ts'),
      'visma-support-widgets/contract': path.resolve(here, '../src/contract/index.ts'),
      'visma-support-widgets/fi': path.resolve(here, '../src/fi.ts'),
      'visma-support-widgets/sv': path.resolve(here, '../src/sv.ts'),
      'visma-support-widgets/define': path.resolve(here, '../src/define.ts'),
      'visma-support-widgets/screenshot-attach/define': path.resolve(
        here,
        '../src/elements/screenshot-attach/screenshot-attach.define.ts',
      ),
    },
  },
  build: {
    target: 'es2022',
    outDir: path.resolve(here, '../dist/examples'),
    emptyOutDir: true,
    // The strict policy of the pages has no place for scripts and styles inside them.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: { codeSplitting: chunks('elements') },
      input: {
        index: path.join(here, 'index.html'),
        'customer-portal': path.join(here, 'customer-portal/index.html'),
        'fivaldi-help-menu': path.join(here, 'fivaldi-help-menu/index.html'),
        'agent-desk': path.join(here, 'agent-desk/index.html'),
      },
    },
  },
});
