import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import {
  HttpClient,
  type ConnectionSettings,
  type SupportErrorCode,
} from '../../src/client/index.js';
import { SupportError } from '../../src/client/support-error.js';
import { getService } from '../../src/contract/service.js';
import { openGate, type PlanEntry } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';

/** A client of the demo's main user, unless it is said otherwise. */
export const clientAt = (
  endpoint: string,
  settings: Partial<ConnectionSettings> = {},
  onSignInRequired?: () => void,
): HttpClient =>
  new HttpClient(
    { endpoint, accessToken: () => tokenFor('main-user'), ...settings },
    onSignInRequired,
  );

/** What a promise was rejected with, which must be the one error of the widgets. */
export async function failureOf(work: Promise<unknown>): Promise<SupportError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SupportError) return error;
    throw new Error(`Not a SupportError: ${String(error)}`, { cause: error });
  }
  throw new Error('It did not fail.');
}

export const codeOf = async (work: Promise<unknown>): Promise<SupportErrorCode> =>
  (await failureOf(work)).code;

/** How a question fails whose every try goes wrong in the same way. */
export async function codeAfter(entry: PlanEntry & object): Promise<SupportErrorCode> {
  const { endpoint } = await openGate([{ times: 9, ...entry }]);
  return codeOf(clientAt(endpoint, { accessToken: 'token' }).send(getService, {}));
}

export { question } from '../contract/samples.js';

export const newId = (): string => crypto.randomUUID();

/** In the tests of a suite every pause is over at once, and `Date` goes on as if it had been waited for. */
export function passPauses(): void {
  let clock: SinonFakeTimers;
  before(() => {
    clock = useFakeTimers({ now: Date.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    clock.setTickMode({ mode: 'nextAsync' });
  });
  after(() => clock.restore());
}
