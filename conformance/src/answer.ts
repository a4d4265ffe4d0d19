import type * as z from 'zod/mini';
import {
  pointer,
  problem,
  problemStatus,
  type Operation,
  type OutputOf,
  type Problem,
  type ProblemCode,
} from '../../src/contract/index.js';
import { Broken, expect } from './check.js';
import { unknownValues } from './unknown-values.js';

/** What an endpoint answered. */
export interface Answer {
  /** As it was asked: `GET /me`. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
}

const SHORT = 160;

export const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > SHORT ? `${line.slice(0, SHORT)}…` : line;
};

/** An answer in one line, for a person who wants to know what came. */
export function describeAnswer({ asked, status, headers, text }: Answer): string {
  const type = headers.get('Content-Type');
  const isText = type === null || /json|text|xml|html/.test(type);
  return [`${asked} answered ${status}`, type, isText ? short(text) : ''].filter(Boolean).join(' ');
}

function jsonOf(answer: Answer, type: string): unknown {
  const given = (answer.headers.get('Content-Type') ?? '')
    .split(';', 1)
    .join('')
    .trim()
    .toLowerCase();
  expect(given === type, `Content-Type ${type}`, describeAnswer(answer));
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new Broken('a body of JSON', describeAnswer(answer));
  }
}

const MOST = 4;

/** Holds a value to a schema, also where a reader would be lenient: an endpoint says nothing that the contract doesn't know. */
function parsed<S extends z.ZodMiniType>(
  schema: S,
  value: unknown,
  { asked }: Answer,
): z.output<S> {
  const { success, data, error } = schema.safeParse(value);
  const wrong = success
    ? [...unknownValues(schema, value)]
    : error.issues.map((issue) => `${pointer(issue.path) || 'the body'}: ${issue.message}`);
  if (!success || wrong.length)
    throw new Broken(
      'the fields and values of the contract',
      `${asked}: ${wrong.slice(0, MOST).join('; ')}`,
    );
  return data;
}

/** What an answer of success says, held to its row of the contract. */
export function told<O extends Operation & { readonly response: z.ZodMiniType }>(
  row: O,
  answer: Answer,
  statuses: readonly number[] = row.statuses,
): OutputOf<O> {
  expect(statuses.includes(answer.status), statuses.join(' or '), describeAnswer(answer));
  return parsed(row.response, jsonOf(answer, 'application/json'), answer) as OutputOf<O>;
}

/** The problem that an answer tells, held to the form of problems and to the codes that are right here. */
export function refused(answer: Answer, ...codes: readonly ProblemCode[]): Problem {
  const expected = codes
    .map((code) => `${problemStatus[code]} with the code ${code}`)
    .join(', or ');
  expect(
    codes.some((code) => problemStatus[code] === answer.status),
    expected,
    describeAnswer(answer),
  );
  const said = parsed(problem, jsonOf(answer, 'application/problem+json'), answer);
  expect(
    codes.some((code) => code === said.code && problemStatus[code] === answer.status),
    expected,
    describeAnswer(answer),
  );
  expect(
    said.status === answer.status,
    `the same status in the body as on the wire, ${answer.status}`,
    describeAnswer(answer),
  );
  return said;
}

/** Refused with each of these places named, whatever else is wrong. */
export function refusedAt(answer: Answer, ...pointers: readonly string[]): void {
  const { errors = [] } = refused(answer, 'validation');
  const missing = pointers.filter((at) => !errors.some((error) => error.pointer === at));
  expect(
    !missing.length,
    `errors with the pointers ${pointers.join(', ')}`,
    `${describeAnswer(answer)}; missing: ${missing.join(', ')}`,
  );
}
