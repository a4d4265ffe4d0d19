import { SupportError } from '../../../client/support-error.js';
import { SupportRequestPoller } from '../../../controllers/support-requests-poller.js';
import { getAttachment } from '../../../contract/attachments.js';
import type { InputOf } from '../../../contract/operation.js';
import { longestName, unsafeInNames } from '../../../contract/file-name.js';
import { putMessage, type RequestDetails, type TimelineItem } from '../../../contract/support-requests.js';
import { saveFile } from '../../../ui/save-file.js';
import { PicturesPlace } from '../../../controllers/pictures-place.js';
import { SupportRequestRepliedEvent } from '../support-request-list.events.js';
import type { ListHost } from './request-desk.js';

const unsafe = new RegExp(`[${unsafeInNames}]`, 'gu');

/** A name under which nothing unexpected is saved: no folders, no hidden file, nothing that can't be seen. */
const safeName = (name: string): string => name.toWellFormed().replaceAll(unsafe, '').replace(/^\.+/, '').slice(-longestName) || 'liite';

/** How a message to the endpoint is coming along. */
export type Sending =
  | { readonly name: 'idle' }
  | { readonly name: 'sending'; readonly attempt: number }
  | { readonly name: 'sent' }
  | { readonly name: 'empty' }
  /** An earlier try had arrived with what was written then. */
  | { readonly name: 'outdated' }
  | { readonly name: 'failed'; readonly error: SupportError };

/** One request that a person has opened, and what they write to it. */
export class OpenRequest {
  text = '';
  reply: Sending = { name: 'idle' };
  confirmation: Sending = { name: 'idle' };
  /** What became of files that were asked for, by id. */
  readonly files = new Map<string, 'loading' | 'failed' | number>();
  readonly pictures: PicturesPlace;
  readonly #host: ListHost;
  #poller: SupportRequestPoller | undefined;
  #leave: (() => void) | undefined;
  /** Made before the first try and kept until it is known to have arrived, so that a retry never makes a second message. */
  #replyId = crypto.randomUUID();
  /** Ids of confirmations, by proposal, kept as those of replies are. */
  readonly #confirmationIds = new Map<string, string>();
  /** The proposal whose box is ticked: a tick never passes to another one that comes meanwhile. */
  #ticked: string | undefined;
  /** How it stood when it was last told. */
  #seen: string | undefined;

  constructor(
    readonly id: string,
    host: ListHost,
  ) {
    this.#host = host;
    this.pictures = new PicturesPlace(
      host.element,
      () => ({ connection: host.connection(), service: host.profile.service, isSender: true }),
      () => host.changed(),
      () => import('../../screenshot-attach/screenshot-attach.define.js'),
    );
    host.element.removeController(this.pictures);
  }

  get request(): RequestDetails | undefined {
    return this.#poller?.list;
  }

  get error(): SupportError | undefined {
    return this.#poller?.error;
  }

  /** The latest proposal that nobody has confirmed yet. */
  get proposal(): TimelineItem | undefined {
    const { timeline = [], status } = this.request ?? {};
    const confirmed = new Set(timeline.map(({ confirms }) => confirms));
    const open = timeline.filter(({ id, kind }) => kind === 'chargeableProposal' && !confirmed.has(id));
    return status === 'resolved' || status === 'closed' ? undefined : open.at(-1);
  }

  /** Whether the box that confirms is ticked. */
  get isConfirming(): boolean {
    return this.#ticked !== undefined && this.#ticked === this.proposal?.id;
  }

  /** Asks for it from now on. */
  wake(): void {
    const { element, l10n } = this.#host;
    const connection = this.#host.connection();
    if (this.#leave || !connection) return;
    this.#poller ??= new SupportRequestPoller(connection, l10n.language, this.id);
    this.#leave = this.#poller.watch({ pace: () => (element.checkVisibility() || !this.request ? 'badge' : undefined), changed: this.#onChanged });
    element.addController(this.pictures);
  }

  /** Its texts are asked for in the language that is spoken now. */
  follow(): void {
    if (!this.#poller || this.#poller.language === this.#host.l10n.language) return;
    this.rest();
    this.#poller = this.#seen = undefined;
    this.wake();
  }

  /** Asks no more; what was written stays. */
  rest(): void {
    if (!this.#leave) return;
    this.#leave();
    this.#leave = undefined;
    this.pictures.hostDisconnected();
    this.#host.element.removeController(this.pictures);
  }

  async refresh(): Promise<void> {
    await this.#poller?.refresh();
  }

  write(text: string): void {
    this.text = text;
    if (this.reply.name !== 'sending') this.reply = { name: 'idle' };
    this.#host.changed();
  }

  confirm(isConfirming: boolean): void {
    this.#ticked = isConfirming ? this.proposal?.id : undefined;
    this.#host.changed();
  }

  /** Fetches a file with the person's sign-in and hands it to the browser to save. */
  async save({ id, name }: RequestDetails['attachments'][number]): Promise<void> {
    const connection = this.#host.connection();
    if (!connection || this.files.get(id) === 'loading') return;
    this.#tellFile(id, 'loading');
    try {
      const blob = await connection.send(getAttachment, { params: { id } });
      saveFile(new File([blob], safeName(name), { type: 'application/octet-stream' }));
      this.#tellFile(id, blob.size);
    } catch {
      this.#tellFile(id, 'failed');
    }
  }

  async sendReply(): Promise<void> {
    if (this.reply.name === 'sending') return;
    const text = this.text.trim();
    if (!text && !this.pictures.attachments.length) return this.#enterReply({ name: 'empty' }, 'reply');
    this.#enterReply({ name: 'sending', attempt: 1 });
    try {
      await this.pictures.uploaded({});
      const attachments = this.pictures.attachments.map((attachment) => ({ ...attachment }));
      await this.#put(this.#replyId, { text, attachments }, (attempt) => this.#enterReply({ name: 'sending', attempt }));
      this.#replied(this.#replyId);
      if (this.text.trim() === text) this.text = '';
      this.pictures.reset();
      this.#enterReply({ name: 'sent' }, 'reply-notice');
    } catch (thrown) {
      await this.#failReply(SupportError.from(thrown));
    }
  }

  async sendConfirmation(): Promise<void> {
    const { proposal } = this;
    if (!proposal || !this.isConfirming || this.confirmation.name === 'sending') return;
    const enter = (next: Sending, focus?: string) => {
      this.confirmation = next;
      this.#host.changed(focus);
    };
    const confirmationId = this.#confirmationIds.get(proposal.id) ?? crypto.randomUUID();
    this.#confirmationIds.set(proposal.id, confirmationId);
    enter({ name: 'sending', attempt: 1 });
    try {
      await this.#put(confirmationId, { text: '', attachments: [], confirms: proposal.id }, (attempt) => enter({ name: 'sending', attempt }));
      this.#ticked = undefined;
      this.#replied(confirmationId);
      await this.refresh();
      enter({ name: 'sent' }, 'confirmation-notice');
    } catch (thrown) {
      enter({ name: 'failed', error: SupportError.from(thrown) }, 'confirmation-notice');
    }
  }

  async #put(messageId: string, body: InputOf<typeof putMessage>['body'], onRetry: (attempt: number) => void): Promise<void> {
    const connection = this.#host.connection();
    if (!connection) throw new SupportError('noEndpoint');
    await connection.send(putMessage, { params: { id: this.id, messageId }, body }, { onRetry });
  }

  #replied(messageId: string): void {
    this.#host.element.dispatchEvent(new SupportRequestRepliedEvent(this.id, messageId));
    void this.refresh();
    void this.#host.requests.refresh();
  }

  /** Where the endpoint has something else under the id, an earlier try got through: what is written now is another message. */
  async #failReply(error: SupportError): Promise<void> {
    await this.refresh();
    const hasArrived = error.code === 'conflict' && this.request?.timeline.some(({ id }) => id === this.#replyId);
    if (hasArrived) {
      this.#replied(this.#replyId);
      this.#replyId = crypto.randomUUID();
    }
    this.#enterReply(hasArrived ? { name: 'outdated' } : { name: 'failed', error }, 'reply-notice');
  }

  #enterReply(next: Sending, focus?: string): void {
    if (next.name === 'sent') this.#replyId = crypto.randomUUID();
    this.reply = next;
    this.#host.changed(focus);
  }

  #tellFile(id: string, state: 'loading' | 'failed' | number): void {
    this.files.set(id, state);
    this.#host.changed();
  }

  readonly #onChanged = (): void => {
    const { request } = this;
    const seen = request && [request.updatedAt, request.status, request.timeline.length].join(' ');
    const { msg } = this.#host.l10n;
    if (this.#seen && seen !== this.#seen) this.#host.announce(msg('The request has been updated.'));
    this.#seen = seen;
    this.#host.changed();
  };
}
