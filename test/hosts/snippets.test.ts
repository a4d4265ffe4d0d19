import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { smallTemplates } from '../../vite.config.js';
import { servePages, type PageServer } from '../tools/page-server.js';
import { inOneBrowser } from './browsers.js';

const root = join(import.meta.dirname, '../..');

/** The HTML of a document that holds a text, as a whole page; its styles are a file, as the strict policy wants them. */
async function pageOf(document: string, text: string): Promise<{ html: string; css: string }> {
  const snippets = (await readFile(join(root, document), 'utf8')).matchAll(
    /^```html\n([\s\S]*?)^```/gm,
  );
  const [snippet] = [...snippets].flatMap(([, html = '']) => (html.includes(text) ? [html] : []));
  if (!snippet) throw new Error(`${document} has no HTML with ${text}`);
  const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(snippet) ?? [];
  const body = snippet.replace(/<style>[\s\S]*?<\/style>/, '');
  return {
    css,
    html: `<!doctype html><html lang="fi"><meta charset="utf-8"><title>Ohje</title><link rel="stylesheet" href="./page.css">${body}</html>`,
  };
}

describe('the page of a host that copied from the documents', () => {
  let folder: string;
  let site: PageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'support-snippets-'));
    const source = join(folder, 'source');
    await mkdir(source);
    const { html, css } = await pageOf('docs/embedding.md', 'id="support"');
    await writeFile(join(source, 'index.html'), html);
    await writeFile(join(source, 'page.css'), css);
    await build({
      root: source,
      publicDir: join(root, 'examples/public'),
      configFile: false,
      logLevel: 'error',
      plugins: [smallTemplates()],
      resolve: { alias: { 'visma-support-widgets/define': join(root, 'src/define.ts') } },
      build: { target: 'es2022', outDir: join(folder, 'pages'), assetsInlineLimit: 0 },
    });
    site = await servePages(join(folder, 'pages'));
  });
  after(async () => {
    site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  inOneBrowser((_name, open) => {
    it('has a panel that fits the window, scrolls to its end, can be closed there and by Escape', async () => {
      const page = await open();
      await page.setViewport(1366, 768);
      await page.goto(`${site.origin}/`);
      await page.click('button', 'Ohje | Asiakaspalvelu ja tuki');
      await page.waitForText('Tukipyynnön tyyppi');
      const measure = () => {
        const edges = (selector: string) => {
          const { top, bottom, left, right } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return { top, bottom, left, right };
        };
        const panel = document.querySelector('#support');
        panel?.scrollTo(0, panel.scrollHeight);
        return {
          panel: edges('#support'),
          close: edges('#support header button'),
          form: edges('support-request-form'),
          isOpen: panel?.matches(':popover-open'),
        };
      };
      const { panel, close, form, isOpen } = await page.evaluate(measure);
      assert.equal(isOpen, true);
      assert.deepEqual(panel, { top: 0, bottom: 768, left: 966, right: 1366 });
      assert.ok(close.top >= 0 && close.bottom <= 768, JSON.stringify(close));
      assert.ok(form.right - form.left > 300, JSON.stringify(form));
      assert.ok(form.bottom <= 768, JSON.stringify(form));

      await page.fill('Ongelma lyhyesti', 'tilikausi');
      await page.press('Escape');
      assert.equal((await page.evaluate(measure)).isOpen, false);
      await page.click('button', 'Ohje | Asiakaspalvelu ja tuki');
      await page.click('button', 'Sulje');
      assert.equal((await page.evaluate(measure)).isOpen, false);
    });
  });
});
