import { bareAddress, plain, searchable } from '../../../contract/plain-text.js';
import type { Company } from '../../../contract/values.js';

export { companyNumbersIn } from '../../../ui/company-numbers.js';

/** A recipient as mail programs write it, `Mäkelä, Maija <maija@ayras.fi>`: the name may hold commas. */
const RECIPIENT = /[^<>]*<\s*([^<>\s]+@[^<>\s]+)\s*>/g;

/** User ids out of what was typed or pasted, one a line or with commas or semicolons between, and addresses of mail without names. */
export const userIdsIn = (text: string): string[] => [
  ...new Set(
    plain(text)
      .split(/[\n\r\t;]+/)
      .flatMap((line) => line.replaceAll(RECIPIENT, '$1,').split(','))
      .map((piece) => (piece.includes('@') ? bareAddress(piece) : piece.trim()))
      .filter(Boolean),
  ),
];

/** Companies whose name begins with a text. */
export function companiesNamed(text: string, companies: readonly Company[]): readonly Company[] {
  const wanted = searchable(text);
  return companies.filter(({ name }) => searchable(name).startsWith(wanted));
}

/** A company that is written by its name instead of its number, where there is just one of that name. */
export function numberOfName(text: string, companies: readonly Company[]): string | undefined {
  const found = companiesNamed(text, companies);
  return found.length === 1 ? found[0]?.number : undefined;
}
