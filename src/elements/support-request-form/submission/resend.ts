import { str } from '@lit/localize/internal/str-tag.js';
import { willPass } from '../../../client/retry.js';
import { RetryTimer } from '../../../client/retry-timer.js';
import { SupportError } from '../../../client/support-error.js';
import type { FormHost, FormModel } from '../form-model.js';
import type { FormState } from '../form-state.js';
import type { Submitter } from './submitter.js';

/**
 * After the line broke: sends the request again by itself as long as the page is open, at once when the browser is back
 * on-line. It is the request that the person sent: as soon as they change it, take another road or say so, it is theirs
 * to send.
 */
export class Resend {
  readonly #host: Pick<FormHost, 'l10n' | 'announce' | 'update'>;
  readonly #model: Pick<FormModel, 'draft' | 'pictures' | 'store'>;
  readonly #submitter: Submitter;
  readonly #isFocused: () => boolean;
  #state: FormState | undefined;
  /** What was sent. */
  #sent: readonly unknown[] = [];
  readonly #retries = new RetryTimer(() => void this.#try());
  #abort: AbortController | undefined;

  /** @param isFocused whether the person is at the form, and so wants to be led to the receipt */
  constructor(
    host: Pick<FormHost, 'l10n' | 'announce' | 'update'>,
    model: Pick<FormModel, 'draft' | 'pictures' | 'store'>,
    submitter: Submitter,
    isFocused: () => boolean,
  ) {
    this.#host = host;
    this.#model = model;
    this.#submitter = submitter;
    this.#isFocused = isFocused;
  }

  /** Whether the request will be sent by itself. */
  get isOn(): boolean {
    return this.#abort !== undefined;
  }

  /** Looks where the form is. */
  follow(): void {
    const { state } = this.#model.store;
    if (state !== this.#state) {
      this.#state = state;
      if (state.name === 'failed' && willPass(state.error)) this.#start(state.error);
      else this.stop();
    } else if (this.isOn && this.#written().some((part, index) => part !== this.#sent[index]))
      this.stop();
  }

  stop(): void {
    if (!this.isOn) return;
    this.#retries.stop();
    this.#abort?.abort();
    this.#abort = undefined;
    this.#host.update();
  }

  #start({ retryAfter }: SupportError): void {
    if (!this.isOn) {
      this.#abort = new AbortController();
      this.#sent = this.#written();
    }
    this.#retries.failed(retryAfter);
  }

  async #try(): Promise<void> {
    const { signal } = this.#abort ?? {};
    if (!signal) return;
    try {
      await this.#submitter.submitQuietly(signal, this.#isFocused);
      const { msg } = this.#host.l10n;
      const { state } = this.#model.store;
      if (state.name === 'sent')
        this.#host.announce(msg(str`Received: ${state.receipt.number ?? state.receipt.subject}`));
      else this.stop();
    } catch (thrown) {
      if (!signal.aborted)
        await this.#model.store.enter({ name: 'failed', error: SupportError.from(thrown) });
    }
  }

  /** What a change of makes it another request. */
  #written(): readonly unknown[] {
    const { draft, pictures } = this.#model;
    return [draft.edits, draft.typed, JSON.stringify(pictures.attachments)];
  }
}
