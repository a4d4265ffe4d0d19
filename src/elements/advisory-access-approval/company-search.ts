import { searchable } from '../../contract/plain-text.js';
import type { Company } from '../../contract/values.js';

/** Finds companies among many by parts of their numbers and names, fast enough for every keystroke. */
export class CompanySearch {
  readonly #companies: readonly Company[];
  /** Made with the first search: most people look at a few companies and never search. */
  #texts: readonly string[] | undefined;

  constructor(companies: readonly Company[]) {
    this.#companies = companies;
  }

  /** The companies that have every word of `words` in them. */
  find(words: string): readonly Company[] {
    const wanted = searchable(words).split(/\s+/).filter(Boolean);
    if (!wanted.length) return this.#companies;
    this.#texts ??= this.#companies.map(({ number, name }) => searchable(`${number} ${name}`));
    const texts = this.#texts;
    return this.#companies.filter((_, index) =>
      wanted.every((word) => texts[index]?.includes(word)),
    );
  }
}
