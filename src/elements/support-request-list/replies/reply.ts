import { defineElement } from '../../../context/define-element.js';
import { ScreenshotAttach } from '../../screenshot-attach/screenshot-attach.js';
import type { SendOptions } from '../../../client/client.js';
import { newId } from '../../../client/new-id.js';
import { willPass } from '../../../client/retry.js';
import { RetryTimer } from '../../../client/retry-timer.js';
import { SupportError } from '../../../client/support-error.js';
import { areOthers, isKnown, personOf, type Person } from '../../../context/person.js';
import type { InputOf } from '../../../contract/operation.js';
import type {
  putMessage,
  RequestDetails,
  TimelineItem,
} from '../../../contract/support-requests.js';
import {
  PicturesController,
  type PicturesProgress,
} from '../../../controllers/pictures-controller.js';
import { missingFilesText } from '../../../ui/missing-files.js';
import { ReplyDraft } from './reply-draft.js';
import type { RequestListHost } from '../request-list-host.js';
import { outdatedText, restText, sentText } from '../views/texts.js';

/** Whether the proposal that was answered isn't the latest any more, or has its answer already. */
export const isOutdated = ({ errors }: SupportError, pointer: '/confirms' | '/declines'): boolean =>
  errors.some((error) => error.pointer === pointer);

/** How a message to the endpoint is coming along. */
export type ReplyState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'sending';
      readonly attempt: number;
      /** Whether it waits for pictures that were handed over and aren't ready yet. */
      readonly isPreparing?: boolean;
      /** While pictures are on their way: how many have arrived, of how many, and which part of all bytes. */
      readonly pictures?: PicturesProgress;
      cancel?(): void;
    }
  | { readonly name: 'sent' }
  /** What was added while it was on its way is still there. */
  | { readonly name: 'rest' }
  | { readonly name: 'empty' }
  /** The proposal that it answers isn't the latest any more, or has its answer, so nothing was sent. */
  | { readonly name: 'changed' }
  /** Something that was handed over was not attached, so nothing was sent. */
  | { readonly name: 'unattached' }
  /** An earlier try had arrived with what was written then. */
  | { readonly name: 'outdated' }
  | { readonly name: 'failed'; readonly error: SupportError };

/** The request that is replied to. */
interface RepliedRequest {
  readonly id: string;
  readonly request: RequestDetails | undefined;
  readonly error: SupportError | undefined;
  readonly proposal: TimelineItem | undefined;
  refresh(): Promise<void>;
  /** @throws SupportError */
  put(
    messageId: string,
    body: InputOf<typeof putMessage>['body'],
    options: SendOptions,
  ): Promise<TimelineItem>;
  /** The endpoint has a message of the person's. */
  replied(message: TimelineItem): void;
}

/** What a person writes to a request, from the first letter until the endpoint has it. */
export class Reply {
  text = '';
  sending: ReplyState = { name: 'idle' };
  /** Whether what stands there was written before the page was left. */
  isBack = false;
  readonly pictures: PicturesController;
  readonly #host: RequestListHost;
  readonly #request: RepliedRequest;
  /** Made before the first try and kept until it is known to have arrived, so that a retry never makes a second message. */
  #id = newId();
  /** Whether a try under this id may have arrived although nobody said so. */
  #unanswered = false;
  /** Set while it is sent again by itself, after the connection broke. */
  #resending: AbortController | undefined;
  /** The attachments of what is sent again. */
  #sentAttachments = '';
  readonly #retries = new RetryTimer(() => void this.#resend());
  #missing: readonly string[] = [];
  /** The proposal that it declines. */
  #declines: string | undefined;
  #owner: Person = {};
  #draft: ReplyDraft | undefined;

  constructor(request: RepliedRequest, host: RequestListHost) {
    this.#request = request;
    this.#host = host;
    this.pictures = new PicturesController(
      host.element,
      () => ({ connection: host.connection(), service: host.profile.service, isSender: true }),
      () => this.#picturesChanged(),
      () => defineElement('screenshot-attach', ScreenshotAttach),
    );
  }

  /** Looks who the person is: what they had written to this request is there again, for them alone. */
  follow(): void {
    const { element, profile, l10n, announce } = this.#host;
    const person = personOf(element.settings, profile.me);
    const isAnother = areOthers(this.#owner, person);
    if (isAnother) this.#leave();
    const owner = isAnother ? person : { ...this.#owner, ...person };
    const isNews = isAnother || Object.keys(owner).length > Object.keys(this.#owner).length;
    if (!isNews || !isKnown(owner)) return;
    this.#owner = owner;
    this.#draft = new ReplyDraft(element.settings.endpoint ?? 'client', owner, this.#request.id);
    if (this.text) return this.#keep();
    const kept = element.drafts === 'none' ? undefined : this.#draft.read();
    if (!kept) return;
    this.text = kept.text;
    this.isBack = kept.text !== '';
    this.#missing = kept.files ?? [];
    const { missing } = this;
    const news = [
      ...(this.isBack ? [l10n.msg('Your text has been restored.')] : []),
      ...(missing.length ? [missingFilesText(l10n, missing)] : []),
    ];
    if (news.length) announce(news.join(' '));
    if (kept.tried) this.#id = kept.tried;
    this.#unanswered = kept.tried !== undefined;
    this.findSent();
  }

  /** Whether it declines the proposal that stands there; a newer one is not declined by it. */
  get isDeclining(): boolean {
    return this.#declines !== undefined && this.#declines === this.#request.proposal?.id;
  }

  /** Makes it decline the proposal that stands there, or an ordinary reply again. */
  decline(isDeclining: boolean): void {
    this.stopResending();
    this.#declines = isDeclining ? this.#request.proposal?.id : undefined;
    if (this.sending.name !== 'sending') this.sending = { name: 'idle' };
    this.#host.changed('reply');
  }

  /** Whether it is sent again by itself as soon as the connection works. */
  get isResending(): boolean {
    return this.#resending !== undefined;
  }

  /** Leaves it to the person to send it. */
  stopResending(): void {
    if (!this.#resending) return;
    this.#retries.stop();
    this.#resending.abort();
    this.#resending = undefined;
    this.#host.changed();
  }

  /** The request is before the person again. */
  resume(): void {
    if (this.sending.name === 'failed') this.#scheduleResend(this.sending.error);
  }

  /** Names of what was attached when the page was left, and has to be added again. */
  get missing(): readonly string[] {
    const there = this.pictures.attachments.map(({ name }) => name);
    return this.#missing.filter((name) => !there.includes(name));
  }

  dismissMissing(): void {
    this.#missing = [];
    this.#keep();
    this.#host.changed();
  }

  write(text: string): void {
    this.stopResending();
    this.text = text;
    this.isBack = false;
    if (this.sending.name !== 'sending') this.sending = { name: 'idle' };
    this.#keep();
    this.#host.changed();
  }

  async send(): Promise<void> {
    if (this.sending.name === 'sending') return;
    if (this.#isEmpty && !this.pictures.isPreparing) return this.#enter({ name: 'empty' }, 'reply');
    this.stopResending();
    const abort = new AbortController();
    const { signal } = abort;
    const sending = { name: 'sending', attempt: 1, cancel: () => abort.abort() } as const;
    this.#enter(sending);
    try {
      await this.#deliver(signal, 'reply-notice', (progress) => {
        if (!signal.aborted) this.#enter({ ...sending, ...progress });
      });
    } catch (thrown) {
      await this.#fail(SupportError.from(thrown), 'reply-notice');
    }
  }

  get #isEmpty(): boolean {
    return !this.isDeclining && !this.text.trim() && !this.pictures.attachments.length;
  }

  /**
   * @param focus what gets the focus at the end; without it the end is announced
   * @throws SupportError
   */
  async #deliver(
    signal: AbortSignal,
    focus: string | undefined,
    progressed: (progress: Partial<Extract<ReplyState, { name: 'sending' }>>) => void,
  ): Promise<void> {
    const { pictures } = this;
    if (await this.#hasArrived(focus)) return;
    const ids = () => pictures.attachments.map(({ id }) => id).join();
    let before: string;
    do {
      progressed({ isPreparing: pictures.isPreparing });
      if (!(await pictures.prepared({ signal }))) return this.#enter({ name: 'unattached' }, focus);
      before = ids();
      await pictures.uploaded({ signal, onProgress: (parts) => progressed({ pictures: parts }) });
      // What came or was edited meanwhile goes along as well.
    } while (pictures.isPreparing || ids() !== before);
    if (this.#isEmpty) return this.#enter({ name: 'empty' }, focus && 'reply');
    const text = this.text.trim();
    const attachments = pictures.attachments.map((attachment) => ({ ...attachment }));
    const message = await this.#request.put(
      this.#id,
      { text, attachments, ...(this.isDeclining && { declines: this.#declines }) },
      { signal, onRetry: (attempt) => progressed({ attempt }) },
    );
    const isAll = this.#arrived(message, text);
    const { l10n, announce } = this.#host;
    if (!focus) announce(isAll ? sentText(l10n) : restText(l10n));
    this.#enter({ name: isAll ? 'sent' : 'rest' }, focus);
  }

  #scheduleResend(error: SupportError): void {
    if (!willPass(error)) return;
    this.#resending ??= new AbortController();
    this.#sentAttachments = JSON.stringify(this.pictures.attachments);
    this.#retries.failed(error.retryAfter);
  }

  /** Sends it once more, without a change to what the person sees or where their focus is, unless it arrives. */
  async #resend(): Promise<void> {
    const { signal } = this.#resending ?? {};
    if (!signal) return;
    const focus = this.#host.element.matches(':focus-within') ? 'reply-notice' : undefined;
    try {
      await this.#deliver(signal, focus, () => undefined);
      this.stopResending();
    } catch (thrown) {
      if (!signal.aborted) await this.#fail(SupportError.from(thrown), undefined);
    }
  }

  /** With other pictures it is another reply, which is the person's to send. */
  #picturesChanged(): void {
    if (JSON.stringify(this.pictures.attachments) !== this.#sentAttachments) this.stopResending();
    this.#keep();
    this.#host.changed();
  }

  /** Notices where a try without an answer got through after all; what was written since is another reply. */
  findSent(focus?: string): boolean {
    const found =
      this.#unanswered && this.#request.request?.timeline.find(({ id }) => id === this.#id);
    if (!found) return false;
    const isAll = this.#arrived(found);
    if (!focus)
      this.#host.announce(isAll ? sentText(this.#host.l10n) : outdatedText(this.#host.l10n));
    this.#enter({ name: isAll ? 'sent' : 'outdated' }, focus);
    return true;
  }

  /** After a try without an answer the endpoint is asked first. */
  async #hasArrived(focus: string | undefined): Promise<boolean> {
    if (!this.#unanswered) return false;
    await this.#request.refresh();
    if (this.#request.error) throw this.#request.error;
    return this.findSent(focus);
  }

  /** Leaves what the endpoint doesn't have; whether it has everything. */
  #arrived(message: TimelineItem, text = message.text): boolean {
    this.#retries.stop();
    this.#resending = undefined;
    const { pictures } = this;
    if (this.text.trim() === text) this.text = '';
    pictures.forget(message.attachments);
    this.#missing = [];
    this.#declines = undefined;
    this.#id = newId();
    this.#unanswered = this.isBack = false;
    this.#keep();
    this.#request.replied(message);
    return !this.text.trim() && !pictures.attachments.length && !pictures.isPreparing;
  }

  async #fail(error: SupportError, focus: string | undefined): Promise<void> {
    this.#unanswered ||= error.unanswered || error.code === 'conflict';
    this.#keep();
    if (error.code === 'conflict') await this.#request.refresh();
    if (this.findSent(focus)) return;
    if (isOutdated(error, '/declines')) {
      await this.#request.refresh();
      return this.#enter({ name: 'changed' }, focus);
    }
    this.#scheduleResend(error);
    this.#enter({ name: 'failed', error }, focus);
    if (this.#unanswered) void this.#request.refresh();
  }

  #keep(): void {
    const { text } = this;
    if (this.#host.element.drafts === 'none') return;
    const files = [...this.pictures.attachments.map(({ name }) => name), ...this.missing];
    this.#draft?.keep({ text, files, ...(this.#unanswered && { tried: this.#id }) });
  }

  /** What a person wrote is nobody else's to see. */
  #leave(): void {
    this.stopResending();
    this.text = '';
    this.isBack = this.#unanswered = false;
    this.#missing = [];
    this.#declines = undefined;
    this.#id = newId();
    this.sending = { name: 'idle' };
    this.pictures.reset();
  }

  #enter(next: ReplyState, focus?: string): void {
    this.sending = next;
    this.#host.changed(focus);
  }
}
