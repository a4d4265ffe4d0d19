import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { build } from 'vite';
import { createPages } from '../../server/src/pages.js';
import { smallTemplates } from '../../vite.config.js';

const root = join(import.meta.dirname, '../..');

export interface StaticPage {
  readonly origin: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  /** Which paths the server has nothing for at the moment. */
  refused: RegExp | undefined;
  stop(): Promise<void>;
}

/** A page with one element and nothing else, as files on a server that has nothing but files, under the strict policy. */
export async function startStaticPage(tag: string, attributes = ''): Promise<StaticPage> {
  const folder = await mkdtemp(join(tmpdir(), 'support-static-'));
  const source = join(folder, 'source');
  await mkdir(source);
  await writeFile(
    join(source, 'main.js'),
    `import ${JSON.stringify(join(root, 'src/elements', tag, `${tag}.define.ts`))};`,
  );
  await writeFile(
    join(source, 'index.html'),
    `<!doctype html><html lang="fi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Etätuki</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml"><script type="module" src="./main.js"></script><main><h1>Etätuki</h1><${tag} ${attributes}></${tag}></main></html>`,
  );
  const pages = join(folder, 'pages');
  await build({
    root: source,
    publicDir: join(root, 'examples/public'),
    configFile: false,
    logLevel: 'error',
    plugins: [smallTemplates()],
    build: { target: 'es2022', outDir: pages, assetsInlineLimit: 0 },
  });

  const asked: string[] = [];
  const site: Pick<StaticPage, 'refused'> = { refused: undefined };
  const { fetch } = createPages(pages);
  const server = createAdaptorServer({
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      if (site.refused?.test(pathname)) return new Response('', { status: 503 });
      return fetch(request);
    },
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return Object.assign(site, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async stop() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  });
}
