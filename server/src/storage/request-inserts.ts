import {
  insertedForm,
  insertRequest,
  insertRequests,
  type NewRequest,
  type ReceiptRow,
} from './requests.js';
import { isOutOfReach } from './storage-error.js';
import type { Database } from './tables.js';
import { isCollision } from './transaction.js';

/** So many statements are under way at once. */
const STATEMENTS = 2;
/** So many requests are stored by one statement, */
const MOST_REQUESTS = 50;
/** and so many characters of JSON. */
const MOST_CHARACTERS = 512 * 1024;

interface Waiting {
  readonly request: NewRequest;
  readonly form: string;
  readonly resolve: (row: ReceiptRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores requests. Those that come while others are being stored wait for each other and are stored by one statement, which costs hardly
 * more than one request does; who comes alone waits for nothing.
 */
export class RequestInserts {
  readonly #db: Database;
  readonly #waiting: Waiting[] = [];
  #underWay = 0;
  #isWoken = false;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Resolves when it is stored for good; with nothing where its key is taken. */
  insert(request: NewRequest): Promise<ReceiptRow | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, form: insertedForm(request), resolve, reject });
      if (this.#isWoken) return;
      this.#isWoken = true;
      // After what else has come in by now.
      setImmediate(() => {
        this.#isWoken = false;
        this.#start();
      });
    });
  }

  #start(): void {
    while (this.#underWay < STATEMENTS && this.#waiting.length) {
      this.#underWay += 1;
      void this.#store(this.#next()).finally(() => {
        this.#underWay -= 1;
        this.#start();
      });
    }
  }

  /** The first ones that go into one statement: each id once, since equal ones are told apart by who comes first. */
  #next(): Waiting[] {
    const ids = new Set<string>();
    let characters = 0;
    let count = 0;
    for (const { request, form } of this.#waiting) {
      characters += form.length;
      const isFull = count === MOST_REQUESTS || (count > 0 && characters > MOST_CHARACTERS);
      if (isFull || ids.has(request.id)) break;
      ids.add(request.id);
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #store(group: readonly Waiting[]): Promise<void> {
    try {
      const rows = await insertRequests(
        this.#db,
        group.map(({ request }) => request),
        group.map(({ form }) => form),
      );
      for (const [index, { resolve }] of group.entries()) resolve(rows[index]);
    } catch (error) {
      // What one of them can't be stored for is not the others' to hear.
      if (group.length > 1 && (isCollision(error) || !isOutOfReach(error)))
        await Promise.all(group.map((one) => this.#storeAlone(one)));
      else for (const { reject } of group) reject(error);
    }
  }

  #storeAlone({ request, resolve, reject }: Waiting): Promise<void> {
    return insertRequest(this.#db, request).then(resolve, reject);
  }
}
