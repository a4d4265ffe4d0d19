import { expect } from '@open-wc/testing';
import type { SupportClient } from '../../../src/client/client.js';
import { getAdvisoryAccess, type AdvisoryAccess } from '../../../src/contract/advisory-access.js';
import { ask, companies, seeingOnly } from '../../tools/advisory.js';
import { isLong } from '../../tools/run-settings.js';
import { ApprovalPage } from './approval-page.js';

const RUNS = isLong ? 15 : 5;
const FRAME_MS = 16;
/** How many companies are shown at once, however many there are. */
const ROWS = 100;
/**
 * More than is shown at once too, so what differs is what the other 9,800 cost. What grows with all of them, such as a row for
 * each, takes 50 times as long; a busy machine never makes that of two things that are done in turns.
 */
const REFERENCE = 200;
const MOST_TIMES_AS_LONG = 6;

/** The real answers, kept as they came over the wire: what is measured is what the page does with them. */
async function answering(request: AdvisoryAccess): Promise<SupportClient> {
  const real = seeingOnly([request.id]);
  const whole = JSON.stringify(request);
  const known = new Map<string, Promise<unknown>>();
  const client: SupportClient = {
    async send(operation, input, options) {
      if (operation.name === getAdvisoryAccess.name)
        return getAdvisoryAccess.response.parse(JSON.parse(whole)) as never;
      const answer = known.get(operation.name) ?? real.send(operation, input, options);
      known.set(operation.name, answer);
      return (await answer) as never;
    },
  };
  (await mounting(client)).page.element.remove();
  return client;
}

/** Milliseconds from nothing to the whole request laid out, with all that is loaded loaded before. */
async function mounting(client: SupportClient): Promise<{ page: ApprovalPage; time: number }> {
  const start = performance.now();
  const element = document.createElement('advisory-access-approval');
  Object.assign(element, { client, locale: 'fi' });
  document.body.append(element);
  const page = new ApprovalPage(element);
  const { promise: there, resolve } = Promise.withResolvers<void>();
  const observer = new MutationObserver(() => {
    if (page.root.querySelector('.companies li') && page.has('Hylkää')) resolve();
  });
  observer.observe(page.root, { childList: true, subtree: true });
  await there;
  element.getBoundingClientRect();
  const time = performance.now() - start;
  observer.disconnect();
  return { page, time };
}

/** Milliseconds from a key in the search field to the page laid out. The event is sent at once: a driver's key takes longer. */
async function typing(page: ApprovalPage, words: string): Promise<number> {
  const field = page.control('Etsi nimellä tai numerolla');
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await page.element.updateComplete;
  page.element.getBoundingClientRect();
  return performance.now() - start;
}

const rowsOf = ({ root }: ApprovalPage): number => root.querySelectorAll('.companies li').length;

const sorted = (values: readonly number[]): number[] =>
  [...values].sort((one, other) => one - other);
const told = (values: readonly number[]): string =>
  `${(sorted(values)[values.length >> 1] ?? NaN).toFixed(1)} ms (${sorted(values)
    .map((value) => value.toFixed(1))
    .join(' ')})`;
/** The machine may be busy with other things: a good run, one in four, tells what the page itself needs. */
const good = (values: readonly number[]): number => sorted(values)[values.length >> 2] ?? Infinity;

describe('a request for ten thousand companies', () => {
  it('is shown in about the time of one for two hundred, and in the long run in at most twice that of one for ten', async () => {
    const counts = { ten: 10, some: REFERENCE, many: 10_000 };
    const times: Record<keyof typeof counts, number[]> = { ten: [], some: [], many: [] };
    const clients = new Map<keyof typeof counts, SupportClient>();
    for (const kind of ['ten', 'some', 'many'] as const)
      clients.set(kind, await answering(await ask({ companies: companies(counts[kind]) })));
    for (let run = 0; run < RUNS; run += 1) {
      for (const [kind, client] of clients) {
        const { page, time } = await mounting(client);
        times[kind].push(time);
        expect(rowsOf(page)).to.be.within(1, ROWS);
        page.element.remove();
      }
    }
    console.log(
      `10 companies: ${told(times.ten)}; ${REFERENCE}: ${told(times.some)}; 10,000: ${told(times.many)}`,
    );
    expect(good(times.many) / good(times.some)).to.be.at.most(MOST_TIMES_AS_LONG);
    if (isLong) expect(good(times.many) / good(times.ten)).to.be.at.most(2);
  });

  it('is searched at every keystroke in about the time of one for two hundred, and in the long run within a frame', async () => {
    const open = async (count: number) =>
      (await mounting(await answering(await ask({ companies: companies(count) })))).page;
    const [some, many] = [await open(REFERENCE), await open(10_000)];
    const times = { some: [] as number[], many: [] as number[] };
    for (const word of ['esimerkkikuja 99', 'kulma', '20']) {
      for (let length = 1; length <= word.length; length += 1) {
        times.some.push(await typing(some, word.slice(0, length)));
        times.many.push(await typing(many, word.slice(0, length)));
        expect(rowsOf(many)).to.be.within(1, ROWS);
      }
    }
    console.log(
      `a keystroke among 10,000: ${told(times.many)}; among ${REFERENCE}: ${told(times.some)}`,
    );
    expect(good(times.many) / good(times.some)).to.be.at.most(MOST_TIMES_AS_LONG);
    if (isLong) expect(good(times.many)).to.be.at.most(FRAME_MS);
  });
});
