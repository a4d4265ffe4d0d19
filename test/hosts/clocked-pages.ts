import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createDemoEndpoint } from '../../server/src/demo.js';
import { createPages } from '../../server/src/pages.js';
import { buildExamples } from './portal.js';

const ENDPOINT = '/api/support';

/** The example pages and the demonstration's endpoint in this process, where a test can move the endpoint's clock. */
export interface ClockedPages {
  /** Without a slash at the end. */
  readonly origin: string;
  /** Lets the endpoint's clock go forward; the pages' own clocks stay. */
  later(milliseconds: number): void;
  stop(): Promise<void>;
}

export async function startClockedPages(): Promise<ClockedPages> {
  await buildExamples();
  let ahead = 0;
  const endpoint = await createDemoEndpoint({ basePath: ENDPOINT, now: () => new Date(Date.now() + ahead) });
  const pages = createPages(join(import.meta.dirname, '../../dist/examples'));
  const isEndpoint = (url: string) => new URL(url).pathname.startsWith(`${ENDPOINT}/`);
  const server = createAdaptorServer({ fetch: (request) => (isEndpoint(request.url) ? endpoint : pages).fetch(request) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    later: (milliseconds) => {
      ahead += milliseconds;
    },
    stop: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await endpoint.close();
    },
  };
}
