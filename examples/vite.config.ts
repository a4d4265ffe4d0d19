import path from 'node:path';
import { defineConfig } from 'vite';
import { smallTemplates } from '../vite.config.js';

const here = import.meta.dirname;

/** The example pages as static files in dist/examples; they use the package as a host would. */
export default defineConfig({
  root: here,
  plugins: [smallTemplates()],
  resolve: {
    alias: {
      'visma-support-widgets/client': path.resolve(here, '../src/client/index.ts'),
      'visma-support-widgets/contract': path.resolve(here, '../src/contract/index.ts'),
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
      input: {
        index: path.join(here, 'index.html'),
        'customer-portal': path.join(here, 'customer-portal/index.html'),
        'fivaldi-help-menu': path.join(here, 'fivaldi-help-menu/index.html'),
        'agent-desk': path.join(here, 'agent-desk/index.html'),
      },
    },
  },
});
