import type { Books, Entry } from './books.js';

export interface Company {
  readonly number: string;
  readonly name: string;
}

/** The person at the keyboard. */
export interface Seat {
  readonly name: string;
  readonly userId: string;
  readonly companies: readonly Company[];
}

const ayras: readonly Company[] = [
  { number: '1234', name: 'Kahvila Kulma Oy' },
  { number: '5678', name: 'Äänekosken Sähkö Ky' },
  { number: '9012', name: 'Rakennus Öhman Oy' },
];
const virta: readonly Company[] = [
  { number: '2201', name: 'Ravintola Merituuli Oy' },
  { number: '2202', name: 'Sähköasennus Laaksonen Oy' },
];

export const seats: Readonly<Record<string, Seat>> = {
  'main-user': { name: 'Maija Mäkelä', userId: 'ayras-maija', companies: ayras },
  'second-granter': { name: 'Kaisa Korhonen', userId: 'ayras-kaisa', companies: ayras },
  accountant: { name: 'Aino Virtanen', userId: 'ayras-aino', companies: ayras },
  'other-tenant': { name: 'Olli Öhman', userId: 'virta-olli', companies: virta },
};

const chart: readonly (readonly [number, string])[] = [
  [1160, 'Koneet ja kalusto'],
  [1701, 'Myyntisaamiset'],
  [1910, 'Pankkitili'],
  [2001, 'Osakepääoma'],
  [2251, 'Edellisten tilikausien voitto'],
  [2871, 'Ostovelat'],
  [2939, 'Arvonlisäverovelka'],
  [3000, 'Myynti 25,5 %'],
  [4000, 'Ostot'],
  [5000, 'Palkat'],
  [6100, 'Eläkevakuutusmaksut'],
  [7230, 'Toimitilavuokrat'],
  [7620, 'Puhelin- ja tietoliikennekulut'],
  [8500, 'Kirjanpitopalvelut'],
];

/** Accounts with what they are debited; credit is below zero. Each voucher comes to nothing. */
const vouchers: readonly (readonly [
  date: string,
  text: string,
  ...lines: (readonly [account: number, cents: number])[],
])[] = [
  [
    '12-01',
    'Saldot 30.11.',
    [1160, 1_840_000],
    [1910, 2_215_040],
    [2001, -800_000],
    [2871, -255_040],
    [3000, -3_000_000],
  ],
  ['12-01', 'Vuokra joulukuu', [7230, 245_000], [1910, -245_000]],
  ['12-02', 'Päivämyynti', [1910, 188_250], [3000, -150_000], [2939, -38_250]],
  ['12-03', 'Tukkuostot', [4000, 82_400], [2939, 21_012], [2871, -103_412]],
  ['12-04', 'Päivämyynti', [1910, 213_350], [3000, -170_000], [2939, -43_350]],
  ['12-05', 'Lasku 20418, tilaisuus', [1701, 156_875], [3000, -125_000], [2939, -31_875]],
  ['12-09', 'Puhelinlasku', [7620, 8_990], [2939, 2_292], [2871, -11_282]],
  ['12-10', 'Ostolaskujen maksu', [2871, 103_412], [1910, -103_412]],
  ['12-11', 'Päivämyynti', [1910, 175_700], [3000, -140_000], [2939, -35_700]],
  ['12-12', 'ALV lokakuu', [2939, 118_430], [1910, -118_430]],
  ['12-15', 'Palkat', [5000, 684_300], [1910, -684_300]],
  ['12-16', 'Eläkevakuutus', [6100, 118_384], [1910, -118_384]],
  ['12-18', 'Kirjanpito marraskuu', [8500, 42_000], [2939, 10_710], [2871, -52_710]],
  ['12-19', 'Suoritus laskuun 20418', [1910, 156_875], [1701, -156_875]],
  ['12-22', 'Päivämyynti', [1910, 251_000], [3000, -200_000], [2939, -51_000]],
];

/** Companies whose chart lacks the account to which the result is carried: there the next year can't be opened. */
const withoutResultAccount = ['1234', '2201'];

/** The same kinds of vouchers everywhere, in other amounts. */
export function booksOf({ number }: Company): Books {
  const factor = 1 + (Number(number) % 7) / 10;
  const entries = vouchers.flatMap(([date, text, ...lines], index) => {
    const scaled = lines.map(([account, cents]): readonly [number, number] => [
      account,
      Math.round((cents * factor) / 10) * 10,
    ]);
    const rest = scaled.reduce((sum, [, cents]) => sum + cents, 0);
    return scaled.map(([account, cents], line): Entry => {
      const amount = line === 0 ? cents - rest : cents;
      return {
        voucher: 1040 + index,
        date: `2025-${date}`,
        account,
        text,
        debit: Math.max(0, amount),
        credit: Math.max(0, -amount),
        isNew: false,
      };
    });
  });
  const isLacking = withoutResultAccount.includes(number);
  return {
    accounts: new Map(chart.filter(([account]) => !(isLacking && account === 2251))),
    resultAccount: 2251,
    years: new Map([[2025, entries]]),
  };
}

export interface Invoice {
  readonly number: number;
  readonly customer: string;
  readonly due: string;
  readonly open: number;
  reminded: boolean;
}

const customers = [
  'Asunto Oy Koivukuja',
  'Bageri Åström Ab',
  'Fysioterapia Liike Oy',
  'Hiusstudio Säde Tmi',
  'Kalatukku Eskola Oy',
  'Lahden Lasitus Oy',
  'Porin Painotalo Oy',
  'Taksi Yli-Hannuksela Tmi',
];

export const invoicesOf = ({ number }: Company): Invoice[] =>
  customers.map((customer, index) => ({
    number: 20_400 + index * 3,
    customer,
    due: `2025-12-${String(3 + index * 3).padStart(2, '0')}`,
    open: 12_550 * (index + 1) + Number(number) * 10,
    reminded: false,
  }));
