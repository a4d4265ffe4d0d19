import { groupOf, type Group, type Writes } from './check.js';
import type { Options } from './options.js';
import type { Result } from './run.js';
import { testSummary } from './samples.js';

/** Colours of a terminal; a function of its own where there is none. */
export type Paint = (style: 'green' | 'red' | 'gray' | 'bold', text: string) => string;

/** Prints results as they come. */
export class Lines {
  readonly #paint: Paint;
  readonly #print: (line: string) => void;
  #group: Group | undefined;
  #skipped: NotChecked[] = [];

  constructor(paint: Paint, print: (line: string) => void) {
    this.#paint = paint;
    this.#print = print;
  }

  add(result: Result): void {
    const group = groupOf(result.check);
    const isOther = result.outcome !== 'notChecked' || result.why !== this.#skipped[0]?.why;
    if (group !== this.#group || isOther) this.end();
    if (group !== this.#group) this.#print(`\n${this.#paint('bold', group)}`);
    this.#group = group;
    if (result.outcome === 'notChecked') this.#skipped.push(result);
    else this.#print(lineOf(result, this.#paint));
  }

  /** What can't be checked for one reason is said once, when all of it is known. */
  end(): void {
    for (const line of linesOfSkipped(this.#skipped, this.#paint)) this.#print(line);
    this.#skipped = [];
  }
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export function announcement(
  { endpoint, readOnly, decide }: Options,
  { requests, replies, files, critical, unsigned }: Required<Writes>,
): string {
  const parts = [
    ...(requests ? [count(requests, 'support request', 'support requests')] : []),
    ...(replies ? [count(replies, 'reply', 'replies')] : []),
    ...(files ? [count(files, 'small file', 'small files')] : []),
  ];
  const sends =
    readOnly || !parts.length
      ? 'Nothing is written.'
      : `This sends ${parts.join(', ')}. Each request is called "${testSummary}"${critical ? ', and one of them is critical (--no-critical leaves it out)' : ''}.`;
  const tries = unsigned
    ? [
        `It also tries ${count(unsigned, 'write', 'writes')} without signing in, which the endpoint must refuse.`,
      ]
    : [];
  return [
    `Checking ${endpoint}`,
    sends,
    ...tries,
    ...(decide ? ['One pending advisory request is approved for some minutes, and ended.'] : []),
  ].join('\n');
}

const WIDTH = 100;
const INDENT = 16;

/** Broken between words; what has no space stays whole, since it is an address or a value to be found by. */
function wrapped(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + word.length >= WIDTH - INDENT) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

const field = (name: string, text: string): string =>
  `      ${name.padEnd(INDENT - 6)}${wrapped(text).join(`\n${' '.repeat(INDENT)}`)}`;

type NotChecked = Extract<Result, { outcome: 'notChecked' }>;

/** What can't be checked for one reason is said once. */
export function linesOfSkipped(skipped: readonly NotChecked[], paint: Paint): string[] {
  const [first] = skipped;
  if (skipped.length < 3 || !first)
    return skipped.map(({ check, why }) => paint('gray', `  – ${check.title} (${why})`));
  return [paint('gray', `  – ${skipped.length} checks (${first.why})`)];
}

/** One check that was made, in one line; where the contract is broken, what was expected, what came, why and what to do. */
export function lineOf(result: Exclude<Result, NotChecked>, paint: Paint): string {
  const { check } = result;
  if (result.outcome === 'kept') return `  ${paint('green', '✓')} ${check.title}`;
  return [
    `  ${paint('red', '✗')} ${paint('bold', check.title)}`,
    field('expected', result.expected),
    field('came', result.came),
    field('contract', check.rule),
    field('to do', check.advice),
  ].join('\n');
}

export function countsOf(results: readonly Result[]) {
  const of = (outcome: Result['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const gaps = results.filter(
    (result) => result.outcome === 'notChecked' && result.reason === 'gap',
  ).length;
  return { kept: of('kept'), broken: of('broken'), notChecked: of('notChecked'), gaps };
}

export function summaryOf(results: readonly Result[]): string {
  const { kept, broken, notChecked } = countsOf(results);
  return [
    `${kept} kept`,
    `${broken} broken`,
    ...(notChecked ? [`${notChecked} not checked`] : []),
  ].join(', ');
}

export function documentOf({ endpoint }: Options, results: readonly Result[]) {
  const checks = results.map(({ check, ...outcome }) => {
    const { name, title, rule, advice } = check;
    return {
      name,
      group: groupOf(check),
      title,
      ...outcome,
      ...(outcome.outcome === 'broken' && { rule, advice }),
    };
  });
  return { endpoint, contract: 1, ...countsOf(results), checks };
}
