import { Hono } from 'hono';
import * as z from 'zod/mini';
import { demoUserNames, demoUsers } from './demo-data/users.js';
import { readJson } from './http/body.js';
import { invalid } from './http/problem-error.js';
import type { RouteEnv } from './http/routes.js';
import type { DemoSignIn } from './sign-in/demo-sign-in.js';

const asked = z.object({ user: z.enum(demoUserNames) });

/** `POST /demo/token` with `{user}` answers `{token}`: the demonstration's sign-in. */
export function demoRoutes({ tokenFor }: DemoSignIn): Hono<RouteEnv> {
  const routes = new Hono<RouteEnv>();
  routes.post('/demo/token', async (context) => {
    context.set('operation', 'demoToken');
    const { success, data } = asked.safeParse(await readJson(context.req.raw));
    if (!success) throw invalid('/user', 'format');
    return context.json({ token: await tokenFor(demoUsers[data.user]) });
  });
  return routes;
}
