import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { openingAt, type Opening } from '../contract/opening-hours.js';
import type { OpeningHours } from '../contract/service.js';

/** Timers drift and computers sleep, so the clock is read again at least this often. */
const LOOK_AGAIN_MS = 60_000;

interface Known {
  readonly hours: OpeningHours;
  /** Missing where this browser doesn't know their time zone. */
  readonly opening: Opening | undefined;
  /** From when until when that holds, in milliseconds. */
  readonly from: number;
  readonly until: number;
}

function lookUp(hours: OpeningHours, from: number): Known {
  try {
    const opening = openingAt(hours, new Date(from));
    const change = opening.open ? opening.closesAt : opening.opensAt;
    return { hours, opening, from, until: change?.getTime() ?? Infinity };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { hours, opening: undefined, from, until: Infinity };
  }
}

/**
 * Whether the telephone is answered now, kept true while the host is on the page and shows it. Who doesn't show it pays nothing for it:
 * the first look at another time zone's clock takes longer than everything else that a page does at first.
 */
export class OpeningHoursController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hours: () => OpeningHours | undefined;
  #known: Known | undefined;
  #isShown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  /** @param hours the hours as they are known at the moment */
  constructor(host: ReactiveControllerHost, hours: () => OpeningHours | undefined) {
    this.#host = host;
    this.#hours = hours;
    host.addController(this);
  }

  /** Missing while the opening hours are not known. */
  get opening(): Opening | undefined {
    const hours = this.#hours();
    if (!hours) return undefined;
    this.#isShown = true;
    const now = Date.now();
    const { hours: former, from = 0, until = 0 } = this.#known ?? {};
    if (hours !== former || now < from || now >= until) this.#known = lookUp(hours, now);
    return this.#known?.opening;
  }

  hostUpdate(): void {
    clearTimeout(this.#timer);
    this.#isShown = false;
  }

  hostUpdated(): void {
    // A host that was taken off the page may still update: nobody waits for the clock there.
    if (!this.#isShown || !this.#known?.opening || !this.#connected) return;
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(0, this.#known.until - Date.now()));
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
