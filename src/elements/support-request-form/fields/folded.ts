/** What is mostly known before anybody writes: each stands in one line while it is, and opens for editing. */
export type Fact = 'application' | 'companyNumbers' | 'userIds' | 'contact';

/** The fact that a control belongs to, by the control's id. */
export function factOf(id: string): Fact | undefined {
  const [name] = id.split('-');
  switch (name) {
    case 'product':
    case 'application':
      return 'application';
    case 'companyNumbers':
    case 'userIds':
    case 'contact':
      return name;
    default:
      return undefined;
  }
}

/** Which of the facts are folded. What can't be is open by itself, and nothing folds where somebody is writing. */
export class FoldedFacts {
  /** What a person opened or folded themselves. */
  readonly #chosen = new Map<Fact, 'open' | 'folded'>();
  /** Where a person has been. */
  readonly #touched = new Set<Fact>();
  /** What a person wanted to fold while it couldn't be. */
  readonly #kept = new Set<Fact>();

  /** @param canFold whether it is known and right */
  isOpen(fact: Fact, canFold: boolean): boolean {
    if (!canFold) return true;
    const chosen = this.#chosen.get(fact);
    return chosen ? chosen === 'open' : this.#touched.has(fact);
  }

  /** Whether a person opened it, and so can fold it. */
  isOpened(fact: Fact): boolean {
    return this.#chosen.get(fact) === 'open';
  }

  /** Whether it stays open against a person's wish, who is told why. */
  isKept(fact: Fact): boolean {
    return this.#kept.has(fact);
  }

  open(fact: Fact): void {
    this.#chosen.set(fact, 'open');
  }

  /** @param canFold whether it is known and right */
  fold(fact: Fact, canFold: boolean): void {
    if (!canFold) return void this.#kept.add(fact);
    this.#kept.delete(fact);
    this.#chosen.set(fact, 'folded');
  }

  /** Somebody writes here: it stays open when what was wrong is mended. */
  touch(fact: Fact): void {
    this.#touched.add(fact);
    if (!this.isOpened(fact)) this.#chosen.delete(fact);
  }

  reset(): void {
    this.#chosen.clear();
    this.#touched.clear();
    this.#kept.clear();
  }
}
