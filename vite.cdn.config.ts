import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { smallTemplates } from './vite.config.js';

const fileName = 'visma-support-widgets.js';

/** What a page says of the file, so that the browser runs it only as it was built. */
const integrity = (): Plugin => ({
  name: 'integrity',
  writeBundle({ dir = '' }, bundle) {
    const file = bundle[fileName];
    if (file?.type !== 'chunk') return this.error(`There is no ${fileName}`);
    const hash = `sha384-${createHash('sha384').update(file.code).digest('base64')}`;
    writeFileSync(
      path.join(dir, 'integrity.json'),
      `${JSON.stringify({ [fileName]: hash }, undefined, 2)}\n`,
    );
    this.info(
      `<script type="module" src="…/${fileName}" integrity="${hash}" crossorigin="anonymous"></script>`,
    );
  },
});

/** Everything in one file that registers all elements, for pages without a build of their own; the licences of what is in it beside it. */
export default defineConfig({
  plugins: [smallTemplates(), integrity()],
  build: {
    target: 'es2022',
    outDir: path.resolve(import.meta.dirname, 'dist/cdn'),
    license: { fileName: 'licenses.md' },
    lib: {
      entry: path.resolve(import.meta.dirname, 'src/define.ts'),
      formats: ['es'],
      fileName: () => fileName,
    },
    rollupOptions: { output: { codeSplitting: false, minify: true } },
  },
});
