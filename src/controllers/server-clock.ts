/**
 * The endpoint's clock, the only one that counts where a right ends. It runs on from what the endpoint last said by the
 * time that passes, so that the computer's own clock may be wrong, or be put right meanwhile.
 */
export class ServerClock {
  #ahead = performance.timeOrigin;

  /** @param instant what the endpoint's clock shows now, in milliseconds */
  synchronize(instant: number): void {
    this.#ahead = instant - performance.now();
  }

  now(): Date {
    return new Date(this.#ahead + performance.now());
  }
}
