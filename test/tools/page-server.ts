import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Endpoint } from '../../server/src/endpoint.js';
import { createPages } from '../../server/src/pages.js';

export interface PageServerOptions {
  /** What the policy lets scripts make HTML by, beside `lit-html`: other policies' names, or `'allow-duplicates'`. */
  readonly trustedTypes?: readonly string[];
  /** Answers below `/api/support/`. */
  readonly endpoint?: Endpoint;
}

export interface PageServer {
  readonly origin: string;
  stop(): void;
}

/** Serves the files of a folder under the strict policy. */
export async function servePages(
  folder: string,
  { trustedTypes = [], endpoint }: PageServerOptions = {},
): Promise<PageServer> {
  const pages = createPages(folder);
  const server = createAdaptorServer({
    async fetch(request) {
      if (endpoint && new URL(request.url).pathname.startsWith('/api/support/'))
        return endpoint.fetch(request);
      const answer = await pages.fetch(request);
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      answer.headers.set(
        'Content-Security-Policy',
        policy.replace(
          'trusted-types lit-html',
          ['trusted-types lit-html', ...trustedTypes].join(' '),
        ),
      );
      return answer;
    },
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}
