import { createHash } from 'node:crypto';
import {
  defaultContact,
  type ActiveContent,
  type Language,
  type ServiceProfile,
} from '../../../src/contract/index.js';
import { nameForType } from '../attachments/content.js';
import { dateAndTime } from '../operations/texts.js';
import type { IncidentRow } from '../storage/incidents.js';
import type { Key, RequestRow, TimelineRow } from '../storage/requests.js';
import { asciiAddress, isSameMailbox } from './address.js';
import { mailWords, type MailWords } from './words.js';

/** A file that goes along. */
export interface MailFile {
  readonly id: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** What a document can do beside being read; null where there is nothing to tell. */
  readonly active_content: readonly ActiveContent[] | null;
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** An e-mail in the terms of nodemailer; to the HelpDesk's mailbox where it names nobody else. */
export interface Mail {
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly date: Date;
  /** The name that stands before the sender's address. */
  readonly sender?: string;
  readonly to?: string;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly attachments: { filename: string; contentType: string; content: Buffer }[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Diagnostics that are longer, in characters, go along as a file: a mail is read by people. */
const LONG = 2_000;

/** So much of a hash as tells the persons of one id apart. */
const ofWhom = ({ tenant, owner }: Omit<Key, 'id'>): string =>
  createHash('sha256')
    .update(JSON.stringify([tenant, owner]))
    .digest('hex')
    .slice(0, 16);

/** The same for every try, so that a mail that arrives twice is known as one. */
export const messageIdOf = (
  request: Key,
  domain: string,
  reply?: { readonly author: string; readonly id: string },
): string => {
  const part = reply
    ? `.${reply.id}.${createHash('sha256').update(reply.author).digest('hex').slice(0, 16)}`
    : '';
  return `<${request.id}.${ofWhom(request)}${part}@${domain}>`;
};

/**
 * What a person wrote, for a header: text that only looks encoded goes there as it is, and whoever reads it would decode
 * line breaks and folders out of it.
 */
export const inHeader = (text: string): string => text.replaceAll('=?', '= ?');

/** As the clock shows it where the mail is read. */
const timeOf = (instant: string, language: Language): string =>
  dateAndTime(new Date(instant), defaultContact.hours.timeZone, language);

export type Line = readonly [label: string, value: string | undefined];

export const lines = (fields: readonly Line[]): string =>
  fields.flatMap(([label, value]) => (value ? `${label}: ${value}` : [])).join('\n');

const block = (label: string, text: string | undefined): string | undefined =>
  text ? `${label}:\n${text}` : undefined;

export const paragraphs = (parts: readonly (string | undefined)[]): string =>
  `${parts.filter(Boolean).join('\n\n')}\n`;

type Named = readonly {
  readonly id: string;
  readonly name: string;
  readonly caption?: string | undefined;
}[];

const listOf = (named: Named): string =>
  named.map(({ name, caption }) => `- ${name}${caption ? ` (${caption})` : ''}`).join('\n');

function filesOf(named: Named, files: readonly MailFile[]): Mail['attachments'] {
  const byId = new Map(files.map((file) => [file.id, file]));
  return named.flatMap(({ id, name }) => {
    const file = byId.get(id);
    return file
      ? [
          {
            filename: inHeader(nameForType(name, file.type)),
            contentType: file.type,
            content: Buffer.from(file.content),
          },
        ]
      : [];
  });
}

/** What is to be known of documents before they are opened. */
function warningsOf(words: MailWords, named: Named, files: readonly MailFile[]): string[] {
  return named.flatMap(({ id, name }) => {
    const active = files.find((one) => one.id === id)?.active_content ?? [];
    return active.length
      ? [
          `${words.activeContent} ${name}: ${active.map((kind) => words.activeContents[kind]).join(', ')}.`,
        ]
      : [];
  });
}

const attachmentsText = (
  words: MailWords,
  named: Named,
  files: readonly MailFile[],
  isBare: boolean,
): string | undefined =>
  block(
    words.attachments,
    [
      ...(isBare && named.length ? [words.tooLarge] : []),
      listOf(named),
      ...warningsOf(words, named, files),
    ]
      .filter(Boolean)
      .join('\n') || undefined,
  );

interface Settings {
  /** Of our ids. */
  readonly domain: string;
  /** The sender's address and the mailbox: an answer to a mail must not come back as another mail. */
  readonly own: readonly string[];
  /** Without files, which were too large for the mailbox. */
  readonly isBare: boolean;
}

/**
 * No program answers a mail that says that a program sent it: neither those that go by the standard (RFC 3834) nor
 * Exchange, which has a header of its own. Reports that a mail could not be delivered still come.
 */
export const isAutomatic: Mail['headers'] = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply, DR, RN, NRN',
};

const headersOf = ({ number, content, status }: RequestRow): Mail['headers'] => ({
  ...isAutomatic,
  'X-Support-Request': number,
  'X-Support-Status': status,
  'Content-Language': content.language,
});

/** The contact as the one who gets the answers. Where the address can't stand in a header, it stands only in the text. */
function replyToOf({ content: { contact } }: RequestRow, { own }: Settings): Pick<Mail, 'replyTo'> {
  const address = asciiAddress(contact.email);
  return address !== undefined && !own.some((one) => isSameMailbox(one, address))
    ? { replyTo: { name: inHeader(contact.name), address } }
    : {};
}

/** What a person calls an incident, and where it is. */
export function incidentText(
  { texts, product, application }: IncidentRow,
  language: Language,
  { products }: Pick<ServiceProfile, 'products'>,
): string {
  const { title } = texts[language] ?? texts.fi;
  const known = products.find(({ id }) => id === product);
  const part = known?.applications.find(({ id }) => id === application);
  const names = [known?.name, part?.name].map((name) => name?.[language] ?? name?.fi);
  const place = names.filter(Boolean).join(' ');
  return place ? `${title} (${place})` : title;
}

/**
 * A request as a mail: our number first, then all that was sent [guide 1.2.3].
 *
 * @param incident what the incident is called that it is the same problem as; its id stands in where nobody knows it
 */
export function requestMail(
  row: RequestRow,
  files: readonly MailFile[],
  settings: Settings,
  incident?: string,
): Mail {
  const { isBare } = settings;
  const { content, number } = row;
  const { language } = content;
  const words = mailWords[language];
  const { contact, report, diagnostics = '', chargeableWork } = content;
  const hasLongDiagnostics = diagnostics.length > LONG;
  const text = paragraphs([
    number,
    lines([
      [words.kind, words.kinds[content.kind]],
      [words.about, content.about && words.abouts[content.about]],
      [words.neededBy, content.neededBy && timeOf(content.neededBy, language)],
      [words.incident, incident ?? content.relatedIncident],
      [words.companyNumbers, content.companyNumbers.join(', ')],
      [words.userIds, content.userIds.join(', ')],
    ]),
    content.critical ? words.critical : undefined,
    lines([
      [words.company, contact.company],
      [words.name, contact.name],
      [words.phone, contact.phone],
      [words.email, contact.email],
    ]),
    block(words.description, content.description),
    lines([
      [words.report, report?.name],
      [words.criteria, report?.criteria],
    ]),
    block(words.errorMessage, content.errorMessage),
    hasLongDiagnostics ? undefined : block(words.diagnostics, diagnostics),
    chargeableWork &&
      block(
        words.confirmed,
        `${chargeableWork.text}\n${chargeableWork.name}, ${timeOf(chargeableWork.confirmedAt, language)} (${chargeableWork.version})`,
      ),
    attachmentsText(words, content.attachments, files, isBare),
  ]);
  return {
    messageId: messageIdOf(row, settings.domain),
    date: row.created_at,
    ...replyToOf(row, settings),
    subject: inHeader(row.subject),
    text,
    attachments: [
      ...(hasLongDiagnostics
        ? [
            {
              filename: 'diagnostics.txt',
              contentType: 'text/plain; charset=utf-8',
              content: Buffer.from(diagnostics),
            },
          ]
        : []),
      ...(isBare ? [] : filesOf(content.attachments, files)),
    ],
    headers: headersOf(row),
  };
}

/** A reply as a mail in the thread of its request. */
export function replyMail(
  row: RequestRow,
  reply: TimelineRow,
  files: readonly MailFile[],
  settings: Settings,
): Mail {
  const { domain, isBare } = settings;
  const { contact, language } = row.content;
  const words = mailWords[language];
  const { text, attachments, confirms, declines } = reply.content;
  const thread = messageIdOf(row, domain);
  const answerTo = replyToOf(row, settings);
  return {
    messageId: messageIdOf(row, domain, reply),
    inReplyTo: thread,
    references: thread,
    date: reply.created_at,
    ...answerTo,
    subject: `Re: ${inHeader(row.subject)}`,
    text: paragraphs([
      row.number,
      lines([
        [words.from, reply.author_name],
        [words.contact, answerTo.replyTo ? '' : `${contact.name}, ${contact.email}`],
      ]),
      confirms && `${words.confirmsProposal} (${confirms}).`,
      declines && `${words.declinesProposal} (${declines}).`,
      text,
      attachmentsText(words, attachments, files, isBare),
    ]),
    attachments: isBare ? [] : filesOf(attachments, files),
    headers: headersOf(row),
  };
}
