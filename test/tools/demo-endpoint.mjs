import { tsImport } from 'tsx/esm/api';
import { createFaultGates } from './faults.mjs';
import { send, toRequest } from './fetch-bridge.mjs';
import { createDatabase } from './postgres-server.mjs';

const basePath = '/api/support';

/** In a database of the server that `npm test` started, which leaves this process to the pages; else in memory. */
const start = async () => {
  const server = process.env.TEST_DATABASE_URL;
  const database = server ? await createDatabase(server) : undefined;
  const { createEndpoint } = await tsImport('../../server/src/endpoint.ts', import.meta.url);
  const endpoint = await createEndpoint({
    basePath,
    signIn: { kind: 'demo' },
    sessionCookie: 'demo-session',
    // One person of all pages' tests sends in a minute what others send in a year.
    limits: { calls: 100_000, submissions: 100_000, uploadMegabytes: 100_000 },
    storage: database ? { kind: 'postgres', url: database.url } : { kind: 'memory' },
  });
  return {
    fetch: endpoint.fetch,
    close: async () => {
      await endpoint.close();
      await database?.drop();
    },
  };
};

const isBelow = (url, path) =>
  url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);

/**
 * Serves the reference endpoint at `/api/support`, in demo mode, to bearer tokens and to the cookie `demo-session`, and the gates
 * of faults.mjs before it. The runner opens no page before it is there: its start keeps this process busy, and a page would be given up meanwhile.
 */
export const demoEndpoint = () => {
  // It starts while the tests are bundled.
  const endpoint = start();
  endpoint.catch(() => undefined);
  const fetchEndpoint = async (request) => (await endpoint).fetch(request);
  const gates = createFaultGates(fetchEndpoint, basePath);

  const handle = async (incoming, outgoing) => {
    if (gates.handles(incoming.url)) return gates.handle(incoming, outgoing);
    return send(await fetchEndpoint(await toRequest(incoming)), outgoing);
  };

  return {
    middleware(context, next) {
      if (!gates.handles(context.url) && !isBelow(context.url, basePath)) return next();
      context.respond = false;
      // Koa begins with 404, which the runner would report for a connection that was broken on purpose.
      context.status = 200;
      return handle(context.req, context.res).catch((error) => {
        // Who breaks a connection on purpose isn't told about it.
        if (context.req.destroyed && !context.res.headersSent) return;
        console.error(error);
        if (!context.res.headersSent) context.res.writeHead(500, { 'content-type': 'text/plain' });
        context.res.end(String(error.message));
      });
    },
    plugin: {
      name: 'support-endpoint',
      async serverStart({ server }) {
        // A browser repeats by itself what fails on a connection that it used before; with fresh ones a fault is one fault.
        server.maxRequestsPerSocket = 1;
        await endpoint;
      },
      async serverStop() {
        await (await endpoint.catch(() => undefined))?.close();
      },
    },
  };
};
