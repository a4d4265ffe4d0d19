/** How many calls of a person are worked on, and who waits. */
interface Line {
  working: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets a few calls of each person be worked on at once. Their others wait in the order in which they came, so that who asks for much
 * waits for themselves, and has a few connections to the database and not all.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #lines = new Map<string, Line>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  async take<T>(person: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(person) ?? { working: 0, waiting: [] };
    this.#lines.set(person, line);
    // Whoever makes room gives it to the next one, so that nobody comes in between.
    if (line.working < this.#atOnce) line.working += 1;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else if ((line.working -= 1) === 0) this.#lines.delete(person);
    }
  }
}
