import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { send, toNodeHeaders, toRequest } from './fetch-bridge.mjs';

const prefix = '/faults/';

/** `*` stands for anything, everything else for itself. */
const fits = (pattern, path) =>
  pattern === undefined ||
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
  ).test(path);

const asEntry = (entry) => {
  const { times = 1, ...rest } = typeof entry === 'string' ? { fault: entry } : entry;
  return { fault: 'status' in rest ? 'answer' : 'pass', times, ...rest };
};

/** Takes the first entry that is left for such a request. */
const take = (plan, method, path) => {
  const index = plan.findIndex((entry) => fits(entry.method, method) && fits(entry.path, path));
  if (index < 0) return { fault: 'pass' };
  const entry = plan[index];
  if (--entry.times === 0) plan.splice(index, 1);
  return entry;
};

const givenAnswer = ({ status, headers = {}, body = '', contentType }) =>
  new Response(
    [204, 205, 304].includes(status)
      ? null
      : typeof body === 'string'
        ? body
        : JSON.stringify(body),
    {
      status,
      headers: {
        'content-type':
          contentType ?? (status < 400 ? 'application/json' : 'application/problem+json'),
        ...headers,
      },
    },
  );

const signInPage =
  '<!doctype html><html><title>Sign in</title><body><h1>Sign in</h1><form><input name="user"></form></body></html>';

/** What happens to a request. Each gets the request, its answer's stream, the entry, and the way to the real endpoint. */
const acts = {
  pass: async ({ outgoing, forward }) => {
    const response = await forward();
    await send(response, outgoing);
    return response.status;
  },
  slow: async (context) => {
    if (context.entry.delay === undefined) await wait(1000);
    return acts.pass(context);
  },
  answer: async ({ incoming, outgoing, entry }) => {
    incoming.resume();
    await send(givenAnswer(entry), outgoing);
    return entry.status;
  },
  html: async ({ incoming, outgoing }) => {
    incoming.resume();
    await send(
      new Response(signInPage, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      outgoing,
    );
    return 200;
  },
  hold: async (context) => {
    await context.gate.opening;
    return acts.pass(context);
  },
  hang: async ({ incoming }) => void incoming.resume(),
  drop: async ({ incoming }) => void incoming.destroy(),
  'lost-answer': async ({ incoming, forward }) => {
    const { status } = await forward();
    incoming.socket.destroy();
    return status;
  },
  truncated: async ({ incoming, outgoing, forward }) => {
    const response = await forward();
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, {
      ...toNodeHeaders(response.headers),
      'content-length': Math.max(body.length, 2),
    });
    await new Promise((written) => outgoing.write(body.subarray(0, body.length >> 1), written));
    incoming.socket.destroy();
    return response.status;
  },
};

/**
 * Gates at `/faults/<gate>` through which a test sends its requests to the endpoint, with a plan of what goes wrong. POST
 * adds a list of entries to the plan, GET tells the requests seen, DELETE lets pass what is held, and every path below the gate is a request: it takes the
 * first entry that fits it, and passes when none does. See gate.ts for what an entry can be.
 *
 * @param {(request: Request) => Promise<Response>} fetchEndpoint
 * @param {string} basePath where the endpoint lies
 */
export const createFaultGates = (fetchEndpoint, basePath) => {
  const gates = new Map();
  const openGate = () => {
    let open;
    const opening = new Promise((resolve) => (open = resolve));
    return { plan: [], requests: [], opening, open };
  };
  const gateOf = (name) => gates.get(name) ?? gates.set(name, openGate()).get(name);

  const control = async (gate, incoming, outgoing) => {
    if (incoming.method === 'DELETE') {
      gate.open();
      return send(new Response(null, { status: 204 }), outgoing);
    }
    if (incoming.method !== 'POST') return send(Response.json(gate.requests), outgoing);
    gate.plan.push(...(await json(incoming)).map(asEntry));
    return send(Response.json({ left: gate.plan.length }), outgoing);
  };

  const pass = async (gate, incoming, outgoing, path) => {
    const entry = take(gate.plan, incoming.method, path.split('?')[0]);
    const seen = {
      method: incoming.method,
      path,
      headers: incoming.headers,
      fault: entry.fault,
      status: null,
    };
    gate.requests.push(seen);
    if (entry.delay) await wait(entry.delay);
    const forward = async () => fetchEndpoint(await toRequest(incoming, basePath + path));
    seen.status = (await acts[entry.fault]({ gate, incoming, outgoing, entry, forward })) ?? null;
  };

  return {
    handles: (url) => url.startsWith(prefix),
    async handle(incoming, outgoing) {
      const [, name, path] = /^([^/?]+)(\/.*)?/.exec(incoming.url.slice(prefix.length)) ?? [];
      const gate = gateOf(name);
      return path ? pass(gate, incoming, outgoing, path) : control(gate, incoming, outgoing);
    },
  };
};
