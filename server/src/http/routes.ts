import { Hono } from 'hono';
import type * as z from 'zod/mini';
import {
  fieldErrors,
  operations,
  type Operation,
  type OperationName,
} from '../../../src/contract/index.js';
import type { Limits } from '../limits/limits.js';
import type { Identity } from '../sign-in/identity.js';
import type { SignIn } from '../sign-in/sign-in.js';
import { authorize } from './authorize.js';
import { readJson } from './body.js';
import type { Handler, Handlers, InTurn, Pacing } from './call.js';
import { ProblemError } from './problem-error.js';
import { respond } from './respond.js';

export interface RouteEnv {
  Bindings: {
    /** Where the call comes from, where that is known. */
    address?: string | undefined;
    /** Whether the server ends a body at its Content-Length. */
    isHeldToLength?: boolean | undefined;
  };
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

/** What all routes go by. */
interface Guards {
  readonly signIn: SignIn;
  readonly limits: Limits;
}

interface Asked {
  readonly request: Request;
  readonly params: Record<string, string>;
  readonly address: string | undefined;
  readonly isHeldToLength: boolean | undefined;
}

/** Who is calling; nobody where anybody may. */
async function identify(
  row: Operation,
  { request, address }: Asked,
  { signIn, limits }: Guards,
): Promise<Identity | undefined> {
  if (row.audience === 'anyone') {
    await limits.unsigned(address);
    return undefined;
  }
  try {
    return await signIn.identify(request, row.writes ?? row.method !== 'GET');
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'unauthenticated')
      await limits.unsigned(address);
    throw error;
  }
}

async function answer(
  row: Operation,
  handler: Handler<Operation> | undefined,
  asked: Asked,
  guards: Guards,
): Promise<Response> {
  const { limits } = guards;
  const { request, params, isHeldToLength } = asked;
  const identity = await identify(row, asked, guards);
  if (identity) {
    await limits.asked(identity, row, request);
    authorize(row, identity);
  }
  if (!handler) throw new ProblemError('notSupported');
  const leave = identity && (await limits.makeRoom(identity, row, request));
  try {
    const inTurn: InTurn = (work) => (identity ? limits.inTurn(identity, row, work) : work());
    const pace: Pacing = (bytes) => (identity ? limits.pace(identity, bytes) : 0);
    const call = {
      identity,
      params: parse(row.params, params, '#path'),
      query: parse(row.query, Object.fromEntries(new URL(request.url).searchParams), '#query'),
      body:
        row.body === undefined || row.body === 'binary'
          ? undefined
          : parse(row.body, await readJson(request, { isHeldToLength, pace }), ''),
      request,
      inTurn,
      pace,
    };
    const work = async () => respond(row, request, await handler(call));
    return await (row.body === 'binary' ? work() : inTurn(work));
  } finally {
    leave?.();
  }
}

/** `app.fetch` may be called without bindings. */
export const addressOf = ({ env }: { readonly env?: RouteEnv['Bindings'] }): string | undefined =>
  env?.address;

const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);

/** One route a row of the contract's table; what has no handler says so. */
export function createRoutes(handlers: Handlers, guards: Guards): Hono<RouteEnv> {
  const routes = new Hono<RouteEnv>();
  for (const [name, row] of Object.entries<Operation>(operations)) {
    const handler: Handler<Operation> | undefined = isOperationName(name)
      ? handlers[name]
      : undefined;
    routes.on(row.method, row.path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => {
      context.set('operation', row.name);
      const asked = {
        request: context.req.raw,
        params: context.req.param(),
        address: addressOf(context),
        isHeldToLength: (context.env as RouteEnv['Bindings'] | undefined)?.isHeldToLength,
      };
      return answer(row, handler, asked, guards);
    });
  }
  return routes;
}
