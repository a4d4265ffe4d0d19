import { str } from '@lit/localize/internal/str-tag.js';
import { willPass } from '../../../client/retry.js';
import { RetryTimer } from '../../../client/retry-timer.js';
import { SupportError } from '../../../client/support-error.js';
import type { FormInside } from '../form-inside.js';
import { sendQuietly, type State } from './submit.js';

/**
 * After the line broke: sends the request again by itself as long as the page is open, at once when the browser is back
 * on-line. It is the request that the person sent: as soon as they change it, take another road or say so, it is theirs
 * to send.
 */
export class SendAgain {
  readonly #form: FormInside;
  readonly #isFocused: () => boolean;
  #state: State | undefined;
  /** What was sent. */
  #sent: readonly unknown[] = [];
  readonly #retries = new RetryTimer(() => void this.#try());
  #abort: AbortController | undefined;

  /** @param isFocused whether the person is at the form, and so wants to be led to the receipt */
  constructor(form: FormInside, isFocused: () => boolean) {
    this.#form = form;
    this.#isFocused = isFocused;
  }

  /** Whether the request will be sent by itself. */
  get isOn(): boolean {
    return this.#abort !== undefined;
  }

  /** Looks where the form is. */
  follow(): void {
    const state = this.#form.state();
    if (state !== this.#state) {
      this.#state = state;
      if (state.name === 'failed' && willPass(state.error)) this.#start(state.error);
      else this.stop();
    } else if (this.isOn && this.#now().some((part, index) => part !== this.#sent[index]))
      this.stop();
  }

  stop(): void {
    if (!this.isOn) return;
    this.#retries.stop();
    this.#abort?.abort();
    this.#abort = undefined;
    this.#form.update();
  }

  #start({ retryAfter }: SupportError): void {
    if (!this.isOn) {
      this.#abort = new AbortController();
      this.#sent = this.#now();
    }
    this.#retries.failed(retryAfter);
  }

  async #try(): Promise<void> {
    const { signal } = this.#abort ?? {};
    if (!signal) return;
    try {
      await sendQuietly(this.#form, signal, this.#isFocused);
      const { msg } = this.#form.localization;
      const state = this.#form.state();
      if (state.name === 'sent')
        this.#form.announce(msg(str`Received: ${state.receipt.number ?? state.receipt.subject}`));
      else this.stop();
    } catch (thrown) {
      if (!signal.aborted)
        await this.#form.enter({ name: 'failed', error: SupportError.from(thrown) });
    }
  }

  /** What a change of makes it another request. */
  #now(): readonly unknown[] {
    const { draft, pictures } = this.#form;
    return [draft.edits, draft.typed, JSON.stringify(pictures.attachments)];
  }
}
