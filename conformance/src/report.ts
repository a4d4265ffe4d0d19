import { groupOf, type Writes } from './check.js';
import type { Options } from './options.js';
import type { Result } from './run.js';
import { testSummary } from './samples.js';

/** Colours of a terminal; a function of its own where there is none. */
export type Paint = (style: 'green' | 'red' | 'gray' | 'bold', text: string) => string;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export function announcement({ endpoint, readOnly, decide }: Options, { requests, replies, files }: Required<Writes>): string {
  const parts = [
    ...(requests ? [count(requests, 'support request', 'support requests')] : []),
    ...(replies ? [count(replies, 'reply', 'replies')] : []),
    ...(files ? [count(files, 'small file', 'small files')] : []),
  ];
  const sends = readOnly || !parts.length ? 'Nothing is written.' : `This sends ${parts.join(', ')}. Each request is called "${testSummary}".`;
  return [`Checking ${endpoint}`, sends, ...(decide ? ['One pending advisory request is approved for some minutes, and ended.'] : [])].join('\n');
}

const field = (name: string, text: string): string => `      ${name.padEnd(9)} ${text}`;

/** One check in one line; where the contract is broken, what was expected, what came, why and what to do. */
export function lineOf(result: Result, paint: Paint): string {
  const { check } = result;
  if (result.outcome === 'kept') return `  ${paint('green', '✓')} ${check.title}`;
  if (result.outcome === 'notChecked') return paint('gray', `  – ${check.title} (${result.why})`);
  return [
    `  ${paint('red', '✗')} ${paint('bold', check.title)}`,
    field('expected', result.expected),
    field('came', result.came),
    field('contract', check.rule),
    field('to do', check.advice),
  ].join('\n');
}

export function countsOf(results: readonly Result[]) {
  const of = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return { kept: of('kept'), broken: of('broken'), notChecked: of('notChecked') };
}

export function summaryOf(results: readonly Result[]): string {
  const { kept, broken, notChecked } = countsOf(results);
  return [`${kept} kept`, `${broken} broken`, ...(notChecked ? [`${notChecked} not checked`] : [])].join(', ');
}

export function documentOf({ endpoint }: Options, results: readonly Result[]) {
  const checks = results.map(({ check, ...outcome }) => {
    const { name, title, rule, advice } = check;
    return { name, group: groupOf(check), title, ...outcome, ...(outcome.outcome === 'broken' && { rule, advice }) };
  });
  return { endpoint, contract: 1, ...countsOf(results), checks };
}
