import type { Submission } from '../../client/submission.js';
import type { SupportError } from '../../client/support-error.js';
import type { Receipt, SupportRequest } from '../../contract/support-requests.js';
import type { PicturesProgress } from '../../controllers/pictures-controller.js';

/** What became of edits that were made after the request had arrived already. */
export type LaterEdits = 'none' | 'unsent' | 'sending' | 'sent' | 'failed';

/** Where the form is; each state carries what it needs. */
export type FormState =
  | { readonly name: 'editing' }
  /** It is sent as soon as the pictures are ready that were handed over; what is written until then goes along. */
  | { readonly name: 'preparing'; readonly abort: AbortController }
  | {
      readonly name: 'sending';
      readonly subject: string;
      readonly attempt: number;
      readonly abort: AbortController;
      /** While pictures are on their way. */
      readonly pictures?: PicturesProgress;
    }
  | { readonly name: 'failed'; readonly error: SupportError }
  | {
      readonly name: 'sent';
      readonly receipt: Receipt;
      readonly later: LaterEdits;
      readonly request: SupportRequest;
      /** Shows the request, where somebody offers to. */
      readonly follow?: (() => void) | undefined;
    };

export type SendingState = Extract<FormState, { readonly name: 'sending' }>;
export type SentState = Extract<FormState, { readonly name: 'sent' }>;

/** Holds the state of the form, and what is known of a try to send until the next request begins. */
export class FormStore {
  state: FormState = { name: 'editing' };
  /** Kept from the first try until the request has arrived or the form is reset. */
  submission: Submission | undefined;
  /** The id of a try before the page was left, of which it isn't known how it ended. */
  tried: string | undefined;
  readonly #changed: (focus?: string) => Promise<void>;

  /** @param changed shows the state; resolves when what has the id `focus` has the focus, where it is given */
  constructor(changed: (focus?: string) => Promise<void>) {
    this.#changed = changed;
  }

  /** @param focus the id of what gets the focus */
  enter(state: FormState, focus?: string): Promise<void> {
    this.state = state;
    return this.#changed(focus);
  }

  /** Back to the form, whatever was going on; the next request is another one. */
  reset(): void {
    const { state } = this;
    this.submission = this.tried = undefined;
    this.state = { name: 'editing' };
    if (state.name === 'sending' || state.name === 'preparing') state.abort.abort();
  }
}
