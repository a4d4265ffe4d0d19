import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

const types = {
  '': 'application/json',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder as a careful host does: each file compressed once, and held in memory from then on. Nothing is kept by the browser.
 *
 * @param {string} folder
 */
export async function serveFolder(folder) {
  const files = new Map();
  const load = async (path) => compress(await readFile(join(folder, normalize(path))));
  const server = createServer(async ({ url = '/' }, answer) => {
    const path = new URL(url, 'http://x').pathname.replace(/\/$/, '/index.html');
    if (!files.has(path))
      files.set(
        path,
        load(path).catch(() => undefined),
      );
    const body = await files.get(path);
    if (!body) return answer.writeHead(404).end();
    answer
      .writeHead(200, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Content-Encoding': 'br',
        'Content-Length': body.length,
        'Cache-Control': 'no-store',
      })
      .end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
