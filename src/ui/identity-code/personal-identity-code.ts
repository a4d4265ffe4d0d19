import { hyphens, plain } from '../../contract/plain-text.js';

const DIGIT = '\\p{Nd}';
/** What can't be seen may stand between any two signs. */
const BETWEEN = '[\\p{Cf}\\p{Default_Ignorable_Code_Point}]*';
const digits = (count: number): string => `(${Array(count).fill(DIGIT).join(BETWEEN)})`;
const CENTURY = `[${hyphens}+A-FU-Y]`;

/** The form of a Finnish personal identity code: day, month, year, century, individual number, check character. */
const FORM = new RegExp(
  `(?<![\\p{L}\\d])${[digits(2), digits(2), digits(2), CENTURY, digits(3), '([\\p{Nd}A-Y])'].join(BETWEEN)}(?![\\p{L}\\d])`,
  'giu',
);

/** The check character is the remainder of the digits by 31, written with these. */
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

type Parts = readonly [
  code: string,
  day: string,
  month: string,
  year: string,
  individual: string,
  check: string,
];

function isValid([, day, month, year, individual, check]: Parts): boolean {
  const isDate = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return (
    isDate && CHECK_CHARACTERS[Number(day + month + year + individual) % 31] === check.toUpperCase()
  );
}

const replaceCodes = (text: string, by: string): string =>
  text.replaceAll(FORM, (...found) => {
    const parts = found.slice(0, 6).map(plain) as unknown as Parts;
    return isValid(parts) ? by : found[0];
  });

/** A text with every Finnish personal identity code replaced; an invoice number that only looks like one stays. */
export const withoutIdentityCodes = replaceCodes;

/** Whether a text holds a Finnish personal identity code. */
export const hasIdentityCode = (text: string): boolean => replaceCodes(text, '') !== text;
