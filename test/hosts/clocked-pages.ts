import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createEndpoint, type EndpointOptions } from '../../server/src/endpoint.js';
import { createPages } from '../../server/src/pages.js';
import type { ServiceProfile } from '../../src/contract/index.js';
import { anyDatabase } from '../server/tools/databases.js';
import { busyPeople } from '../server/tools/test-endpoint.js';
import { buildExamples } from './portal.js';

const ENDPOINT = '/api/support';

/** The example pages and the demonstration's endpoint in this process, where a test can move the endpoint's clock. */
export interface ClockedPages {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly endpoint: string;
  /** What the endpoint was asked for, as in `GET /support-requests`, without queries. */
  readonly asked: readonly string[];
  /** Lets the endpoint's clock go forward; the pages' own clocks stay. */
  later(milliseconds: number): void;
  stop(): Promise<void>;
}

interface Options extends Pick<EndpointOptions, 'relay'> {
  /** How often pages ask, in seconds; the demonstration's own without it. */
  readonly polling?: ServiceProfile['polling'];
}

/** The service profile with other seconds in it; everything else as it is. */
async function withPolling(
  answer: Response,
  polling: ServiceProfile['polling'],
): Promise<Response> {
  const profile = (await answer.json()) as ServiceProfile;
  return Response.json({ ...profile, polling });
}

export async function startClockedPages({ relay, polling }: Options = {}): Promise<ClockedPages> {
  await buildExamples();
  let ahead = 0;
  const endpoint = await createEndpoint({
    basePath: ENDPOINT,
    storage: await anyDatabase(),
    signIn: { kind: 'demo' },
    relay,
    limits: busyPeople,
    now: () => new Date(Date.now() + ahead),
  });
  const asked: string[] = [];
  const ask = async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname.slice(ENDPOINT.length)}`);
    request.headers.delete('Accept-Encoding');
    const answer = await endpoint.fetch(request);
    return polling && new URL(request.url).pathname === `${ENDPOINT}/service`
      ? withPolling(answer, polling)
      : answer;
  };
  const pages = createPages(join(import.meta.dirname, '../../dist/examples'));
  const isEndpoint = (url: string) => new URL(url).pathname.startsWith(`${ENDPOINT}/`);
  const server = createAdaptorServer({
    fetch: (request) => (isEndpoint(request.url) ? ask(request) : pages.fetch(request)),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    endpoint: origin + ENDPOINT,
    asked,
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
