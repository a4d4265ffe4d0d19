import { newId } from '../../client/new-id.js';
import type { SendOptions } from '../../client/client.js';
import { SupportError } from '../../client/support-error.js';
import { SupportRequestPoller } from '../../controllers/support-requests-poller.lazy.js';
import { getAttachment } from '../../contract/attachments.js';
import type { InputOf } from '../../contract/operation.js';
import { longestName, unsafeInNames } from '../../contract/file-name.js';
import {
  putMessage,
  type RequestDetails,
  type TimelineItem,
} from '../../contract/support-requests.js';
import { saveFile } from '../../ui/save-file.js';
import { AttachedPictures } from './attached-pictures.js';
import { isOutdated, Reply, type ReplyState } from './replies/reply.js';
import type { RequestListHost } from './request-list-host.js';
import { SupportRequestRepliedEvent } from './support-request-list.events.js';

type Attachment = RequestDetails['attachments'][number];

const unsafe = new RegExp(`[${unsafeInNames}]`, 'gu');

/** A name under which nothing unexpected is saved: no folders, no hidden file, nothing that can't be seen. */
const safeFileName = (name: string): string =>
  name.toWellFormed().replaceAll(unsafe, '').replace(/^\.+/, '').slice(-longestName) || 'liite';

/** One request that a person has opened. */
export class OpenedRequest {
  readonly reply: Reply;
  confirmation: ReplyState = { name: 'idle' };
  /** What became of files that were asked for, by id. */
  readonly files = new Map<string, 'loading' | 'failed' | number>();
  readonly pictures: AttachedPictures;
  /** The picture that is shown large. */
  large:
    | { readonly title: string; readonly canvas: HTMLCanvasElement; readonly isFull: boolean }
    | undefined;
  readonly #host: RequestListHost;
  /** What has been fetched, so that a picture that was shown is saved without asking again. */
  readonly #blobs = new Map<string, Promise<Blob>>();
  #isActive = true;
  #poller: SupportRequestPoller | undefined;
  #leave: (() => void) | undefined;
  /** Ids of confirmations, by proposal, kept until they are known to have arrived, as those of replies are. */
  readonly #confirmationIds = new Map<string, string>();
  /** The proposal whose box is ticked: a tick never passes to another one that comes meanwhile. */
  #ticked: string | undefined;
  /** Messages of the person, from when the endpoint has taken them. */
  readonly #sent: TimelineItem[] = [];
  /** How it stood when it was last shown. */
  #seen: string | undefined;

  constructor(
    readonly id: string,
    host: RequestListHost,
  ) {
    this.#host = host;
    this.reply = new Reply(this, host);
    this.pictures = new AttachedPictures(
      (file) => this.#fetch(file),
      () => host.changed(),
    );
    this.#watch();
  }

  /** As the endpoint tells it, with what the person has sent since. */
  get request(): RequestDetails | undefined {
    const request = this.#poller?.list;
    const unseen = this.#sent.filter(
      (message) => !request?.timeline.some(({ id }) => id === message.id),
    );
    return request && unseen.length
      ? { ...request, timeline: [...request.timeline, ...unseen] }
      : request;
  }

  get error(): SupportError | undefined {
    return this.#poller?.error;
  }

  /** The latest proposal, unless it has its answer: those before it count no more. */
  get proposal(): TimelineItem | undefined {
    const { timeline = [], status } = this.request ?? {};
    if (status === 'resolved' || status === 'closed') return undefined;
    const latest = timeline.findLast(({ kind }) => kind === 'chargeableProposal');
    const isAnswered = timeline.some(
      ({ confirms, declines }) => latest && (confirms === latest.id || declines === latest.id),
    );
    return isAnswered ? undefined : latest;
  }

  /** Whether the box that confirms is ticked. */
  get isConfirming(): boolean {
    return this.#ticked !== undefined && this.#ticked === this.proposal?.id;
  }

  /** Asks for it again from now on. */
  resume(): void {
    if (this.#isActive) return;
    this.#isActive = true;
    this.#host.element.addController(this.reply.pictures);
    this.reply.resume();
    this.#watch();
  }

  /** Its texts are asked for in the language that is spoken now. */
  follow(): void {
    this.reply.follow();
    if (!this.#poller || this.#poller.language === this.#host.l10n.language) return;
    this.#leave?.();
    this.#poller = this.#seen = undefined;
    this.#watch();
  }

  /** Asks no more; what was written stays. */
  pause(): void {
    if (!this.#isActive) return;
    this.#isActive = false;
    this.#leave?.();
    this.reply.stopResending();
    this.reply.pictures.hostDisconnected();
    this.#host.element.removeController(this.reply.pictures);
  }

  async refresh(): Promise<void> {
    await this.#poller?.refresh();
  }

  confirm(isConfirming: boolean): void {
    this.#ticked = isConfirming ? this.proposal?.id : undefined;
    if (this.confirmation.name !== 'sending') this.confirmation = { name: 'idle' };
    this.#host.changed();
  }

  /** Fetches a file with the person's sign-in and hands it to the browser to save. */
  async save({ id, name }: Attachment): Promise<void> {
    const blob = await this.#onDemand(id, () => this.#fetch(id));
    if (!blob) return;
    saveFile(new File([blob], safeFileName(name), { type: 'application/octet-stream' }));
    this.#setFileState(id, blob.size);
  }

  /** Shows a picture as large as there is room for. */
  async show(attachment: Attachment): Promise<void> {
    const { id, name, caption } = attachment;
    const canvas = await this.#onDemand(id, () => this.pictures.large(attachment));
    if (!canvas) return;
    this.large = { title: caption || name, canvas, isFull: false };
    this.#host.showModal('large');
  }

  /** Shows it in its own size, or as large as there is room for. */
  zoomLarge(isFull: boolean): void {
    this.large &&= { ...this.large, isFull };
    this.#host.changed();
  }

  closeLarge(): void {
    this.large = undefined;
    this.#host.changed();
  }

  async sendConfirmation(): Promise<void> {
    const { proposal } = this;
    if (!proposal || this.confirmation.name === 'sending') return;
    const enter = (next: ReplyState, focus?: string) => {
      this.confirmation = next;
      this.#host.changed(focus);
    };
    if (!this.isConfirming) return enter({ name: 'empty' }, 'confirm');
    const confirmationId = this.#confirmationIds.get(proposal.id) ?? newId();
    this.#confirmationIds.set(proposal.id, confirmationId);
    enter({ name: 'sending', attempt: 1 });
    try {
      const body = { text: '', attachments: [], confirms: proposal.id };
      const message = await this.put(confirmationId, body, {
        onRetry: (attempt) => enter({ name: 'sending', attempt }),
      });
      this.#ticked = undefined;
      this.replied(message);
      await this.refresh();
      enter({ name: 'sent' }, 'confirmation-notice');
    } catch (thrown) {
      const error = SupportError.from(thrown);
      if (!isOutdated(error, '/confirms'))
        return enter({ name: 'failed', error }, 'confirmation-notice');
      this.#ticked = undefined;
      await this.refresh();
      enter({ name: 'changed' }, 'confirmation-notice');
    }
  }

  /** @throws SupportError */
  async put(
    messageId: string,
    body: InputOf<typeof putMessage>['body'],
    options: SendOptions,
  ): Promise<TimelineItem> {
    const connection = this.#host.connection();
    if (!connection) throw new SupportError('noEndpoint');
    return connection.send(putMessage, { params: { id: this.id, messageId }, body }, options);
  }

  /** The endpoint has a message of the person's. */
  replied(message: TimelineItem): void {
    this.#sent.push(message);
    this.#host.element.dispatchEvent(new SupportRequestRepliedEvent(this.id, message.id));
    void this.refresh();
    void this.#host.requests.refresh();
  }

  #watch(): void {
    const { element, l10n } = this.#host;
    const connection = this.#host.connection();
    if (!connection) return;
    this.#poller ??= new SupportRequestPoller(connection, l10n.language, this.id);
    this.#leave = this.#poller.watch({
      pace: () => (element.checkVisibility() || !this.request ? 'badge' : undefined),
      changed: this.#onChanged,
    });
  }

  #fetch(id: string): Promise<Blob> {
    const connection = this.#host.connection();
    if (!connection) return Promise.reject(new SupportError('noEndpoint'));
    const fetched =
      this.#blobs.get(id) ??
      connection.send(getAttachment, { params: { id } }).catch((error: unknown) => {
        this.#blobs.delete(id);
        throw error;
      });
    this.#blobs.set(id, fetched);
    return fetched;
  }

  /** Says beside the file that it comes, or that it can't be had. */
  async #onDemand<T>(id: string, fetch: () => Promise<T>): Promise<T | undefined> {
    if (this.files.get(id) === 'loading') return undefined;
    this.#setFileState(id, 'loading');
    try {
      const fetched = await fetch();
      this.#setFileState(id, undefined);
      return fetched;
    } catch {
      this.#setFileState(id, 'failed');
      return undefined;
    }
  }

  #setFileState(id: string, state: 'loading' | 'failed' | number | undefined): void {
    if (state === undefined) this.files.delete(id);
    else this.files.set(id, state);
    this.#host.changed();
  }

  readonly #onChanged = (): void => {
    const { request } = this;
    const seen = request && [request.updatedAt, request.status, request.timeline.length].join(' ');
    const { msg } = this.#host.l10n;
    if (this.#seen && seen !== this.#seen)
      this.#host.announce(msg('The request has been updated.'));
    // There was no room yet for its heading to stand at the top of the window.
    const isFirst = seen !== undefined && !this.#seen;
    const isHere = this.#host.hasFocus('request');
    this.#seen = seen;
    if (this.reply.sending.name !== 'sending') this.reply.findSent();
    this.#host.changed(isFirst && isHere ? 'request' : undefined);
    if (request) {
      const files = [request, ...request.timeline].flatMap(({ attachments }) => attachments);
      this.pictures.draw(files, () => this.#isActive);
    }
  };
}
