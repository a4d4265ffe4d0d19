import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openingAt, type Opening } from '../contract/opening-hours.js';
import type { OpeningHours } from '../contract/service.js';

/** Timers drift and computers sleep, so the clock is read again at least this often. */
const LOOK_AGAIN_MS = 60_000;

/** Whether the telephone is answered now, kept true while the host is on the page. */
export class OpeningHoursController implements ReactiveController {
  /** Missing while the opening hours are not known. */
  opening: Opening | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #hours: () => OpeningHours | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  /** @param hours the hours as they are known at the moment */
  constructor(host: ReactiveControllerHost, hours: () => OpeningHours | undefined) {
    this.#host = host;
    this.#hours = hours;
    host.addController(this);
  }

  hostUpdate(): void {
    clearTimeout(this.#timer);
    const hours = this.#hours();
    this.opening = hours && openingAt(hours, new Date());
    // A host that was taken off the page may still update: nobody waits for the clock there.
    if (!this.opening || !this.#connected) return;
    const change = this.opening.open ? this.opening.closesAt : this.opening.opensAt;
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(0, (change?.getTime() ?? Infinity) - Date.now()));
    this.#timer = setTimeout(() => this.#host.requestUpdate(), wait);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#timer);
  }
}
