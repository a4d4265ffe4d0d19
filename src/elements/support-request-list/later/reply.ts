import { newId } from '../../../client/new-id.js';
import { SupportError } from '../../../client/support-error.js';
import { areOthers, isKnown, personOf, type Person } from '../../../context/person.js';
import type { TimelineItem } from '../../../contract/support-requests.js';
import { PicturesPlace, type PicturesProgress } from '../../../controllers/pictures-place.js';
import type { OpenRequest } from './open-request.js';
import { ReplyDraft } from './reply-draft.js';
import type { ListHost } from './request-desk.js';
import { outdatedText, sentText } from './texts.js';

/** How a message to the endpoint is coming along. */
export type Sending =
  | { readonly name: 'idle' }
  | {
      readonly name: 'sending';
      readonly attempt: number;
      /** While pictures are on their way: how many have arrived, of how many, and which part of all bytes. */
      readonly pictures?: PicturesProgress;
      cancel?(): void;
    }
  | { readonly name: 'sent' }
  | { readonly name: 'empty' }
  /** An earlier try had arrived with what was written then. */
  | { readonly name: 'outdated' }
  | { readonly name: 'failed'; readonly error: SupportError };

/** What a person writes to a request, from the first letter until the endpoint has it. */
export class Reply {
  text = '';
  sending: Sending = { name: 'idle' };
  /** Whether what stands there was written before the page was left. */
  isBack = false;
  readonly pictures: PicturesPlace;
  readonly #host: ListHost;
  readonly #open: OpenRequest;
  /** Made before the first try and kept until it is known to have arrived, so that a retry never makes a second message. */
  #id = newId();
  /** Whether a try under this id may have arrived although nobody said so. */
  #unanswered = false;
  #owner: Person = {};
  #draft: ReplyDraft | undefined;

  constructor(open: OpenRequest, host: ListHost) {
    this.#open = open;
    this.#host = host;
    this.pictures = new PicturesPlace(
      host.element,
      () => ({ connection: host.connection(), service: host.profile.service, isSender: true }),
      () => host.changed(),
      () => import('../../screenshot-attach/screenshot-attach.define.js'),
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
    this.#draft = new ReplyDraft(element.settings.endpoint ?? 'client', owner, this.#open.id);
    if (this.text) return this.#keep();
    const kept = element.drafts === 'none' ? undefined : this.#draft.read();
    if (!kept) return;
    this.text = kept.text;
    this.isBack = kept.text !== '';
    if (this.isBack) announce(l10n.msg('What you had written is back.'));
    if (kept.tried) this.#id = kept.tried;
    this.#unanswered = kept.tried !== undefined;
    this.look();
  }

  write(text: string): void {
    this.text = text;
    this.isBack = false;
    if (this.sending.name !== 'sending') this.sending = { name: 'idle' };
    this.#keep();
    this.#host.changed();
  }

  async send(): Promise<void> {
    if (this.sending.name === 'sending') return;
    const text = this.text.trim();
    if (!text && !this.pictures.attachments.length) return this.#enter({ name: 'empty' }, 'reply');
    const abort = new AbortController();
    const { signal } = abort;
    const sending = { name: 'sending', attempt: 1, cancel: () => abort.abort() } as const;
    this.#enter(sending);
    try {
      if (await this.#hasArrived()) return;
      await this.pictures.uploaded({
        signal,
        onProgress: (pictures) => signal.aborted || this.#enter({ ...sending, pictures }),
      });
      const attachments = this.pictures.attachments.map((attachment) => ({ ...attachment }));
      const message = await this.#open.put(
        this.#id,
        { text, attachments },
        { signal, onRetry: (attempt) => this.#enter({ ...sending, attempt }) },
      );
      this.#arrived(message, text);
      this.#enter({ name: 'sent' }, 'reply-notice');
    } catch (thrown) {
      await this.#fail(SupportError.from(thrown));
    }
  }

  /** Notices where a try without an answer got through after all; what was written since is another reply. */
  look(focus?: string): boolean {
    const found =
      this.#unanswered && this.#open.request?.timeline.find(({ id }) => id === this.#id);
    if (!found) return false;
    const isAll = this.#arrived(found);
    if (!focus)
      this.#host.announce(isAll ? sentText(this.#host.l10n) : outdatedText(this.#host.l10n));
    this.#enter({ name: isAll ? 'sent' : 'outdated' }, focus);
    return true;
  }

  /** After a try without an answer the endpoint is asked first. */
  async #hasArrived(): Promise<boolean> {
    if (!this.#unanswered) return false;
    await this.#open.refresh();
    if (this.#open.error) throw this.#open.error;
    return this.look('reply-notice');
  }

  /** Leaves what the endpoint doesn't have; whether it has everything. */
  #arrived(message: TimelineItem, text = message.text): boolean {
    const { files, attachments: shown } = this.pictures;
    const unsent = shown.flatMap((attachment, index) => {
      const file = files[index];
      return file && !message.attachments.some(({ id }) => id === attachment.id)
        ? [{ file, attachment }]
        : [];
    });
    if (this.text.trim() === text) this.text = '';
    if (shown.length) this.pictures.reset();
    if (unsent.length) void this.pictures.restore(unsent);
    this.#id = newId();
    this.#unanswered = this.isBack = false;
    this.#keep();
    this.#open.replied(message);
    return !this.text.trim() && !unsent.length;
  }

  async #fail(error: SupportError): Promise<void> {
    this.#unanswered ||= error.unanswered || error.code === 'conflict';
    this.#keep();
    if (error.code === 'conflict') await this.#open.refresh();
    if (this.look('reply-notice')) return;
    this.#enter({ name: 'failed', error }, 'reply-notice');
    if (this.#unanswered) void this.#open.refresh();
  }

  #keep(): void {
    const { text } = this;
    if (this.#host.element.drafts === 'none') return;
    this.#draft?.keep(this.#unanswered ? { text, tried: this.#id } : { text });
  }

  /** What a person wrote is nobody else's to see. */
  #leave(): void {
    this.text = '';
    this.isBack = this.#unanswered = false;
    this.#id = newId();
    this.sending = { name: 'idle' };
    this.pictures.reset();
  }

  #enter(next: Sending, focus?: string): void {
    this.sending = next;
    this.#host.changed(focus);
  }
}
