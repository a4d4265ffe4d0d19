import * as z from 'zod/mini';
import { problem } from './problem.js';
import { instant, openEnum } from './values.js';

/**
 * A problem as an endpoint tells it: `decided` says who decided what, and when. A widget asks for the request instead, which
 * says more, so no page carries this along.
 */
export const toldProblem = z.extend(problem, {
  decision: z.optional(
    z.object({
      outcome: openEnum(['approved', 'rejected', 'returned']),
      by: z.object({ name: z.string() }),
      at: instant,
    }),
  ),
});
export type ToldProblem = z.infer<typeof toldProblem>;
