/** The books of a company: a chart of accounts, and journal entries in cents. No DOM here. */

export interface Entry {
  readonly voucher: number;
  readonly date: string;
  account: number;
  text: string;
  debit: number;
  credit: number;
  /** Whether the person has just added it and may still choose the account. */
  readonly isNew: boolean;
}

export interface Books {
  readonly accounts: ReadonlyMap<number, string>;
  /** Where the result of a year goes when the next one is opened. */
  readonly resultAccount: number;
  /** The entries of each open year. */
  readonly years: Map<number, Entry[]>;
}

/** What went wrong, as the program keeps it for *Ohje | Näytä virhe*. */
export class ProgramError extends Error {
  constructor(
    readonly code: string,
    readonly account: number,
    readonly year: number,
  ) {
    super(`${code}: no account ${account} for the result of ${year}`);
  }
}

export interface Balance {
  readonly account: number;
  readonly amount: number;
}

/** Accounts of the balance sheet begin with 1 or 2, those of the profit and loss account with 3 and up. */
const isOfBalanceSheet = (account: number): boolean => account < 3000;

export function balances(entries: readonly Entry[]): Balance[] {
  const sums = new Map<number, number>();
  for (const { account, debit, credit } of entries)
    sums.set(account, (sums.get(account) ?? 0) + debit - credit);
  return [...sums]
    .map(([account, amount]) => ({ account, amount }))
    .sort((a, b) => a.account - b.account);
}

export const totalOf = (entries: readonly Entry[], side: 'debit' | 'credit'): number =>
  entries.reduce((sum, entry) => sum + entry[side], 0);

export const lastYear = ({ years }: Books): number => Math.max(...years.keys());

/**
 * Opens the year after the last one: balances are carried forward, and the result goes to its account.
 *
 * @param text stands in each line of the opening voucher
 * @returns the year that is open now
 * @throws ProgramError where the chart has no account for the result
 */
export function openNextYear(books: Books, text: string): number {
  const { accounts, resultAccount, years } = books;
  const year = lastYear(books);
  if (!accounts.has(resultAccount)) throw new ProgramError('F-4711', resultAccount, year);
  const closing = balances(years.get(year) ?? []);
  const result = closing.reduce(
    (sum, { account, amount }) => (isOfBalanceSheet(account) ? sum : sum + amount),
    0,
  );
  const carried = [
    ...closing.filter(({ account }) => isOfBalanceSheet(account)),
    { account: resultAccount, amount: result },
  ];
  const opening = carried
    .filter(({ amount }) => amount)
    .map(({ account, amount }): Entry => ({
      voucher: 1,
      date: `${year + 1}-01-01`,
      account,
      text,
      debit: Math.max(0, amount),
      credit: Math.max(0, -amount),
      isNew: false,
    }));
  years.set(year + 1, opening);
  return year + 1;
}

/** Another voucher below the last one of a year, to be filled in. */
export function addEntry(entries: Entry[], account: number): void {
  const last = entries.at(-1);
  entries.push({
    voucher: (last?.voucher ?? 0) + 1,
    date: last?.date ?? '',
    account,
    text: '',
    debit: 0,
    credit: 0,
    isNew: true,
  });
}

/** Cents of what a person writes, as `1 234,50` or `1,234.50`; nothing where it is no amount. */
export function amountIn(text: string): number | undefined {
  const tight = text.replaceAll(/\s/g, '');
  const plain = tight.includes('.') ? tight.replaceAll(',', '') : tight.replace(',', '.');
  if (!plain) return 0;
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}
