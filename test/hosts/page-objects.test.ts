import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { submitRequest } from '../../src/contract/index.js';
import {
  advisoryAnswers,
  FakeEndpoint,
  sampleAdvisoryAccess,
  sampleRequest,
} from '../../src/testing/index.js';
import { sent, useEachElement } from '../testing/acts.js';
import { findBrowsers } from '../tools/browsers.mjs';
import { servePages, type PageServer } from '../tools/page-server.js';
import { patience } from './page.js';
import { launch } from './playwright-page.js';

const root = join(import.meta.dirname, '../..');

const tags = [
  'support-request-form',
  'support-request-list',
  'screenshot-attach',
  'advisory-access-approval',
  'remote-support-download',
];

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title>
<script type="module">import 'visma-support-widgets/define';</script>
<support-provider endpoint="/api/support" product="fivaldi" application="kirjanpito">
${tags.map((tag) => `<${tag}></${tag}>`).join('\n')}
</support-provider></html>`;

describe('the page objects, in a browser that Playwright drives', () => {
  let folder: string;
  let site: PageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'support-page-objects-'));
    const source = join(folder, 'source');
    await mkdir(source);
    await writeFile(join(source, 'index.html'), page);
    await build({
      root: source,
      publicDir: join(root, 'examples/public'),
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { 'visma-support-widgets/define': join(root, 'src/define.ts') } },
      build: { target: 'es2022', outDir: join(folder, 'pages'), assetsInlineLimit: 0 },
    });
    site = await servePages(join(folder, 'pages'));
  });
  after(async () => {
    site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('do what a person does with each element', async () => {
    const { chromium } = findBrowsers();
    assert.ok(chromium, 'There is no Chromium');
    const endpoint = new FakeEndpoint({ answers: advisoryAnswers([sampleAdvisoryAccess()]) });
    await endpoint.client.send(submitRequest, { params: { id: sent }, body: sampleRequest() });
    const browser = await launch('chromium', chromium);
    try {
      const tab = await browser.newPage();
      tab.setDefaultTimeout(patience);
      await tab.route('**/api/support/**', endpoint.handleRoute);
      await tab.goto(site.origin);
      await useEachElement(endpoint, (tag) => tab.locator(`support-provider > ${tag}`), {
        equal: assert.deepEqual,
        match: assert.match,
      });
    } finally {
      await browser.close();
    }
  });
});
