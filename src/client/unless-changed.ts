import type { Answer, Transport } from './transport.js';

interface Known {
  readonly etag: string;
  readonly answer: Answer;
}

/** A transport that asks for what has changed: the last answer stands where the endpoint says that it still holds. */
export class UnlessChanged {
  /** The endpoint's clock with the latest answer, as far as it tells; to the second. */
  date: number | undefined;
  /** Whether the latest answer was one that had been given before. */
  unchanged = false;
  readonly #known = new Map<string, Known>();

  readonly transport: Transport = async (asked, exchange) => {
    const known = this.#known.get(asked.url);
    const answer = await exchange(
      known ? { ...asked, headers: { ...asked.headers, 'If-None-Match': known.etag } } : asked,
    );
    const date = Date.parse(answer.headers.get('Date') ?? '');
    this.date = Number.isNaN(date) ? undefined : date;
    this.unchanged = known !== undefined && answer.status === 304;
    if (known && this.unchanged) return known.answer;
    const etag = answer.headers.get('ETag');
    if (etag && answer.status === 200) this.#known.set(asked.url, { etag, answer });
    return answer;
  };
}
