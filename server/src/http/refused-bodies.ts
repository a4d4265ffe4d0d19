import type { IncomingMessage, ServerResponse } from 'node:http';
import { Pace } from '../limits/pace.js';

/** Bytes a second that are read of all bodies that were refused because of a limit or a token: whoever floods gets no more of our time. */
const RATE = 4 * 1024 * 1024;
const SLOWED: ReadonlySet<number> = new Set([401, 429]);

/** What is still coming of requests that have been refused. */
export class RefusedBodies {
  readonly #pace = new Pace(RATE);

  /**
   * Reads the rest of a body and throws it away once its request has its answer, for as long as Node lets a request take: who sends a
   * large picture over a slow line would else see a broken connection instead of the answer.
   */
  passOver(incoming: IncomingMessage, outgoing: ServerResponse): void {
    // Begins to read: what nobody has begun to read, Node itself reads once it is answered, and as fast as it comes.
    incoming.read(0);
    outgoing.once('finish', () => {
      if (incoming.readableEnded) return;
      incoming.removeAllListeners('data');
      if (SLOWED.has(outgoing.statusCode)) this.#slow(incoming);
      incoming.resume();
    });
  }

  /** Reads one piece after the other, each in its turn among all that are slowed. */
  #slow(incoming: IncomingMessage): void {
    incoming.on('data', (chunk: Uint8Array) => {
      incoming.pause();
      setTimeout(() => incoming.resume(), this.#pace.add('all', chunk.byteLength)).unref();
    });
  }
}
