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

/** Whether a request has the method and, but for its query, the path that are asked for. */
const isOfKind = (kind, { method, path }) =>
  fits(kind.method, method) && fits(kind.path, path.split('?')[0]);

/** Takes the first entry that is left for such a request. */
const take = (plan, request) => {
  const index = plan.findIndex((entry) => isOfKind(entry, request));
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

/** Milliseconds until a test that waits for a request gives up; as long as `waitUntil` does. */
const LIMIT = 20_000;

/**
 * What happens to a request. Each gets the request, its answer's stream, the entry, and the way to the real endpoint. `answers`
 * notes the status, which is done before the answer leaves: whoever has got an answer finds its status here.
 */
const acts = {
  pass: async ({ outgoing, forward }) => send(await forward(), outgoing),
  slow: async (context) => {
    if (context.entry.delay === undefined) await wait(1000);
    return acts.pass(context);
  },
  answer: async ({ incoming, outgoing, entry, answers }) => {
    incoming.resume();
    await send(answers(givenAnswer(entry)), outgoing);
  },
  html: async ({ incoming, outgoing, answers }) => {
    incoming.resume();
    await send(
      answers(
        new Response(signInPage, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      ),
      outgoing,
    );
  },
  hold: async (context) => {
    await context.gate.opening;
    return acts.pass(context);
  },
  hang: async ({ incoming }) => void incoming.resume(),
  drop: async ({ incoming }) => void incoming.destroy(),
  'lost-answer': async ({ incoming, forward }) => {
    await forward();
    incoming.socket.destroy();
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
  },
};

/**
 * Gates at `/faults/<gate>` through which a test sends its requests to the endpoint, with a plan of what goes wrong. POST
 * adds a list of entries to the plan, GET tells the requests seen, DELETE lets pass what is held, and every path below the gate
 * is a request: it takes the first entry that fits it, and passes when none does. See gate.ts for what an entry can be.
 *
 * GET with `?times=2&method=PUT&path=/attachments/*` is answered, with those requests, as soon as the gate has had so many of
 * them, and with 404 and all its requests when it never does.
 *
 * @param {(request: Request) => Promise<Response>} fetchEndpoint
 * @param {string} basePath where the endpoint lies
 */
export const createFaultGates = (fetchEndpoint, basePath) => {
  const gates = new Map();
  const openGate = () => {
    let open;
    const opening = new Promise((resolve) => (open = resolve));
    return { plan: [], requests: [], waiting: new Set(), opening, open };
  };
  const gateOf = (name) => gates.get(name) ?? gates.set(name, openGate()).get(name);

  /** Settles when the gate has had so many requests of a kind. */
  const received = ({ requests, waiting }, { method, path, times = 1 }) =>
    new Promise((resolve) => {
      const look = () => {
        const found = requests.filter((seen) => isOfKind({ method, path }, seen));
        if (found.length >= Number(times)) settle(Response.json(found));
      };
      const settle = (answer) => {
        clearTimeout(limit);
        waiting.delete(look);
        resolve(answer);
      };
      const limit = setTimeout(() => settle(Response.json(requests, { status: 404 })), LIMIT);
      waiting.add(look);
      look();
    });

  const control = async (gate, incoming, outgoing) => {
    if (incoming.method === 'DELETE') {
      gate.open();
      return send(new Response(null, { status: 204 }), outgoing);
    }
    const { searchParams } = new URL(incoming.url, 'http://gate.invalid');
    if (searchParams.size > 0)
      return send(await received(gate, Object.fromEntries(searchParams)), outgoing);
    if (incoming.method !== 'POST') return send(Response.json(gate.requests), outgoing);
    gate.plan.push(...(await json(incoming)).map(asEntry));
    return send(Response.json({ left: gate.plan.length }), outgoing);
  };

  const pass = async (gate, incoming, outgoing, path) => {
    const entry = take(gate.plan, { method: incoming.method, path });
    const seen = {
      method: incoming.method,
      path,
      headers: incoming.headers,
      fault: entry.fault,
      status: null,
    };
    gate.requests.push(seen);
    for (const look of [...gate.waiting]) look();
    const answers = (response) => {
      seen.status = response.status;
      return response;
    };
    if (entry.delay) await wait(entry.delay);
    const forward = async () =>
      answers(await fetchEndpoint(await toRequest(incoming, basePath + path)));
    await acts[entry.fault]({ gate, incoming, outgoing, entry, forward, answers });
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
