import type { Language, ServiceProfile } from '../../../src/contract/index.js';
import { noticeMail } from '../notices/notice-mail.js';
import type { Log } from '../http/observe.js';
import { traceOf } from '../http/observe.js';
import { readBoundTo } from '../storage/attachments.js';
import { findIncident } from '../storage/incidents.js';
import { claimNext, keepHeld, nextDue, settleHeld, type OutboxRow } from '../storage/outbox.js';
import { requestAt, timelineItemAt } from '../storage/requests.js';
import type { Database } from '../storage/tables.js';
import { asciiAddress } from './address.js';
import { replyMail, requestMail, type Mail, incidentText } from './mail.js';
import { Smtp, type Outcome, type SmtpSettings } from './smtp.js';

/** All in milliseconds. */
export interface RelayPace {
  /** The first wait after a try that failed; it doubles with each. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** How long a mail is tried before it is given up. */
  readonly lifetime: number;
  /** How long a mail is held, again and again while it is being sent: so long it waits where its sender was killed. */
  readonly hold: number;
  /** How often to look for what other instances have left. */
  readonly look: number;
}

const MINUTE = 60_000;
const usualPace: RelayPace = {
  firstWait: 30_000,
  longestWait: 60 * MINUTE,
  lifetime: 3 * 24 * 60 * MINUTE,
  hold: 10_000,
  look: 10_000,
};

/** How long stopping waits for the mails that are under way. */
const STOP_PATIENCE = 8_000;

/** So many mails at once. */
const AT_ONCE = 2;

/** How a mail that was taken up ended; `dropped` where it had become needless. */
type Ending = Outcome | { readonly name: 'dropped' };

export interface RelayOptions {
  readonly db: Database;
  readonly smtp: SmtpSettings;
  readonly now: () => Date;
  readonly log?: Log | undefined;
  readonly pace?: Partial<RelayPace>;
  /** The names of products and applications. */
  readonly profile: (language: Language) => Pick<ServiceProfile, 'products'>;
  /** The host's page that notices of advisory access lead to; none are sent without it. */
  readonly noticeUrl?: string | undefined;
}

/**
 * Takes requests and replies from the outbox to the HelpDesk's mailbox, and notices to people. Each arrives at least once: whatever was not surely
 * taken by the server is sent again, under the same `Message-ID`.
 */
export class Relay {
  readonly #db: Database;
  readonly #smtp: Smtp;
  readonly #noticeUrl: string | undefined;
  readonly #addresses: { readonly domain: string; readonly own: readonly string[] };
  readonly #now: () => Date;
  readonly #log: Log | undefined;
  readonly #pace: RelayPace;
  readonly #profile: RelayOptions['profile'];
  readonly #under = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #lookAt = Infinity;
  #isStopped = false;
  #isReaching = true;

  constructor({ db, smtp, now, log, pace, profile, noticeUrl }: RelayOptions) {
    this.#profile = profile;
    this.#db = db;
    this.#smtp = new Smtp(smtp);
    const sender = asciiAddress(smtp.from.address);
    this.#addresses = {
      domain: sender?.split('@').at(-1) ?? 'localhost',
      own: [smtp.from.address, smtp.to],
    };
    this.#noticeUrl = noticeUrl;
    this.#now = now;
    this.#log = log;
    this.#pace = { ...usualPace, ...pace };
    this.#lookIn(0);
  }

  /** Whether the mail server took, or refused for good, the last mail that was brought. */
  get isReaching(): boolean {
    return this.#isReaching;
  }

  /** Something has come into the outbox. */
  readonly sendSoon = (): void => {
    if (!this.#isStopped) this.#lookIn(0);
  };

  /** Takes nothing more, and waits for what is under way; what isn't done by then is sent again by who comes next. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      limit = setTimeout(resolve, STOP_PATIENCE);
    });
    await Promise.race([Promise.all(this.#under), late]);
    clearTimeout(limit);
  }

  /** Whoever wants it soonest is heard. */
  #lookIn(wait: number): void {
    const at = Date.now() + wait;
    if (at >= this.#lookAt) return;
    clearTimeout(this.#timer);
    this.#lookAt = at;
    this.#timer = setTimeout(() => this.#look(), wait).unref();
  }

  #look(): void {
    this.#lookAt = Infinity;
    while (!this.#isStopped && this.#under.size < AT_ONCE) {
      const work: Promise<void> = this.#work().finally(() => this.#under.delete(work));
      this.#under.add(work);
    }
  }

  /** Sends what is due, one mail after the other, and then sleeps until something is. */
  async #work(): Promise<void> {
    try {
      while (!this.#isStopped) {
        const now = this.#now();
        const held = await claimNext(this.#db, now, new Date(now.getTime() + this.#pace.hold));
        if (!held) break;
        await this.#deliver(held);
      }
      if (this.#isStopped) return;
      const due = await nextDue(this.#db);
      const wait = due ? due.getTime() - this.#now().getTime() : Infinity;
      this.#lookIn(Math.max(20, Math.min(wait, this.#pace.look)));
    } catch (error) {
      this.#log?.error({ error: traceOf(error) }, 'relaying failed');
      if (!this.#isStopped) this.#lookIn(this.#pace.look);
    }
  }

  async #deliver(held: OutboxRow): Promise<void> {
    const { hold } = this.#pace;
    const holding = setInterval(
      () =>
        void keepHeld(this.#db, held, new Date(this.#now().getTime() + hold)).catch(
          () => undefined,
        ),
      hold / 3,
    );
    const outcome = await this.#mailOf(held)
      .then(
        (mail): Promise<Ending> | Ending => (mail ? this.#smtp.send(mail) : { name: 'dropped' }),
        (error: unknown): Ending => this.#notMade(held, error),
      )
      .finally(() => clearInterval(holding));
    if (outcome.name !== 'dropped') this.#isReaching = outcome.name !== 'passing';
    await settleHeld(this.#db, held, this.#after(held, outcome));
    const { serial, attempts } = held;
    const told = {
      mail: serial,
      attempts,
      ...('problem' in outcome && { problem: outcome.problem }),
    };
    this.#log?.info(told, outcome.name === 'sent' ? 'relayed' : `not relayed: ${outcome.name}`);
  }

  /** What can't be made into a mail waits as what can't be brought does, and holds nothing else up. */
  #notMade({ serial }: OutboxRow, error: unknown): Outcome {
    this.#log?.error({ mail: serial, error: traceOf(error) }, 'no mail could be made');
    return { name: 'passing', problem: 'no mail could be made of it' };
  }

  #after(
    { attempts, created_at, is_bare }: OutboxRow,
    outcome: Ending,
  ): Parameters<typeof settleHeld>[2] {
    const now = this.#now();
    if (outcome.name === 'sent') return { state: 'sent', sent_at: now, problem: null };
    if (outcome.name === 'dropped') return { state: 'dropped', problem: null };
    const { problem } = outcome;
    if (outcome.name === 'tooLarge' && !is_bare) return { is_bare: true, next_at: now, problem };
    const isOver =
      outcome.name !== 'passing' || now.getTime() - created_at.getTime() > this.#pace.lifetime;
    if (isOver) return { state: 'failed', problem };
    const wait = Math.min(this.#pace.longestWait, this.#pace.firstWait * 2 ** (attempts - 1));
    return { next_at: new Date(now.getTime() + wait / 2 + (Math.random() * wait) / 2), problem };
  }

  /** The mail that a row of the outbox stands for; nothing where it has become needless. */
  async #mailOf(held: OutboxRow): Promise<Mail | undefined> {
    const { tenant, owner, request: id, author, message, is_bare: isBare } = held;
    if (owner === null || id === null)
      return this.#noticeUrl === undefined
        ? undefined
        : noticeMail(this.#db, held, { ...this.#addresses, url: this.#noticeUrl });
    const key = { tenant, owner, id };
    const settings = { ...this.#addresses, isBare };
    const request = await requestAt(this.#db, key);
    const reply =
      author !== null && message !== null
        ? await timelineItemAt(this.#db, key, author, message)
        : undefined;
    const named = reply ? reply.content.attachments : request.content.attachments;
    const files = isBare
      ? []
      : await readBoundTo(
          this.#db,
          key,
          reply ? reply.author : owner,
          named.map((one) => one.id),
        );
    if (reply) return replyMail(request, reply, files, settings);
    const { relatedIncident, language } = request.content;
    const incident = relatedIncident && (await findIncident(this.#db, relatedIncident));
    const called = incident && incidentText(incident, language, this.#profile(language));
    return requestMail(request, files, settings, called || undefined);
  }
}
