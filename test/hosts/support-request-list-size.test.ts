import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forEachBrowser } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { signIn, type Person } from './customer.js';

const MANY = 1_000;
const FEW = 10;
const RUNS = 9;
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;

/** Milliseconds from nothing to a person's first page of requests laid out, asked for anew. Runs in the page. */
async function mounting(token: string): Promise<{ time: number; rows: number }> {
  const start = performance.now();
  const element = document.createElement('support-request-list');
  Object.assign(element, { endpoint: '/api/support', accessToken: token, locale: 'fi' });
  document.querySelector('main')?.append(element);
  const rows = () => element.shadowRoot?.querySelectorAll('.rows .subject').length ?? 0;
  const { promise: there, resolve } = Promise.withResolvers<void>();
  const observer = new MutationObserver(() => {
    if (rows()) resolve();
  });
  if (element.shadowRoot) observer.observe(element.shadowRoot, { childList: true, subtree: true });
  await there;
  element.getBoundingClientRect();
  const time = performance.now() - start;
  observer.disconnect();
  const shown = rows();
  element.remove();
  return { time, rows: shown };
}

/** Turns all pages of a person's requests, and gives their subjects from the first to the last. Runs in the page. */
async function turning(token: string): Promise<string[]> {
  const element = document.createElement('support-request-list');
  Object.assign(element, { endpoint: '/api/support', accessToken: token, locale: 'fi' });
  document.querySelector('main')?.append(element);
  const subjects = () => [...(element.shadowRoot?.querySelectorAll('.rows .subject') ?? [])].map(({ textContent }) => textContent ?? '');
  const button = () => element.shadowRoot?.querySelector<HTMLElement>('#more');
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(() => subjects().length > 0);
  for (let more = button(); more; more = button()) {
    const known = subjects().length;
    more.click();
    await until(() => subjects().length > known);
  }
  const all = subjects();
  element.remove();
  return all;
}

describe('the list of a person with a thousand requests', () => {
  let pages: ClockedPages;
  let few: Person;
  let many: Person;
  before(async () => {
    pages = await startClockedPages();
    few = await signIn(pages.endpoint, 'main-user');
    many = await signIn(pages.endpoint, 'other-tenant');
    for (const [person, wanted] of [[few, FEW], [many, MANY]] as const) {
      for (let count = 1; count <= wanted; count += 1) await person.request(`asia ${count}`);
    }
  });
  after(() => pages?.stop());

  forEachBrowser((name, open) => {
    it(`is there as soon as a list of ten, and has them all once and in order, in ${name}`, async () => {
      const page = await open();
      await page.goto(`${pages.origin}/customer-portal/`);
      const times = { few: [] as number[], many: [] as number[] };
      for (let run = 0; run <= RUNS; run += 1) {
        for (const [kind, person] of [['few', few], ['many', many]] as const) {
          const { time, rows } = await page.evaluate(mounting, person.token);
          assert.ok(rows >= FEW, `${rows}`);
          // The first run loads the program.
          if (run) times[kind].push(time);
        }
      }
      const ratio = median(times.many) / median(times.few);
      console.log(`${name}: the list of ten requests ${median(times.few).toFixed(1)} ms; of a thousand ${median(times.many).toFixed(1)} ms; ratio ${ratio.toFixed(2)}`);
      assert.ok(ratio <= 2, `${ratio}`);
      const expected = Array.from({ length: MANY }, (_, index) => `Visma Fivaldi Kirjanpito, asia ${MANY - index}`);
      assert.deepEqual(await page.evaluate(turning, many.token), expected);
    });
  });
});
