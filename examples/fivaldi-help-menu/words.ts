/** What the program says, in its three languages. */

export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

const fi = {
  kirjanpito: 'Kirjanpito',
  myyntireskontra: 'Myyntireskontra',
  vouchers: 'Tositteet',
  invoices: 'Avoimet laskut',
  company: 'Yritys',
  year: 'Tilikausi',
  addLine: 'Uusi tosite',
  openYear: 'Avaa tilikausi',
  voucher: 'Tosite',
  date: 'Pvm',
  account: 'Tili',
  text: 'Selite',
  debit: 'Debet',
  credit: 'Kredit',
  sum: 'Yhteensä',
  difference: 'Erotus',
  balances: 'Tilien saldot',
  balance: 'Saldo',
  invoice: 'Lasku',
  customer: 'Asiakas',
  due: 'Eräpäivä',
  open: 'Avoinna',
  reminded: 'Muistutettu',
  opening: 'Avaava saldo',
  ready: 'Valmis',
  saved: 'Tallennettu',
  notAmount: 'Kirjoita määrä numeroina, esimerkiksi 1 234,50.',
  opened: (year: number) => `Tilikausi ${year} on avattu.`,
  cell: (name: string, voucher: number, line: number) => `${name}, tosite ${voucher}, rivi ${line}`,
  row: (name: string, invoice: number) => `${name}, lasku ${invoice}`,
  waiting: (count: number) => `Neuvontaoikeuspyyntöjä odottaa hyväksyntää: ${count}`,
  failed: (code: string) => `Virhe ${code}. Lisätietoja: Ohje | Näytä virhe`,
  openingFailed: 'tilikauden avaaminen ei onnistu',
  resultAccount: (account: number, year: number) =>
    `Tilikauden ${year + 1} avaaminen keskeytyi: tilikartassa ei ole tiliä ${account}, jolle tilikauden ${year} tulos siirretään.`,
  where: 'Toiminto',
  user: 'Käyttäjätunnus',
  at: 'Aika',
  browser: 'Selain',
  error: 'Virhe',
};

const en: typeof fi = {
  kirjanpito: 'Accounting',
  myyntireskontra: 'Accounts receivable',
  vouchers: 'Vouchers',
  invoices: 'Open invoices',
  company: 'Company',
  year: 'Accounting period',
  addLine: 'New voucher',
  openYear: 'Open the next accounting period',
  voucher: 'Voucher',
  date: 'Date',
  account: 'Account',
  text: 'Description',
  debit: 'Debit',
  credit: 'Credit',
  sum: 'Total',
  difference: 'Difference',
  balances: 'Account balances',
  balance: 'Balance',
  invoice: 'Invoice',
  customer: 'Customer',
  due: 'Due',
  open: 'Open',
  reminded: 'Reminded',
  opening: 'Opening balance',
  ready: 'Ready',
  saved: 'Saved',
  notAmount: 'Enter the amount in digits, such as 1,234.50.',
  opened: (year) => `Accounting period ${year} is open.`,
  cell: (name, voucher, line) => `${name}, voucher ${voucher}, line ${line}`,
  row: (name, invoice) => `${name}, invoice ${invoice}`,
  waiting: (count) => `Advisory access requests awaiting approval: ${count}`,
  failed: (code) => `Error ${code}. More information: Help | Show error`,
  openingFailed: 'the accounting period cannot be opened',
  resultAccount: (account, year) =>
    `Accounting period ${year + 1} could not be opened: the chart of accounts has no account ${account}, to which the result of ${year} is transferred.`,
  where: 'Action',
  user: 'User ID',
  at: 'Time',
  browser: 'Browser',
  error: 'Error',
};

const sv: typeof fi = {
  kirjanpito: 'Bokföring',
  myyntireskontra: 'Kundreskontra',
  vouchers: 'Verifikat',
  invoices: 'Öppna fakturor',
  company: 'Företag',
  year: 'Räkenskapsperiod',
  addLine: 'Nytt verifikat',
  openYear: 'Öppna nästa räkenskapsperiod',
  voucher: 'Verifikat',
  date: 'Datum',
  account: 'Konto',
  text: 'Förklaring',
  debit: 'Debet',
  credit: 'Kredit',
  sum: 'Totalt',
  difference: 'Differens',
  balances: 'Kontosaldon',
  balance: 'Saldo',
  invoice: 'Faktura',
  customer: 'Kund',
  due: 'Förfallodag',
  open: 'Öppet',
  reminded: 'Påmind',
  opening: 'Ingående saldo',
  ready: 'Klar',
  saved: 'Sparat',
  notAmount: 'Skriv beloppet med siffror, till exempel 1 234,50.',
  opened: (year) => `Räkenskapsperioden ${year} är öppen.`,
  cell: (name, voucher, line) => `${name}, verifikat ${voucher}, rad ${line}`,
  row: (name, invoice) => `${name}, faktura ${invoice}`,
  waiting: (count) => `Begäranden om rådgivningsrättigheter som väntar på godkännande: ${count}`,
  failed: (code) => `Fel ${code}. Mer information: Hjälp | Visa fel`,
  openingFailed: 'räkenskapsperioden kan inte öppnas',
  resultAccount: (account, year) =>
    `Räkenskapsperioden ${year + 1} kunde inte öppnas: kontoplanen saknar konto ${account}, dit resultatet för ${year} ska överföras.`,
  where: 'Funktion',
  user: 'Användar-id',
  at: 'Tid',
  browser: 'Webbläsare',
  error: 'Fel',
};

export type Words = typeof fi;

export const words: Readonly<Record<Language, Words>> = { fi, sv, en };

/** In Finland Swedish has figures and dates as Finnish does, and not every browser knows Finland's Swedish. */
const locales = { fi: 'fi', sv: 'fi', en: 'en-GB' } as const;

export interface Formats {
  amount(cents: number): string;
  date(day: string): string;
  time(at: Date): string;
}

export function formatsOf(language: Language): Formats {
  const amounts = new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return {
    amount: (cents) => amounts.format(cents / 100),
    date: (day) => days.format(new Date(day)),
    time: (at) => times.format(at),
  };
}
