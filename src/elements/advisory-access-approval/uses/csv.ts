/** What a spreadsheet would take for a formula, or for its end. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

const cell = (value: string): string => {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A table as text (RFC 4180), with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would take for a formula has
 * an apostrophe before it: who opens the file runs nothing that somebody else wrote.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
