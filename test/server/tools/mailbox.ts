import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { generate } from 'selfsigned';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { temporaryFolder } from './program.js';

/** What a mail server can do to whoever brings a mail. */
export type Treatment =
  | 'take'
  /** Takes no connection now. */
  | 'refuse'
  /** Takes nothing from this sender. */
  | 'denySender'
  /** Knows the recipient, but not now. */
  | 'busy'
  /** Knows no such recipient. */
  | 'reject'
  /** Never says what became of the mail. */
  | 'hang'
  /** Has the mail, and the line breaks before it can say so. */
  | 'drop'
  /** Takes no mail with files. */
  | 'tooLarge'
  /** Has no room now. */
  | 'full';

/** Where somebody stands who brings a mail. */
export type Step = 'connected' | 'addressed' | 'brought' | 'taken';

const certificate = generate([{ name: 'commonName', value: 'localhost' }], {
  keySize: 2048,
  extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
});

const smtpError = (code: number, message: string) =>
  Object.assign(new Error(message), { responseCode: code });

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Where the text of a mail begins. */
const headersOf = (mail: Buffer): Buffer => mail.subarray(0, mail.indexOf('\r\n\r\n'));

/**
 * A real mail server with one mailbox, which treats each mail as it is told. It doesn't know SMTPUTF8, so it takes no
 * header with letters beyond ASCII.
 */
export class Mailbox {
  /** Every mail that it has, in the order of arrival. */
  readonly mails: Email[] = [];
  /** How the next mails are treated, one after the other; then all are taken. */
  plan: Treatment[] = [];
  /** Called at each step of each mail; the server goes on when it is over. */
  onStep: ((step: Step) => void | Promise<void>) | undefined;
  readonly #server: SMTPServer;
  readonly #treatments = new Map<string, Treatment>();
  readonly #secure: boolean;

  private constructor(
    key: string,
    cert: string,
    {
      secure,
      user,
      hideTls,
    }: { readonly secure: boolean; readonly user: boolean; readonly hideTls: boolean },
  ) {
    this.#secure = secure;
    this.#server = new SMTPServer({
      key,
      cert,
      secure,
      authOptional: !user,
      hideSTARTTLS: hideTls,
      hideSMTPUTF8: true,
      size: 20_000_000,
      logger: false,
      onAuth: ({ username, password }, _session, done) =>
        username === 'support' && password === 'pa:ss'
          ? done(null, { user: username })
          : done(smtpError(535, 'Who are you?')),
      onConnect: (session, done) => {
        const treatment = this.plan.shift() ?? 'take';
        this.#treatments.set(session.id, treatment);
        void this.#at('connected').then(() =>
          done(treatment === 'refuse' ? smtpError(421, 'Come back later') : null),
        );
      },
      onMailFrom: (_address, session, done) => {
        done(
          this.#treatments.get(session.id) === 'denySender'
            ? smtpError(550, 'You may not send here')
            : null,
        );
      },
      onRcptTo: (_address, session, done) => {
        const treatment = this.#treatments.get(session.id);
        const answer =
          treatment === 'busy'
            ? smtpError(451, 'Not now')
            : treatment === 'reject'
              ? smtpError(550, 'No such mailbox')
              : null;
        void this.#at('addressed').then(() => done(answer));
      },
      onData: (stream, session, done) => {
        this.#receive(stream, session).then(
          (isSaid) => isSaid && done(null, 'Thank you'),
          (error: Error) => done(error),
        );
      },
    });
    this.#server.on('error', () => undefined);
  }

  /** @param secure TLS from the first byte, else by STARTTLS; `user` who may bring mails must sign in; `hideTls` none at all */
  static async open(
    options: {
      readonly secure?: boolean;
      readonly user?: boolean;
      readonly hideTls?: boolean;
      readonly port?: number;
    } = {},
  ): Promise<Mailbox> {
    const { private: key, cert } = await certificate;
    const mailbox = new Mailbox(key, cert, {
      secure: options.secure ?? true,
      user: options.user ?? false,
      hideTls: options.hideTls ?? false,
    });
    const listening = mailbox.#server.listen(options.port ?? 0, '127.0.0.1');
    await once(listening, 'listening');
    return mailbox;
  }

  /** What its mails are signed by; nobody else's certificate is. */
  static async authority(): Promise<string> {
    return (await certificate).cert;
  }

  /** The same in a file, as Node takes it from its environment. */
  static async authorityFile(): Promise<{
    readonly path: string;
    readonly remove: () => Promise<void>;
  }> {
    const folder = await temporaryFolder();
    const path = join(folder.path, 'authority.pem');
    await writeFile(path, await Mailbox.authority());
    return { path, remove: folder.remove };
  }

  get port(): number {
    const address = this.#server.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  get url(): string {
    return `${this.#secure ? 'smtps' : 'smtp'}://localhost:${this.port}`;
  }

  /** Each mail once, whatever came twice. */
  get known(): Email[] {
    return [...new Map(this.mails.map((mail) => [mail.messageId, mail])).values()];
  }

  async close(): Promise<void> {
    for (const connection of this.#server.connections) connection._socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #at(step: Step): Promise<void> {
    await this.onStep?.(step);
  }

  /** Whether the server says what became of the mail. */
  async #receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<boolean> {
    const treatment = this.#treatments.get(session.id);
    const bytes = await bytesOf(stream);
    await this.#at('brought');
    if (treatment === 'hang') return false;
    if (headersOf(bytes).some((byte) => byte > 127)) throw smtpError(554, 'SMTPUTF8 is needed');
    const mail = await PostalMime.parse(bytes);
    if (treatment === 'tooLarge' && mail.attachments.length)
      throw smtpError(552, 'Message size exceeds limit');
    if (treatment === 'full') throw smtpError(552, '5.2.2 Mailbox full');
    this.mails.push(mail);
    await this.#at('taken');
    if (treatment !== 'drop') return true;
    for (const connection of this.#server.connections)
      if (connection.session.id === session.id) connection._socket.destroy();
    return false;
  }
}
