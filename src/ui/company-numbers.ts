/**
 * Company numbers out of what was typed or pasted: `1234, 5678`, a column of a table, or lines of `1234 Kahvila Kulma
 * Oy`, whose names fall away. What isn't a number stays as it is, so that the person can mend it.
 */
export function companyNumbersIn(text: string): string[] {
  const pieces = text.split(/[\n\r\t,;]+/).map((piece) => piece.trim());
  const entries = pieces.flatMap((piece, index) => {
    if (/^[\d\s]+$/.test(piece)) return piece.split(/\s+/);
    const number = /^(\d+)\s/.exec(piece)?.[1];
    if (number) return [number];
    // In a table the name stands in the column after its number.
    const followsNumber = text.includes('\t') && /^\d/.test(pieces[index - 1] ?? '');
    return followsNumber ? [] : [piece];
  });
  return [...new Set(entries.filter(Boolean))];
}
