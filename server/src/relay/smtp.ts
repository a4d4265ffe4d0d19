import { createTransport } from 'nodemailer';
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
export type Outcome = { readonly name: 'sent' } | { readonly name: 'passing' | 'refused' | 'tooLarge'; readonly problem: string };

const PATIENCE = 20_000;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.includes(hostname);

/** Where no network is crossed, a server without TLS will do. */
function securityOf(url: URL): { secure: boolean; requireTLS: boolean; ignoreTLS: boolean } {
  const secure = url.protocol === 'smtps:';
  return { secure, requireTLS: !secure && !isLoopback(url), ignoreTLS: false };
}

/** What the server said, without a word of the mail. */
function problemOf(error: unknown): { readonly code: number; readonly reason: string; readonly place: string } {
  const { responseCode = 0, code = '', message = '' } = error instanceof Error ? (error as Error & { responseCode?: number; code?: string }) : {};
  return { code: responseCode, place: code, reason: responseCode ? `${responseCode} ${code}`.trim() : code || message.slice(0, 100) };
}

/** Trouble with one mail, and not with the way to the server or who we are there. */
const OF_THE_MAIL = ['EENVELOPE', 'EMESSAGE', 'ESTREAM'];

function outcomeOf(error: unknown): Outcome {
  const { code, place, reason } = problemOf(error);
  const isOfTheMail = OF_THE_MAIL.includes(place);
  const saysTooLarge = code === 552 || code === 523 || (isOfTheMail && error instanceof Error && /size|too (?:large|big)/i.test(error.message));
  if (isOfTheMail && saysTooLarge) return { name: 'tooLarge', problem: reason };
  return { name: isOfTheMail && code >= 500 ? 'refused' : 'passing', problem: reason };
}

/** The way to the mailbox: a connection for each mail, so that none suffers from the trouble of another. */
export class Smtp {
  readonly #settings: SmtpSettings;
  readonly #options: Parameters<typeof createTransport>[0];

  constructor(settings: SmtpSettings) {
    const url = new URL(settings.url);
    const { patience = PATIENCE, ca } = settings;
    this.#settings = settings;
    this.#options = {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port ? Number(url.port) : url.protocol === 'smtps:' ? 465 : 587,
      ...securityOf(url),
      ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
      tls: { minVersion: 'TLSv1.2', ...(ca && { ca }) },
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
    const transport = createTransport(this.#options);
    try {
      await transport.sendMail({ ...mail, from, to, headers: { ...mail.headers }, encoding: 'utf-8' });
      return { name: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    } finally {
      transport.close();
    }
  }
}
