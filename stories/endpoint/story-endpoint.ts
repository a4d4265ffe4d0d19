import {
  capabilities,
  problemCodes,
  problemStatus,
  type Me,
  type Operation,
} from '../../src/contract/index.js';
import type { SupportClient } from '../../src/client/client.js';
import { withRetry } from '../../src/client/retry.js';
import { FakeEndpoint } from '../../src/testing/fake-endpoint.js';
import { serviceProfile } from '../../server/src/service-profile.js';
import type { SupportConfig } from '../../server/src/support-config.js';
import { usualAnswers, type Answers } from './answers.js';
import { isAnswered, type NextAnswer } from './next-answer.js';

const SLOW_MS = 2_000;
/** A viewer's patience; the real client waits twenty seconds. */
const TIMEOUT_MS = 1_000;

/** A client that tries again, as the one over HTTP does. */
const retrying = ({ send }: SupportClient): SupportClient => ({
  send: (operation, input, options) => withRetry(() => send(operation, input, options), options),
});

/** The endpoint of a story: a fake one with the people and companies of the demo, which answers as the viewer has chosen. */
export class StoryEndpoint {
  readonly #endpoint: FakeEndpoint;
  readonly #clients = new Map<string, SupportClient>();
  #next: NextAnswer = 'usual';

  /**
   * @param support what customer service offers
   * @param answers other than the usual ones
   */
  constructor(support: SupportConfig, answers: Answers = {}) {
    this.#endpoint = new FakeEndpoint({
      profile: (language) => ({
        contract: 1,
        capabilities: [...capabilities],
        ...serviceProfile(support, language, new Date()),
      }),
      answers: { ...usualAnswers, ...answers },
    });
  }

  /** What it answers from now on. */
  set next(next: NextAnswer) {
    this.#next = next;
    this.#endpoint.recover();
    if (next !== 'usual') this.#plan(next);
  }

  /** The way to it for somebody; the same as long as the same person is signed in. */
  clientOf(me: Me | undefined): SupportClient {
    this.#endpoint.person = me;
    const { client } = this.#endpoint;
    // Whoever could not reach it from the start gets a new client when that changes, as after a reload.
    const key = JSON.stringify([me?.id, this.#next === 'unreachable']);
    const known = this.#clients.get(key) ?? retrying(client);
    this.#clients.set(key, known);
    return known;
  }

  #plan(next: Exclude<NextAnswer, 'usual'>): void {
    const of = (operation: Operation) => isAnswered(operation, next);
    if (next === 'slow') return this.#endpoint.delay(SLOW_MS, { of });
    if (next === 'unreachable') return this.#endpoint.fail('network');
    if (next === 'timeout') this.#endpoint.delay(TIMEOUT_MS, { of });
    if (next === 'timeout' || next === 'offline' || next === 'lost' || next === 'html')
      return this.#endpoint.fail(next, { of });
    // An operation's own problem of that kind: a decision's conflict is `changed`.
    for (const code of problemCodes)
      if (problemStatus[code] === problemStatus[next]) this.#endpoint.fail(code, { of });
  }
}
