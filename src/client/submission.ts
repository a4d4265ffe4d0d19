import { newId } from './new-id.js';
import {
  getRequest,
  submitRequest,
  type Receipt,
  type RequestDetails,
  type SupportRequest,
} from '../contract/support-requests.js';
import type { SendOptions, SupportClient } from './client.js';
import { SupportError } from './support-error.js';

/** A receipt, and whether the endpoint has what the person last wrote or an earlier version of it. */
export interface Submitted {
  readonly receipt: Receipt;
  readonly outdated: boolean;
}

/** Fields that the endpoint doesn't give back, or that may differ without the request being another. */
const NOT_COMPARED: readonly string[] = [
  'language',
  'chargeableWork',
] satisfies (keyof SupportRequest)[];

const sameContent = (stored: RequestDetails, request: SupportRequest): boolean => {
  const theirs = new Map(Object.entries(stored));
  return Object.entries(request).every(
    ([name, value]) =>
      NOT_COMPARED.includes(name) || JSON.stringify(value) === JSON.stringify(theirs.get(name)),
  );
};

/**
 * One request on its way. The id is made before the first try and kept, so a retry never makes a second request. After a
 * try without an answer the endpoint is asked for the id first: what is there is the receipt, and what was written since
 * is the sender's to add as a reply.
 */
export class Submission {
  readonly id: string;
  #unanswered: boolean;

  /**
   * @param canAsk whether the endpoint can be asked for a request (capability `follow`)
   * @param earlier the id of a try of which it isn't known how it ended, as after a reload
   */
  constructor(
    /** May be another at each try: the id is what stays. */
    public client: SupportClient,
    readonly canAsk: boolean,
    earlier?: string,
  ) {
    this.id = earlier ?? newId();
    this.#unanswered = earlier !== undefined;
  }

  /**
   * @param request as the contract's schema parsed it
   * @throws SupportError
   */
  async send(request: SupportRequest, options: SendOptions = {}): Promise<Submitted> {
    if (this.#unanswered) {
      const earlier = await this.arrived(request, options);
      if (earlier) return earlier;
    }
    try {
      const receipt = await this.client.send(
        submitRequest,
        { params: { id: this.id }, body: request },
        options,
      );
      return { receipt, outdated: false };
    } catch (thrown) {
      const error = SupportError.from(thrown);
      this.#unanswered ||= error.unanswered;
      const earlier = error.code === 'conflict' ? await this.arrived(request, options) : undefined;
      if (earlier) return earlier;
      throw error;
    }
  }

  /** What the endpoint has under the id, and whether it is `request`; nothing where it has, or tells, nothing. */
  async arrived(
    request: SupportRequest,
    options: SendOptions = {},
  ): Promise<Submitted | undefined> {
    if (!this.canAsk) return undefined;
    try {
      const stored = await this.client.send(getRequest, { params: { id: this.id } }, options);
      return { receipt: stored, outdated: !sameContent(stored, request) };
    } catch (thrown) {
      const error = SupportError.from(thrown);
      if (error.code === 'notFound') return undefined;
      throw error;
    }
  }
}
