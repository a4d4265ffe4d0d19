import path from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** One file with the contract in it, which runs in plain Node. */
export default defineConfig({
  root: here,
  ssr: { noExternal: true },
  build: {
    ssr: path.join(here, 'src/main.ts'),
    target: 'node20',
    outDir: path.join(here, 'dist'),
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'visma-support-verify.js' } },
  },
});
