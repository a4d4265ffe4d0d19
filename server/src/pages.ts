import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { protectTransport } from './http/observe.js';

/** What a page with the widgets may do. The elements run under it as it stands, without a nonce. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** `/customer-portal` without its slash would load what its page names from the wrong folder. */
const isFolder = (root: string, path: string): boolean =>
  /^(?:\/[\w-]+)+$/.test(path) && existsSync(join(root, path, 'index.html'));

/** The built pages in `folder`, with the headers that protect them. */
export function createPages(folder: string): Hono {
  const pages = new Hono();
  pages.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    await next();
    protectTransport(context.req.raw, context.res.headers);
  });
  pages.use(compress());
  pages.use(etag());
  pages.get('*', async (context, next) => {
    const { path } = context.req;
    if (!isFolder(folder, path)) return next();
    return context.body(null, 308, { Location: `./${path.slice(path.lastIndexOf('/') + 1)}/` });
  });
  if (existsSync(folder)) pages.use(serveStatic({ root: folder, precompressed: true }));
  pages.notFound((context) =>
    context.text(
      existsSync(folder)
        ? 'There is no such page.\n'
        : 'The example pages have not been built yet: run "npm run build" and reload. The endpoint itself works.\n',
      404,
    ),
  );
  return pages;
}
