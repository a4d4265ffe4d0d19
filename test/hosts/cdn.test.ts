import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import cdn from '../../vite.cdn.config.js';
import { servePages, type PageServer } from '../tools/page-server.js';
import { forEachBrowser, inOneBrowser, type Page } from './browsers.js';

const file = 'visma-support-widgets.js';

const tags = [
  'support-provider',
  'advisory-access-approval',
  'advisory-access-badge',
  'remote-support-download',
  'screenshot-attach',
  'support-request-form',
  'support-request-list',
];

const pageWith = (scripts: string): string =>
  `<!doctype html><html lang="fi"><meta charset="utf-8"><title>Tuki</title><link rel="icon" href="/favicon.svg" type="image/svg+xml">${scripts}<main><h1>Tuki</h1><remote-support-download></remote-support-download></main></html>`;

const scriptOf = (name: string, integrity: string): string =>
  `<script type="module" src="./${name}" integrity="${integrity}" crossorigin="anonymous"></script>`;

const definedTags = (page: Page): Promise<string[]> =>
  page.evaluate(
    (names: readonly string[]) => names.filter((name) => customElements.get(name)),
    tags,
  );

describe('the one file for pages without a build', () => {
  let folder: string;
  let site: PageServer;
  let siteWithDuplicates: PageServer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'support-cdn-'));
    await build({
      ...cdn,
      configFile: false,
      logLevel: 'error',
      build: { ...cdn.build, outDir: folder },
    });
    const { [file]: integrity = '' } = JSON.parse(
      await readFile(join(folder, 'integrity.json'), 'utf8'),
    ) as Record<string, string>;
    await copyFile(join(folder, file), join(folder, 'copy.js'));
    await copyFile(
      join(import.meta.dirname, '../../examples/public/favicon.svg'),
      join(folder, 'favicon.svg'),
    );
    const another = `sha384-${Buffer.alloc(48).toString('base64')}`;
    await writeFile(join(folder, 'index.html'), pageWith(scriptOf(file, integrity)));
    await writeFile(join(folder, 'changed.html'), pageWith(scriptOf(file, another)));
    await writeFile(
      join(folder, 'two-lits.html'),
      pageWith(scriptOf(file, integrity) + scriptOf('copy.js', integrity)),
    );
    site = await servePages(folder);
    siteWithDuplicates = await servePages(folder, { trustedTypes: ["'allow-duplicates'"] });
  });
  after(async () => {
    site.stop();
    siteWithDuplicates.stop();
    await rm(folder, { recursive: true, force: true });
  });

  forEachBrowser((_name, open) => {
    it("registers every element, and works to the last part, in the page's language, under the strict policy", async () => {
      const page = await open();
      await page.goto(`${site.origin}/`);
      await page.waitForText('Kuka soitti?');
      assert.deepEqual(await definedTags(page), tags);
      await page.click('button', 'Minä soitin Vismalle');
      await page.waitForText('Etätukiohjelma');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });

  inOneBrowser((_name, open) => {
    it("doesn't run where its content is not what the page's integrity attribute expects", async () => {
      const page = await open();
      await page.goto(`${site.origin}/changed.html`);
      await page.waitForText('Tuki');
      assert.deepEqual(await definedTags(page), []);
    });

    it('works beside another copy of Lit where the policy allows duplicates', async () => {
      const page = await open();
      await page.goto(`${siteWithDuplicates.origin}/two-lits.html`);
      await page.waitForText('Kuka soitti?');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });
});
