import { createTransport } from 'nodemailer';
import { isLoopback } from '../loopback.js';
import type { Mail, MailAddress } from './mail.js';

export interface SmtpSettings {
  /** `smtps://user:password@host:465`, or `smtp://…` where TLS begins with STARTTLS. */
  readonly url: string;
  readonly from: MailAddress;
  readonly to: string;
  /** Authorities that are trusted beside the usual ones, for tests. */
  readonly ca?: string | undefined;
  /** Milliseconds without a word from the server. */
  readonly patience?: number;
}

/** How a try ended. `tooLarge` may go through without its files; `refused` never will. */
export type Outcome =
  | { readonly name: 'sent' }
  | { readonly name: 'passing' | 'refused' | 'tooLarge'; readonly problem: string };

const PATIENCE = 20_000;

/** Where no network is crossed, a server without TLS will do, and so will one that nobody vouches for. */
function securityOf(url: URL): {
  secure: boolean;
  requireTLS: boolean;
  rejectUnauthorized: boolean;
} {
  const secure = url.protocol === 'smtps:';
  const isNear = !secure && isLoopback(url);
  return { secure, requireTLS: !secure && !isNear, rejectUnauthorized: !isNear };
}

/** The parts of an error by nodemailer. `reason` is for staff and the log: without a word of the mail. */
function partsOf(error: unknown) {
  const {
    responseCode = 0,
    code = '',
    command = '',
    response = '',
    message = '',
  } = error instanceof Error
    ? (error as Error & {
        responseCode?: number;
        code?: string;
        command?: string;
        response?: string;
      })
    : {};
  const reason = responseCode ? `${responseCode} ${code}`.trim() : code || message.slice(0, 100);
  return { code: responseCode, place: code, command, said: response || message, reason };
}

/** Trouble with one mail, and not with the way to the server or who we are there. */
const OF_THE_MAIL = ['EENVELOPE', 'EMESSAGE', 'ESTREAM'];

/** A full mailbox has the code of a mail that is too large, and will be emptied. */
const IS_FULL = /^5\d\d[ -]5\.2\.2\b/;

function outcomeOf(error: unknown): Outcome {
  const { code, place, command, said, reason: problem } = partsOf(error);
  const isForGood =
    OF_THE_MAIL.includes(place) && (code === 0 || code >= 500) && !IS_FULL.test(said);
  if (isForGood && (code === 552 || code === 523 || /size|too (?:large|big)/i.test(said)))
    return { name: 'tooLarge', problem };
  // Every mail has the same sender: who may not send now may do so when the server or its settings are mended.
  if (command === 'MAIL FROM') return { name: 'passing', problem };
  return { name: isForGood && code ? 'refused' : 'passing', problem };
}

/** The way to the mailbox: a connection for each mail, so that none suffers from the trouble of another. */
export class Smtp {
  readonly #settings: SmtpSettings;
  readonly #options: Parameters<typeof createTransport>[0];

  constructor(settings: SmtpSettings) {
    const url = new URL(settings.url);
    const { patience = PATIENCE, ca } = settings;
    const { secure, requireTLS, rejectUnauthorized } = securityOf(url);
    this.#settings = settings;
    this.#options = {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port ? Number(url.port) : secure ? 465 : 587,
      secure,
      requireTLS,
      ...(url.username && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized, ...(ca && { ca }) },
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      // What a mail holds is never read from this machine's files or from the network.
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  async send(mail: Mail): Promise<Outcome> {
    const { from, to } = this.#settings;
    const { sender, ...parts } = mail;
    const transport = createTransport(this.#options);
    try {
      await transport.sendMail({
        to,
        ...parts,
        from: { ...from, ...(sender !== undefined && { name: sender }) },
        headers: { ...mail.headers },
        encoding: 'utf-8',
      });
      return { name: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    } finally {
      transport.close();
    }
  }
}
