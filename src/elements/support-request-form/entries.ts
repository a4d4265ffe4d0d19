import type { Company } from '../../contract/values.js';

const unique = (entries: readonly string[]): string[] => [...new Set(entries.filter(Boolean))];

/**
 * Company numbers out of what was typed or pasted: `1234, 5678`, a column of a table, or lines of `1234 Kahvila Kulma
 * Oy`, whose names fall away. What isn't a number stays as it is, so that the person can mend it.
 */
export function companyNumbersIn(text: string): string[] {
  const pieces = text.split(/[\n\r\t,;]+/).map((piece) => piece.trim());
  return unique(
    pieces.flatMap((piece, index) => {
      if (/^[\d\s]+$/.test(piece)) return piece.split(/\s+/);
      const number = /^(\d+)\s/.exec(piece)?.[1];
      if (number) return [number];
      // In a table the name stands in the column after its number.
      const followsNumber = text.includes('\t') && /^\d/.test(pieces[index - 1] ?? '');
      return followsNumber ? [] : [piece];
    }),
  );
}

/** User ids out of what was typed or pasted, one a line or with commas or semicolons between. */
export const userIdsIn = (text: string): string[] => unique(text.split(/[\n\r\t,;]+/).map((piece) => piece.trim()));

/** A company that is written by its name instead of its number, where there is just one of that name. */
export function numberOfName(text: string, companies: readonly Company[]): string | undefined {
  const wanted = text.trim().toLocaleLowerCase('fi');
  const found = companies.filter(({ name }) => name.toLocaleLowerCase('fi').startsWith(wanted));
  return found.length === 1 ? found[0]?.number : undefined;
}
