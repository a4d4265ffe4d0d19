import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** What one act asked of the database. */
export interface Work {
  /** How many statements. */
  readonly statements: number;
  /** How long what came back would be as JSON. */
  readonly length: number;
}

interface Asked {
  readonly rows?: readonly unknown[];
}
type Query = (this: unknown, ...args: unknown[]) => Promise<Asked>;

const work = { statements: 0, length: 0 };

/** A statement as it was asked. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Where statements are noted, while somebody wants to have them. */
let notes: Statement[] | undefined;

function statementIn([first, second]: readonly unknown[]): Statement {
  if (typeof first === 'string')
    return { text: first, values: Array.isArray(second) ? second : [] };
  const { text, values = [] } = first as Partial<Statement> & Pick<Statement, 'text'>;
  return { text, values };
}

/** Both drivers have one method by which everything goes, on either database. */
for (const client of [pg.Client.prototype, PGlite.prototype] as unknown as { query: Query }[]) {
  const { query } = client;
  client.query = async function (...args) {
    notes?.push(statementIn(args));
    const answer = await query.apply(this, args);
    work.statements += 1;
    work.length += JSON.stringify(answer.rows ?? []).length;
    return answer;
  };
}

/** Counts what is asked of the databases of this process while something is done, and nothing else. */
export async function workOf(does: () => Promise<unknown>): Promise<Work> {
  const before = { ...work };
  await does();
  return { statements: work.statements - before.statements, length: work.length - before.length };
}

/** What is asked of the databases of this process while something is done, and nothing else. */
export async function statementsOf(does: () => Promise<unknown>): Promise<readonly Statement[]> {
  const noted: Statement[] = [];
  notes = noted;
  try {
    await does();
  } finally {
    notes = undefined;
  }
  return noted;
}
