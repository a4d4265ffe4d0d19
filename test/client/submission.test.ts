import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Submission, type Submitted } from '../../src/client/submission.js';
import {
  getRequest,
  listRequests,
  type RequestListItem,
  type SupportRequest,
} from '../../src/contract/support-requests.js';
import { getService } from '../../src/contract/service.js';
import { openGate, type Gate, type PlanEntry } from '../tools/gate.js';
import { isLong, seed } from '../tools/run-settings.js';
import { clientAt, codeOf, passPauses, question } from './tools.js';

const open = clientAt('/api/support');

/** A summary that no other test has, so that its requests can be counted. */
const asked = (): SupportRequest => ({ ...question, summary: `kysymys ${crypto.randomUUID()}` });

/** Every request that the endpoint has. */
async function stored(): Promise<RequestListItem[]> {
  const found: RequestListItem[] = [];
  for (let query = {}; ;) {
    const { items, next } = await open.send(listRequests, { query });
    found.push(...items);
    if (!next) return found;
    query = { cursor: next };
  }
}

/** The ids of those with one summary. */
const idsOf = async (
  { summary }: SupportRequest,
  requests?: readonly RequestListItem[],
): Promise<string[]> =>
  (requests ?? (await stored()))
    .filter(({ subject }) => subject.endsWith(summary))
    .map(({ id }) => id);

async function start(
  plan: readonly PlanEntry[] = [],
  canAsk = true,
): Promise<{ submission: Submission; gate: Gate; did: () => Promise<string[]> }> {
  const gate = await openGate(plan);
  const did = async () =>
    (await gate.requests()).map(({ method, status }) => `${method} ${status}`);
  return { submission: new Submission(clientAt(gate.endpoint), canAsk), gate, did };
}

/** Every try of one `send` goes wrong in the same way. */
const allTries = (fault: 'drop' | 'lost-answer'): PlanEntry => ({ fault, times: 3, method: 'PUT' });

describe('a support request on its way', () => {
  passPauses();

  it('arrives', async () => {
    const { submission, did } = await start();
    const { receipt, outdated } = await submission.send(asked());
    expect(receipt.number).to.match(/^FIV-/);
    expect([receipt.id, outdated]).to.deep.equal([submission.id, false]);
    expect(await did()).to.deep.equal(['PUT 201']);
  });

  it('whose answers are all lost is there: sent again unchanged, it is the same request', async () => {
    const { submission, did } = await start([allTries('lost-answer')]);
    const { chargeableWork } = await open.send(getService, { query: { language: 'fi' } });
    const full: SupportRequest = {
      ...asked(),
      kind: 'problem',
      about: 'report',
      neededBy: '2026-01-07T10:00:00Z',
      report: { name: 'Tase', criteria: 'Tilikausi 2025' },
      diagnostics: 'Virhe 42',
      userIds: ['ayras-maija'],
      companyNumbers: ['1234', '1001'],
      chargeableWork: {
        ...(chargeableWork ?? expect.fail('Nothing is offered')),
        name: 'Maija',
        confirmedAt: '2026-01-05T07:05:00Z',
      },
    };
    expect(await codeOf(submission.send(full))).to.equal('network');
    const { receipt, outdated } = await submission.send(full);
    expect([receipt.id, outdated]).to.deep.equal([submission.id, false]);
    expect(await did()).to.deep.equal(['PUT 201', 'PUT 200', 'PUT 200', 'GET 200']);
    expect(await idsOf(full)).to.deep.equal([submission.id]);
  });

  it('that was edited after its answers were lost is told to be an earlier version', async () => {
    const { submission } = await start([allTries('lost-answer')]);
    const first = asked();
    await codeOf(submission.send(first));
    const { receipt, outdated } = await submission.send({ ...first, description: 'Jotain muuta' });
    expect([receipt.id, outdated]).to.deep.equal([submission.id, true]);
    expect(await idsOf(first)).to.deep.equal([submission.id]);
    expect((await open.send(getRequest, { params: { id: submission.id } })).description).to.equal(
      first.description,
    );
  });

  it('that never arrived is sent as it was edited last', async () => {
    const { submission, did } = await start([allTries('drop')]);
    const first = asked();
    expect(await codeOf(submission.send(first))).to.equal('network');
    const { outdated } = await submission.send({ ...first, description: 'Parempi kuvaus' });
    expect(outdated).to.equal(false);
    expect(await did()).to.deep.equal(['PUT null', 'PUT null', 'PUT null', 'GET 404', 'PUT 201']);
    expect((await open.send(getRequest, { params: { id: submission.id } })).description).to.equal(
      'Parempi kuvaus',
    );
  });

  it('that was refused is sent again without asking for it', async () => {
    const { submission, did } = await start([{ status: 403 }]);
    expect(await codeOf(submission.send(asked()))).to.equal('forbidden');
    await submission.send(asked());
    expect(await did()).to.deep.equal(['PUT 403', 'PUT 201']);
  });

  it('that meets its own earlier version learns of it', async () => {
    const { submission, did } = await start(['lost-answer', { status: 403 }]);
    const first = asked();
    expect(await codeOf(submission.send(first))).to.equal('forbidden');
    const { receipt, outdated } = await submission.send({ ...first, critical: true });
    expect([receipt.id, outdated]).to.deep.equal([submission.id, true]);
    expect(await did()).to.deep.equal(['PUT 201', 'PUT 403', 'PUT 409', 'GET 200']);
  });

  it('to an endpoint that cannot be asked is put again: unchanged it arrives, edited it is a conflict', async () => {
    const { submission, did } = await start([allTries('lost-answer')], false);
    const first = asked();
    expect(await codeOf(submission.send(first))).to.equal('network');
    expect(await codeOf(submission.send({ ...first, description: 'Jotain muuta' }))).to.equal(
      'conflict',
    );
    expect((await submission.send(first)).outdated).to.equal(false);
    expect(await did()).to.deep.equal(['PUT 201', 'PUT 200', 'PUT 200', 'PUT 409', 'PUT 200']);
    expect(await idsOf(first)).to.deep.equal([submission.id]);
  });

  it('keeps its question while the endpoint cannot answer it', async () => {
    const { submission, did } = await start([
      allTries('lost-answer'),
      { status: 503, times: 3, method: 'GET' },
    ]);
    const first = asked();
    await codeOf(submission.send(first));
    expect(await codeOf(submission.send(first))).to.equal('unavailable');
    expect((await submission.send(first)).receipt.id).to.equal(submission.id);
    expect((await did()).slice(3)).to.deep.equal(['GET 503', 'GET 503', 'GET 503', 'GET 200']);
  });
});

describe('support requests through every kind of trouble', () => {
  passPauses();

  const fault = fc.oneof(
    fc.constantFrom<PlanEntry>('pass', 'drop', 'lost-answer', 'truncated', 'html'),
    fc
      .constantFrom(400, 403, 404, 409, 422, 429, 500, 502, 503)
      .map((status): PlanEntry => ({ status })),
  );
  const plan = fc.record({
    faults: fc.array(fault, { maxLength: 8 }),
    edits: fc.infiniteStream(fc.boolean()),
    canAsk: fc.boolean(),
  });

  it('arrive once each, and are known to have arrived', async () => {
    console.log(`seed ${seed}`);
    const plans = fc.sample(plan, { numRuns: isLong ? 200 : 30, seed });
    const sent = await Promise.all(
      plans.map(async ({ faults, edits, canAsk }) => {
        const { submission } = await start(faults, canAsk);
        let request = asked();
        const versions: SupportRequest[] = [request];
        // A person tries again until it is there, and may change a word before that.
        for (let tries = 0; tries < 12; tries += 1) {
          const end: Submitted | undefined = await submission.send(request).catch(() => undefined);
          if (end) return { submission, request, versions, end };
          if (canAsk && edits.next().value)
            versions.push((request = { ...request, description: `Versio ${tries}` }));
        }
        throw new Error(`It never arrived: ${JSON.stringify(faults)}`);
      }),
    );
    const requests = await stored();
    for (const { submission, request, versions, end } of sent) {
      expect(end.receipt.id).to.equal(submission.id);
      expect(await idsOf(request, requests)).to.deep.equal([submission.id]);
      const { description } = await open.send(getRequest, { params: { id: submission.id } });
      expect(versions.map((version) => version.description)).to.include(description);
      expect(end.outdated).to.equal(description !== request.description);
    }
  });
});
