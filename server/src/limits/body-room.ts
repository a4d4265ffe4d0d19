const MEGABYTE = 1024 * 1024;

/** Bodies up to this size are not worth a place in the queue. */
const SMALL = 64 * 1024;

/** Milliseconds that somebody waits for room. */
const PATIENCE = 10_000;

export type Refusal = 'person' | 'memory';

interface Waiting {
  readonly person: string;
  readonly bytes: number;
  readonly enter: () => void;
}

/**
 * The memory for bodies that are on their way. A person has a few places in it and half of its bytes, so that nobody fills it
 * alone; who finds no room waits in a queue.
 */
export class BodyRoom {
  readonly #slots: number;
  readonly #room: number;
  readonly #patience: number;
  readonly #slotsOf = new Map<string, number>();
  readonly #bytesOf = new Map<string, number>();
  readonly #queue: Waiting[] = [];
  #bytes = 0;

  constructor(places: number, megabytes: number, patience = PATIENCE) {
    this.#slots = places;
    this.#room = megabytes * MEGABYTE;
    this.#patience = patience;
  }

  /** Bytes that are taken. */
  get taken(): number {
    return this.#bytes;
  }

  /**
   * Makes room for a body.
   *
   * @returns what leaves it again, or why there was none
   */
  async enter(person: string, bytes: number): Promise<(() => void) | Refusal> {
    const places = this.#slotsOf.get(person) ?? 0;
    if (places >= this.#slots) return 'person';
    this.#slotsOf.set(person, places + 1);
    const releaseSlot = () => add(this.#slotsOf, person, -1);
    if (bytes <= SMALL) return once(releaseSlot);
    if (!(await this.#wait(person, bytes))) {
      releaseSlot();
      return this.#isOverShare(person, bytes) ? 'person' : 'memory';
    }
    return once(() => {
      releaseSlot();
      this.#bytes -= bytes;
      add(this.#bytesOf, person, -bytes);
      this.#admit();
    });
  }

  #isOverShare = (person: string, bytes: number): boolean =>
    (this.#bytesOf.get(person) ?? 0) + bytes > this.#room / 2;

  async #wait(person: string, bytes: number): Promise<boolean> {
    let limit: NodeJS.Timeout | undefined;
    const isIn = await new Promise<boolean>((resolve) => {
      const waiting = { person, bytes, enter: () => resolve(true) };
      limit = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        resolve(false);
        this.#admit();
      }, this.#patience);
      this.#queue.push(waiting);
      this.#admit();
    });
    clearTimeout(limit);
    return isIn;
  }

  /** Lets in who is first. Those who have their share already hold up nobody else. */
  #admit(): void {
    for (let place = 0; place < this.#queue.length;) {
      const next = this.#queue[place];
      if (!next) return;
      if (this.#isOverShare(next.person, next.bytes)) {
        place += 1;
        continue;
      }
      if (this.#bytes + next.bytes > this.#room) return;
      this.#queue.splice(place, 1);
      this.#bytes += next.bytes;
      add(this.#bytesOf, next.person, next.bytes);
      next.enter();
    }
  }
}

function add(sums: Map<string, number>, key: string, more: number): void {
  const sum = (sums.get(key) ?? 0) + more;
  if (sum > 0) sums.set(key, sum);
  else sums.delete(key);
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
