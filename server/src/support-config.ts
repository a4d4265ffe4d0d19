import { LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod/mini';
import { isTimeZone } from '../../src/contract/opening-hours.js';
import { timeZone } from '../../src/contract/values.js';

/** What the endpoint looks through before anybody else may read it. */
const attachmentTypes = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] as const;

/** A description says what to give: faults and editors show it. */
const give = z.describe;

const text = z.string().check(z.trim(), z.minLength(1));
const id = z
  .string()
  .check(
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    give('an ID of small letters, digits and hyphens, such as "sales-ledger"'),
  );
const inLanguages = z
  .strictObject({
    fi: text.check(give('the text in Finnish, which stands in where another language is missing')),
    en: z.optional(text.check(give('the text in English'))),
    sv: z.optional(text.check(give('the text in Swedish'))),
  })
  .check(give('a text in each language, such as { fi: Kirjanpito, sv: Bokföring }'));
const time = z
  .string()
  .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/), give('a time in quotes, such as "09:00"'));
const day = z.iso.date().check(give('a date in quotes, such as "2026-12-24"'));
const page = z.optional(
  z
    .url({ protocol: /^https?$/ })
    .check(give('the address of a page, such as https://support.example')),
);
const number = (least: number, most: number, what: string) =>
  z.int().check(z.minimum(least), z.maximum(most), give(`${what}, from ${least} to ${most}`));

const hasOnce = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length;

const application = z.strictObject({ id, name: inLanguages });
const product = z.strictObject({
  id,
  name: inLanguages,
  applications: z
    .array(application)
    .check(
      z.minLength(1),
      z.refine(hasOnce),
      give('at least one application, each with an ID of its own'),
    ),
});

const opening = z
  .strictObject({
    days: z
      .array(number(1, 7, 'the number of a weekday, of which Monday is 1'))
      .check(z.minLength(1), give('the numbers of weekdays, such as [1, 2, 3, 4, 5]')),
    from: time,
    to: time,
  })
  .check(
    z.refine(({ from, to }) => from < to),
    give('days, and a time from that is before the time to'),
  );

const hours = z.strictObject({
  timeZone: z.string().check(
    z.refine((name) => timeZone.safeParse(name).success && isTimeZone(name)),
    give('the name of a time zone, such as Europe/Helsinki'),
  ),
  weekly: z.array(opening).check(give('a list of when the telephone is answered')),
  closedDays: z
    .strictObject({
      holidays: z
        .enum(['finland', 'none'])
        .check(give('finland (its public holidays and the two eves) or none')),
      dates: z._default(z.array(day).check(give('a list of dates')), []),
    })
    .check(give('holidays and dates')),
});

/** What one company's customer service offers, as the file of the configuration says it. */
export const supportConfig = z
  .strictObject({
    products: z
      .array(product)
      .check(
        z.minLength(1),
        z.refine(hasOnce),
        give('at least one product, each with an ID of its own'),
      ),
    contact: z
      .strictObject({
        phone: text.check(give('a telephone number in quotes, as people read it')),
        phoneInternational: z.optional(
          text.check(give('the number in quotes as it is called from abroad, with + first')),
        ),
        email: z.email().check(give('an e-mail address')),
        hours: hours.check(give('timeZone, weekly and closedDays')),
      })
      .check(give('phone, email and hours')),
    links: z._default(
      z
        .strictObject({
          community: page,
          incidents: page,
          forum: page,
          manuals: page,
          agreements: page,
          priceList: page,
          helpDesk: page,
          orderHelpDeskCredentials: page,
          privacy: page,
        })
        .check(give('addresses of pages')),
      {},
    ),
    attachments: z
      .strictObject({
        types: z
          .array(z.enum(attachmentTypes))
          .check(z.minLength(1), give(`a list of types, of these: ${attachmentTypes.join(', ')}`)),
        count: number(1, 50, 'how many files a request may have'),
        megabytesEach: number(1, 25, 'how large a file may be'),
        megabytesTotal: number(1, 100, 'how large all files may be together'),
        megapixels: number(1, 100, 'how many million pixels a picture may have'),
      })
      .check(
        z.refine(({ megabytesEach, megabytesTotal }) => megabytesEach <= megabytesTotal),
        give('types, count, megapixels, and a megabytesEach that is no more than megabytesTotal'),
      ),
    chargeableWork: z.optional(
      z
        .strictObject({
          version: text.check(give('the version of the text in quotes, such as "2026-01"')),
          text: inLanguages,
        })
        .check(give('version and text of what is confirmed before chargeable work')),
    ),
    polling: z
      .strictObject({
        approval: number(2, 3600, 'seconds'),
        badge: number(2, 3600, 'seconds'),
      })
      .check(give('approval and badge, in seconds')),
  })
  .check(give('products, contact, attachments and polling'));
export type SupportConfig = z.infer<typeof supportConfig>;

/** The schema of the file, for editors. */
export const supportConfigSchema = () =>
  z.toJSONSchema(supportConfig, { target: 'draft-7', io: 'input' });

type Path = readonly PropertyKey[];

/** `products[0].name` */
const placeOf = (path: Path): string =>
  path.reduce<string>(
    (place, part) =>
      typeof part === 'number' ? `${place}[${part}]` : `${place}${place && '.'}${String(part)}`,
    '',
  );

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

function describedAt(path: Path): Described | undefined {
  let at: Described | undefined = supportConfigSchema() as Described;
  for (const part of path)
    at = typeof part === 'number' ? at?.items : at?.properties?.[String(part)];
  return at;
}

/** The line of what a path leads to, or of the nearest around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length ? document.getIn(path.slice(0, length), true) : document.contents;
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range) return lines.linePos(range[0] ?? 0).line;
  }
  return 1;
}

function faultOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): string[] {
  const at = describedAt(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(at?.properties ?? {}).join(', ');
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return `line ${lineOf(document, lines, path)}: ${placeOf(path)} is not known. There are: ${known}.`;
    });
  }
  const value: unknown = document.getIn(issue.path);
  const place = placeOf(issue.path) || 'the whole';
  const isValue = ['string', 'number', 'boolean'].includes(typeof value);
  const isMissing = value === undefined || value === null;
  const state = isMissing ? 'missing' : isValue ? JSON.stringify(value) : 'wrong';
  return [
    `line ${lineOf(document, lines, issue.path)}: ${place} is ${state}. Give ${at?.description ?? 'a text'}.`,
  ];
}

/** What is wrong with a file of the configuration, a sentence each, with its line. */
export class SupportConfigError extends Error {
  override readonly name = 'SupportConfigError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * Reads the YAML of a file of the configuration.
 *
 * @throws SupportConfigError with everything that is wrong
 */
export function parseSupportConfig(yaml: string): SupportConfig {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length)
    throw new SupportConfigError(
      document.errors.map(
        ({ message, linePos }) => `line ${linePos?.[0].line ?? 1}: ${message.split('\n')[0]}`,
      ),
    );
  const { success, data, error } = supportConfig.safeParse(document.toJS());
  if (success) return data;
  throw new SupportConfigError(error.issues.flatMap((issue) => faultOf(issue, document, lines)));
}
