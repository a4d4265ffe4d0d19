import { has, loadClient, type Connection } from '../../../context/connection.js';
import type { Company, Language } from '../../../contract/values.js';

/** So many names are looked up one by one at the most; an accounting office may paste thousands of numbers. */
const MOST_LOOKUPS = 20;

const PAUSE_MS = 200;

/**
 * The companies that the person may act for, as far as they are known: all of them where they fit on one page of the
 * list, else those that were searched for. Only names beside numbers: a failure costs nothing else and is not shown.
 */
export class CompanyDirectory {
  #companies: readonly Company[] = [];
  #complete = false;
  readonly #searches = new Map<string, Promise<void>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when more companies are known */
  constructor(
    readonly connection: Connection,
    readonly changed: () => void,
  ) {}

  get companies(): readonly Company[] {
    return this.#companies;
  }

  /** Whether these are all of them. */
  get isComplete(): boolean {
    return this.#complete;
  }

  /** Looks up the names of numbers that have none yet. */
  async nameAll(numbers: readonly string[], language: Language): Promise<void> {
    await this.#search('', language);
    const nameless = numbers.filter(
      (number) => !this.#companies.some((company) => company.number === number),
    );
    if (!this.#complete)
      await Promise.all(
        nameless.slice(0, MOST_LOOKUPS).map((number) => this.#search(number, language)),
      );
  }

  /** Searches by what is being typed, once the typing pauses. */
  type(text: string, language: Language): void {
    clearTimeout(this.#timer);
    if (text.trim().length > 1)
      this.#timer = setTimeout(() => void this.#search(text.trim(), language), PAUSE_MS);
  }

  /** Each search is made once; one that failed is made again when it is asked for again. */
  #search(q: string, language: Language): Promise<void> {
    if (this.#complete) return Promise.resolve();
    const known = this.#searches.get(q);
    if (known) return known;
    const search = this.#fetch(q, language).catch(() => void this.#searches.delete(q));
    this.#searches.set(q, search);
    return search;
  }

  async #fetch(q: string, language: Language): Promise<void> {
    if (!has(await this.connection.service(language), 'companies')) return;
    const { listCompanies } = await loadClient();
    const { items, next } = await this.connection.send(listCompanies, { query: { q } });
    if (!q && !next) this.#complete = true;
    const known = new Set(this.#companies.map(({ number }) => number));
    this.#companies = [...this.#companies, ...items.filter(({ number }) => !known.has(number))];
    this.changed();
  }
}
