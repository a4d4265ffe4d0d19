import { expect } from '@open-wc/testing';
import { getAdvisoryCheckpoint } from '../../../src/contract/advisory-statement.js';
import { readCheckpoint, toBase64, type Checkpoint } from '../../../src/contract/index.js';
import { ask, clientOf, grant } from '../../tools/advisory.js';
import { openGate, type Gate, type PlanEntry } from '../../tools/gate.js';
import { itOnce } from '../../tools/one-engine.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openList, type ApprovalPage } from './approval-page.js';

const path = '/advisory-access/checkpoint';
const ALTERED = 'Neuvontaoikeuksien lokia on muutettu jälkikäteen';

const keyOf = (endpoint: string): string =>
  `visma-support:checkpoint:${new URL(endpoint, document.baseURI).href}|tenant-1`;

/** The head of the customer's log, as its endpoint signs it now. */
async function signedHead(): Promise<string> {
  const { checkpoint } = await clientOf('main-user').send(getAdvisoryCheckpoint, {});
  return checkpoint;
}

const headOf = (note: string): Checkpoint =>
  readCheckpoint(note) ?? expect.fail(`No checkpoint: ${note}`);

/** The same note with another size or root, as if the log had been that at some time. */
function noteOf(note: string, { size, root }: { size?: number; root?: Uint8Array }): string {
  const head = headOf(note);
  return note
    .replace(`\n${head.size}\n`, `\n${size ?? head.size}\n`)
    .replace(toBase64(head.root), toBase64(root ?? head.root));
}

const remember = (endpoint: string, checkpoint: string): void =>
  localStorage.setItem(
    keyOf(endpoint),
    JSON.stringify({ checkpoint, at: new Date(2026, 0, 5, 9, 5).toISOString() }),
  );

const remembered = (endpoint: string): Checkpoint | undefined => {
  const text = localStorage.getItem(keyOf(endpoint));
  return text === null
    ? undefined
    : headOf((JSON.parse(text) as { checkpoint: string }).checkpoint);
};

/** An endpoint of its own, of whose log this browser has seen nothing yet. */
const openEndpoint = (plan: readonly PlanEntry[] = []): Promise<Gate> => openGate(plan);

async function openPage({ endpoint }: Gate): Promise<ApprovalPage> {
  const { id } = await ask();
  return openList([id], { endpoint });
}

describe('the log of advisory access', () => {
  afterEach(() => localStorage.clear());

  it('is remembered by the browser, and may grow', async () => {
    const gate = await openEndpoint();
    await openPage(gate);
    await waitUntil(() => remembered(gate.endpoint), 'The log was never remembered');
    const before = remembered(gate.endpoint)?.size ?? 0;
    await grant();
    const page = await openPage(gate);
    await waitUntil(
      () => (remembered(gate.endpoint)?.size ?? 0) > before,
      'The longer log was never remembered',
    );
    expect(page.text).not.to.include(ALTERED);
  });

  it('is said to be altered where it is shorter than what the browser saw, until the person accepts it', async () => {
    const gate = await openEndpoint();
    const note = await signedHead();
    remember(gate.endpoint, noteOf(note, { size: headOf(note).size + 1000 }));
    const page = await openPage(gate);
    await page.reads(ALTERED);
    await page.reads('Ota yhteyttä asiakaspalveluun ennen kuin hyväksyt mitään.');
    await page.reads(
      'Aiemmat merkinnät poikkeavat siitä, mitä tämä selain näki 5.1.2026 klo 9.05.',
    );
    await expect(page.element).to.be.accessible();
    expect(remembered(gate.endpoint)?.size, 'is not forgotten').to.equal(headOf(note).size + 1000);

    await page.press('Hyväksy nykyinen loki');
    expect(page.text).not.to.include(ALTERED);
    expect(page.focused?.id).to.equal('title');
    expect(remembered(gate.endpoint)?.size).to.be.at.least(headOf(note).size);
    expect(remembered(gate.endpoint)?.size).to.be.below(headOf(note).size + 1000);
  });

  for (const [what, earlier] of [
    ['of the same length', 0],
    ['that is longer', 1],
  ] as const)
    itOnce(
      `is said to be altered where one ${what} does not begin as the browser saw it`,
      async () => {
        const gate = await openEndpoint();
        const { id } = await ask();
        const note = await signedHead();
        const size = headOf(note).size - earlier;
        remember(gate.endpoint, noteOf(note, { size, root: new Uint8Array(32).fill(7) }));
        const page = await openList([id], { endpoint: gate.endpoint });
        await page.reads(ALTERED);
      },
    );

  itOnce('is said to be altered where the endpoint says so', async () => {
    const body = { title: '', status: 409, code: 'conflict' };
    const page = await openPage(await openEndpoint([{ path, status: 409, body }]));
    await page.reads(ALTERED);
    expect(page.has('Hyväksy nykyinen loki')).to.equal(false);
    await expect(page.element).to.be.accessible();
  });

  it('is said to have no valid signature where another root stands under it', async () => {
    const note = await signedHead();
    const checkpoint = noteOf(note, { root: new Uint8Array(32).fill(7) });
    const gate = await openEndpoint([{ path, status: 200, body: { checkpoint } }]);
    const page = await openPage(gate);
    await page.reads('Neuvontaoikeuksien lokin allekirjoitus ei kelpaa');
    await expect(page.element).to.be.accessible();
    expect(remembered(gate.endpoint)).to.equal(undefined);
  });

  itOnce('is said to have no valid signature where it is that of another customer', async () => {
    const { checkpoint } = await clientOf('other-tenant').send(getAdvisoryCheckpoint, {});
    const page = await openPage(await openEndpoint([{ path, status: 200, body: { checkpoint } }]));
    await page.reads('Neuvontaoikeuksien lokin allekirjoitus ei kelpaa');
  });

  itOnce('is asked for once a minute at most, however much is new', async () => {
    const gate = await openEndpoint();
    const page = await openPage(gate);
    await waitUntil(() => remembered(gate.endpoint), 'The log was never remembered');
    for (let news = 0; news < 2; news += 1) {
      await ask();
      await page.element.refresh();
      await page.element.updateComplete;
    }
    const asked = (await gate.requests()).filter((one) => one.path === path);
    expect(asked).to.have.length(1);
  });

  itOnce('is not spoken of where the endpoint can not be asked for it', async () => {
    const gate = await openEndpoint([
      { path, status: 403, body: { title: '', status: 403, code: 'forbidden' } },
    ]);
    const page = await openPage(gate);
    await gate.received({ method: 'GET', path });
    await page.reads('Hyväksy');
    expect(page.text).not.to.match(/loki/);
  });
});
