/** Lets bytes be read at so many a second for each of those who send them; what is sent after a pause is read at once up to a burst. */
export class Pace {
  readonly #bytesPerSecond: number;
  /** How long what is read at once takes at this pace, in milliseconds. */
  readonly #ahead: number;
  /** Until when each has used up the pace, by `performance.now()`. */
  readonly #until = new Map<string, number>();
  #tidyAt = 0;

  constructor(bytesPerSecond: number, burst = 0) {
    this.#bytesPerSecond = bytesPerSecond;
    this.#ahead = (burst / bytesPerSecond) * 1000;
  }

  /** Tells of bytes that have been read, and gives the milliseconds to wait before more are. */
  add(who: string, bytes: number): number {
    const now = performance.now();
    this.#tidy(now);
    const until =
      Math.max(now - this.#ahead, this.#until.get(who) ?? -Infinity) +
      (bytes / this.#bytesPerSecond) * 1000;
    this.#until.set(who, until);
    return Math.max(0, until - now);
  }

  /** Whoever has paused for long enough is like one who has never sent anything. */
  #tidy(now: number): void {
    if (now < this.#tidyAt) return;
    this.#tidyAt = now + 60_000;
    for (const [who, until] of this.#until) if (until <= now - this.#ahead) this.#until.delete(who);
  }
}
