import { CannotRun, readOptions, usage } from './options.js';
import { announcement, countsOf, documentOf, Lines, summaryOf, type Paint } from './report.js';
import { runChecks } from './run.js';
import type { Fetch } from './session.js';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetch;
  readonly paint: Paint;
  /** What was asked for, a line at a time. */
  print(line: string): void;
  /** What a person should know beside it. */
  warn(line: string): void;
}

/** The whole program but for its process. Gives its exit code: 0 kept, 1 broken, 2 not checked. */
export async function runProgram(
  args: readonly string[],
  { env, fetch, paint, print, warn }: Surroundings,
): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args, env);
    if (!options) {
      print(usage);
      return 0;
    }
    const lines = new Lines(paint, print);
    const results = await runChecks(options, fetch, {
      begins: (writes) => (options.json ? warn : print)(announcement(options, writes)),
      ends: (result) => {
        if (!options.json) lines.add(result);
      },
    });
    lines.end();
    print(
      options.json
        ? JSON.stringify(documentOf(options, results), undefined, 2)
        : `\n${summaryOf(results)}`,
    );
    const { kept, broken, gaps } = countsOf(results);
    if (!kept && !broken)
      throw new CannotRun('Nothing could be checked: every check says why above.');
    if (broken || !gaps || options.partial) return broken ? 1 : 0;
    throw new CannotRun(
      `${gaps} ${gaps === 1 ? 'check' : 'checks'} could not be made, so nobody can tell whether this endpoint keeps the contract. Give what they need, as said above, or --partial where the rest is enough.`,
    );
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    warn(error.message);
    return 2;
  }
}
