import { plain } from '../contract/plain-text.js';

/** What holds a number together, as Excel's spaces between thousands, in Swiss an apostrophe, in Arabic a comma of its own. */
const THOUSANDS = /(?<=\d)[\u00a0\u2007\u2009\u202f'’\u066c](?=\d{3}(?!\d))/g;

/** A sign before a number, and the end of a sentence behind it. */
const AROUND = /^#\s*(?=\d+$)|(?<=^\d+)\.$/g;

/** Decimals that a table shows although a number of a company has none. */
const DECIMALS = /(?<=\d)[,.]0{1,2}(?=["'\s]*(?:[\n\r\t,;]|$))/g;

/** Quotation marks around a value, as in a file of values. */
const QUOTES = /^["'”’]+|["'”’]+$/g;

/**
 * Company numbers out of what was typed or pasted: `1234, 5678`, a column of a table, or lines of `1234 Kahvila Kulma
 * Oy`, whose names fall away. What isn't a number stays as it is, so that the person can mend it.
 */
export function companyNumbersIn(text: string): string[] {
  const numbers = plain(text).replaceAll(THOUSANDS, '').replaceAll(DECIMALS, '');
  const pieces = numbers
    .split(/[\n\r\t,;]+/)
    .map((piece) => piece.trim().replaceAll(QUOTES, '').replaceAll(AROUND, ''));
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
