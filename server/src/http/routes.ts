import { Hono } from 'hono';
import type * as z from 'zod/mini';
import {
  fieldErrors,
  operations,
  type Operation,
  type OperationName,
} from '../../../src/contract/index.js';
import type { SignIn } from '../sign-in/sign-in.js';
import { authorize } from './authorize.js';
import { readJson } from './body.js';
import type { Handler, Handlers } from './call.js';
import { ProblemError } from './problem-error.js';
import { respond } from './respond.js';

export interface RouteEnv {
  /** Of Node's server, where it is one that serves. */
  Bindings: { readonly incoming?: unknown };
  Variables: {
    /** For the log. */
    operation: string;
  };
}

/** Parses one part of a request; `place` goes before the pointers of what is wrong with it. */
function parse(schema: z.ZodMiniType | undefined, given: unknown, place: string): unknown {
  if (!schema) return undefined;
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const errors = fieldErrors(error.issues, given).map((wrong) => ({
    ...wrong,
    pointer: place + wrong.pointer,
  }));
  throw new ProblemError('validation', { errors });
}

async function answer(
  row: Operation,
  handler: Handler<Operation> | undefined,
  signIn: SignIn,
  request: Request,
  params: Record<string, string>,
  isMeasured: boolean,
): Promise<Response> {
  const identity =
    row.audience === 'anyone'
      ? undefined
      : await signIn.identify(request, row.writes ?? row.method !== 'GET');
  if (identity) authorize(row, identity);
  if (!handler) throw new ProblemError('notSupported');
  const reply = await handler({
    identity,
    params: parse(row.params, params, '#path'),
    query: parse(row.query, Object.fromEntries(new URL(request.url).searchParams), '#query'),
    body:
      row.body === undefined || row.body === 'binary'
        ? undefined
        : parse(row.body, await readJson(request, isMeasured), ''),
    request,
  });
  return respond(row, request, reply);
}

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);

/** One route a row of the contract's table; what has no handler says so. */
export function createRoutes(handlers: Handlers, signIn: SignIn): Hono<RouteEnv> {
  const routes = new Hono<RouteEnv>();
  for (const [name, row] of Object.entries<Operation>(operations)) {
    const handler: Handler<Operation> | undefined = isOperationName(name)
      ? handlers[name]
      : undefined;
    routes.on(row.method, row.path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => {
      context.set('operation', row.name);
      // Node's parser takes no more of a body than its announced length.
      const isMeasured = context.env?.incoming !== undefined;
      return answer(row, handler, signIn, context.req.raw, context.req.param(), isMeasured);
    });
  }
  return routes;
}
