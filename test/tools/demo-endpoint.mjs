import { existsSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { createFaultGates } from './faults.mjs';
import { send, toRequest } from './fetch-bridge.mjs';

const basePath = '/api/support';
const source = new URL('../../server/src/demo.ts', import.meta.url);

const start = async () => {
  if (!existsSync(source))
    throw new Error('There is no server/src/demo.ts to answer at /api/support');
  const { createDemoEndpoint } = await tsImport(source.href, import.meta.url);
  return createDemoEndpoint({ basePath, sessionCookie: 'demo-session' });
};

const isBelow = (url, path) =>
  url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);

/**
 * Serves the reference endpoint at `/api/support`, in memory and in demo mode, to bearer tokens and to the cookie `demo-session`, and the gates of faults.mjs before it. It
 * starts with the runner, so that no test waits for its database.
 */
export const demoEndpoint = () => {
  let endpoint;
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
      serverStart({ server }) {
        // A browser repeats by itself what fails on a connection that it used before; with fresh ones a fault is one fault.
        server.maxRequestsPerSocket = 1;
        endpoint = start();
        endpoint.catch(() => undefined);
      },
      async serverStop() {
        await (await endpoint?.catch(() => undefined))?.close();
      },
    },
  };
};
