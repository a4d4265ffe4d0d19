import type { Connection } from '../../../context/connection.js';
import { listArticles, type Article } from '../../../contract/articles.js';
import type { Language } from '../../../contract/values.js';

/** Shorter texts find everything and nothing. */
const SHORTEST = 4;
const LONGEST = 200;
const PAUSE_MS = 300;

interface Question {
  readonly q: string;
  readonly product: string;
  readonly application: string;
  readonly language: Language;
}

const isSame = (a: Question, b: Question | undefined): boolean =>
  a.q === b?.q &&
  a.product === b.product &&
  a.application === b.application &&
  a.language === b.language;

/**
 * Forum and manual hits for what is being typed [guide 1.2.1]. At most one question is under way; an answer to an
 * older text is never shown, and the hits of an older text go as soon as it changes.
 */
export class ArticleSearch {
  hits: readonly Article[] = [];
  #wanted: Question | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  /** @param changed called when other hits are to be shown */
  constructor(
    readonly connection: Connection,
    readonly changed: () => void,
  ) {}

  /** Looks at what is written now. */
  follow({ q, ...where }: Question): void {
    const question = { ...where, q: q.trim().slice(0, LONGEST) };
    if (isSame(question, this.#wanted)) return;
    this.#wanted = question;
    this.stop();
    if (this.hits.length) {
      this.hits = [];
      this.changed();
    }
    if (question.q.length >= SHORTEST) this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  /** Asks no more until something else is written. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const question = this.#wanted;
    if (this.#asking || !question) return;
    this.#asking = true;
    const { language, ...query } = question;
    // Suggestions that can't be had are not missed: the form works without.
    const hits = await this.connection.send(listArticles, { query }, { language }).then(
      ({ items }) => items,
      () => [],
    );
    this.#asking = false;
    if (question === this.#wanted) {
      this.hits = hits;
      this.changed();
    } else if (!this.#timer && this.#wanted && this.#wanted.q.length >= SHORTEST) {
      // What is written now has waited for its turn.
      await this.#ask();
    }
  }
}
