import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Whoever runs several suites has built it, and tells where. */
const built = process.env['STORYBOOK_BUILT'];
const folder = built ?? join(root, 'dist/storybook');

/** Makes the manifest of the elements, where it wasn't made for the stories of the same run. */
export async function makeManifest(): Promise<void> {
  if (!built) await runScript('manifest');
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Where a story gets axe from: scripts come from its own origin alone. */
export const pathOfAxe = '/axe.js';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
  readonly tags: readonly string[];
}

export interface Storybook {
  readonly origin: string;
  readonly entries: readonly Entry[];
  stop(): void;
}

/** What the shell itself writes into its pages as HTML; whatever else wants to is refused. */
const shellPolicy = `globalThis.trustedTypes?.createPolicy('default', {
  createHTML: html =>
    html === '' ||
    html === '<div id="root-inner"></div>' ||
    html.startsWith('<svg id="storybook-a11y-vision-filters"') ||
    html.trimStart().startsWith('[data-radix-scroll-area-viewport]') ? html : null,
});`;

const shellStyle = 'position:absolute;width:0;height:0;overflow:hidden';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The page in which stories stand, under the policy of a strict host with what the shell needs besides: its own inline scripts by
 * their hashes, its `<style>` elements, and the few pieces of HTML that it writes.
 */
function strict(page: string): { page: string; policy: string } {
  const withPolicy = page.replace('<head>', `<head><script>${shellPolicy}</script>`);
  const scripts = [...withPolicy.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => hash(text),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src-elem 'self' 'unsafe-inline'",
    `style-src-attr 'unsafe-hashes' ${hash(shellStyle)}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html default',
  ].join('; ');
  return { page: withPolicy, policy };
}

/** Runs a script of package.json. */
async function runScript(name: string): Promise<void> {
  const child = spawn('npm', ['run', name], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm run ${name} failed`);
}

/** Serves the static files on loopback, built first where nobody has. */
export async function startStorybook(): Promise<Storybook> {
  if (!built) await runScript('build:storybook');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const type = types[extname(path)] ?? 'application/octet-stream';
    readFile(path === pathOfAxe ? axe : join(folder, path)).then(
      (content) => {
        if (path !== '/iframe.html')
          return response.writeHead(200, { 'content-type': type }).end(content);
        const { page, policy } = strict(content.toString());
        return response
          .writeHead(200, { 'content-type': type, 'content-security-policy': policy })
          .end(page);
      },
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    entries: Object.values(index.entries),
    stop: () => server.close(),
  };
}
