import { engine } from './input.js';

/** The first of the browsers in which the tests run. */
declare const TEST_FIRST_ENGINE: string;

/**
 * A test of what no engine does differently, in a file whose other tests run in every engine: the first browser alone has it.
 * What engines do differently on the way there, another test of the file does in each of them.
 */
export function itOnce(title: string, test: Mocha.AsyncFunc): void {
  if (engine === TEST_FIRST_ENGINE) it(title, test);
}
