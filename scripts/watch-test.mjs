import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInBrowser } from '../test/tools/browser-plan.mjs';

// npm run test:watch -- test/elements/support-request-form/form.test.ts
// Runs one test file again whenever it or what it imports changes. BROWSERS=firefox chooses another browser than Chromium.
const root = join(import.meta.dirname, '..');
const [file] = process.argv.slice(2);

if (!file || !existsSync(join(root, file))) {
  console.error('Name one test file: npm run test:watch -- test/contract/subject.test.ts');
  process.exit(2);
}
const args = isInBrowser(file)
  ? [join(root, 'node_modules/@web/test-runner/dist/bin.js'), '--watch']
  : ['--import=tsx', '--test', '--watch', file];
spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { BROWSERS: 'chromium', ...process.env, TEST_FILES: file },
}).on('close', (code) => {
  process.exitCode = code ?? 1;
});
