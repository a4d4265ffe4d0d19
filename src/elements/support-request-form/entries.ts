import type { Company } from '../../contract/values.js';

export { companyNumbersIn } from '../../ui/company-numbers.js';

/** User ids out of what was typed or pasted, one a line or with commas or semicolons between. */
export const userIdsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\r\t,;]+/)
      .map((piece) => piece.trim())
      .filter(Boolean),
  ),
];

/** A company that is written by its name instead of its number, where there is just one of that name. */
export function numberOfName(text: string, companies: readonly Company[]): string | undefined {
  const wanted = text.trim().toLocaleLowerCase('fi');
  const found = companies.filter(({ name }) => name.toLocaleLowerCase('fi').startsWith(wanted));
  return found.length === 1 ? found[0]?.number : undefined;
}
