import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDemoEndpoint } from '../../server/src/demo.js';
import type { Endpoint } from '../../server/src/endpoint.js';
import { forEachBrowser } from '../hosts/browsers.js';
import { pack, run, runWell, type Packed } from '../tools/packed.js';
import { servePages, type PageServer } from '../tools/page-server.js';

interface Framework {
  readonly name: string;
  /** The file that holds the elements, where the framework checks what it says to them. */
  readonly checked?: string;
  /** What the framework itself makes HTML by, which a strict policy has to name. */
  readonly trustedTypes?: readonly string[];
}

const frameworks: readonly Framework[] = [
  { name: 'html' },
  { name: 'react', checked: 'src/main.tsx' },
  { name: 'vue', checked: 'src/App.vue', trustedTypes: ['vue'] },
  { name: 'svelte', checked: 'src/App.svelte', trustedTypes: ['svelte-trusted-html'] },
  { name: 'angular', trustedTypes: ['angular'] },
];

const tags = [
  'support-provider',
  'advisory-access-badge',
  'support-request-form',
  'screenshot-attach',
  'support-request-list',
  'advisory-access-approval',
  'remote-support-download',
];

/** The template of a host in a folder of its own, with the packed package and all else from the registry. */
async function install(name: string, { folder, tarball }: Packed): Promise<string> {
  const host = join(folder, name);
  await cp(join(import.meta.dirname, name), host, { recursive: true });
  await cp(join(import.meta.dirname, 'shared'), join(host, 'src'), { recursive: true });
  await cp(join(import.meta.dirname, '../../examples/public'), join(host, 'public'), {
    recursive: true,
  });
  await runWell('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', tarball], host);
  return host;
}

let packed: Packed;
let endpoint: Endpoint;
before(async () => {
  packed = await pack();
  endpoint = await createDemoEndpoint({ basePath: '/api/support' });
});
after(async () => {
  await endpoint.close();
  await packed.remove();
});

for (const { name, checked, trustedTypes = [] } of frameworks) {
  describe(`a host in ${name}`, { concurrency: 1 }, () => {
    let host: string;
    let site: PageServer;
    before(async () => {
      host = await install(name, packed);
      await runWell('npm', ['run', 'build'], host);
      site = await servePages(join(host, 'dist'), { endpoint, trustedTypes });
    });
    after(() => site.stop());

    it('passes its own type check, the types of the package included', async () => {
      const { code, output } = await run('npm', ['run', 'check'], host);
      assert.equal(code, 0, output);
    });

    if (checked) {
      it('is told by its type check what an element does not take', async () => {
        const path = join(host, checked);
        const source = await readFile(path, 'utf8');
        await writeFile(path, source.replace('kind="question"', 'kind="complaint"'));
        const { code, output } = await run('npm', ['run', 'check'], host);
        await writeFile(path, source);
        assert.notEqual(code, 0);
        assert.match(output, /complaint/);
      });
    }

    forEachBrowser((browser, open) => {
      it(`shows every element, hears their events and changes their language, under the strict policy, in ${browser}`, async () => {
        const page = await open();
        await page.goto(`${site.origin}/`);
        await page.waitForText('Maija Mäkelä');
        await page.waitForText('Kuka soitti?');
        await page.waitForText(/Odottaa: [1-9]/);
        const hidden = await page.evaluate(
          (names: readonly string[]) =>
            names.filter((tag) => !document.querySelector(tag)?.shadowRoot?.firstElementChild),
          tags,
        );
        assert.deepEqual(hidden, []);

        await page.fill('Kysymys lyhyesti', 'raportti jää tyhjäksi');
        await page.fill('Kuvaus', 'Ajoin raportin, ja se jäi tyhjäksi.');
        await page.click('button', 'Lähetä tukipyyntö');
        await page.waitForText(/Lähetetty: FIV-/);

        await page.click('button', 'English');
        await page.waitForText('Who called?');
        assert.deepEqual(await page.violations(), []);
        assert.deepEqual(await page.errors(), []);
      });
    });
  });
}
