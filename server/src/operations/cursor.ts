import { invalid } from '../http/problem-error.js';

/** The serial that a list's page goes on before; the cursor is that serial. */
export function serialOf(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw invalid('#query/cursor', 'format');
  return cursor;
}
