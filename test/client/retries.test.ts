import { expect } from '@open-wc/testing';
import { retryAfterSeconds } from '../../src/client/problems.lazy.js';
import { waitBeforeRetry } from '../../src/client/retry.js';
import { SupportError, type SupportErrorCode } from '../../src/client/support-error.js';
import { removeAttachment } from '../../src/contract/attachments.js';
import { getService } from '../../src/contract/service.js';
import { changeStaffRequest } from '../../src/contract/staff.js';
import { getRequest, submitRequest } from '../../src/contract/support-requests.js';
import { openGate, type PlanEntry } from '../tools/gate.js';
import { clientAt, codeOf, newId, passPauses, question } from './tools.js';

interface Told {
  /** How it ended: a code, or that it went well. */
  readonly end: SupportErrorCode | 'well';
  /** What each try met. */
  readonly tries: readonly (number | null)[];
  /** How long was waited before each further try, in milliseconds. */
  readonly waits: readonly number[];
}

/** Asks for the service profile through a gate, and tells how that went. */
async function ask(...plan: PlanEntry[]): Promise<Told> {
  const { endpoint, requests } = await openGate(plan);
  const waits: number[] = [];
  let before = Date.now();
  const onRetry = () => {
    waits.push(Date.now() - before);
    before = Date.now();
  };
  const end = await clientAt(endpoint)
    .send(getService, {}, { onRetry })
    .then(
      () => 'well' as const,
      (error: SupportError) => error.code,
    );
  return { end, tries: (await requests()).map(({ status }) => status), waits };
}

describe('a try that failed', () => {
  passPauses();

  it('is repeated when no answer came, until one comes', async () => {
    expect(await ask('drop', 'lost-answer')).to.deep.include({
      end: 'well',
      tries: [null, 200, 200],
    });
  });

  it('is repeated when the endpoint is in trouble', async () => {
    expect(await ask({ status: 500 }, { status: 503 })).to.deep.include({
      end: 'well',
      tries: [500, 503, 200],
    });
    expect(await ask({ status: 429 }, { status: 502 })).to.deep.include({
      end: 'well',
      tries: [429, 502, 200],
    });
  });

  it('is repeated twice and no more', async () => {
    expect(await ask({ status: 503, times: 9 })).to.deep.include({
      end: 'unavailable',
      tries: [503, 503, 503],
    });
    expect(await ask({ fault: 'drop', times: 9 })).to.deep.include({
      end: 'network',
      tries: [null, null, null],
    });
  });

  it('for a reason that will not pass is not repeated', async () => {
    for (const status of [400, 403, 404, 405, 409, 410, 413, 415, 418, 422, 501]) {
      expect(
        (
          await ask(
            { status, body: status === 501 ? { title: 'No', status, code: 'notSupported' } : '' },
            'pass',
          )
        ).tries,
      ).to.deep.equal([status]);
    }
  });

  it('that got a page instead of an answer is not repeated', async () => {
    expect(await ask('html')).to.deep.include({ end: 'malformed', tries: [200] });
  });

  it('is repeated whatever was asked, as long as repeating is harmless', async () => {
    const { endpoint, requests } = await openGate([
      { status: 503, times: 2 },
      'pass',
      { status: 503 },
    ]);
    const client = clientAt(endpoint);
    const params = { id: newId() };
    await client.send(submitRequest, { params, body: question });
    await client.send(getRequest, { params });
    expect((await requests()).map(({ method, status }) => `${method} ${status}`)).to.deep.equal([
      'PUT 503',
      'PUT 503',
      'PUT 201',
      'GET 503',
      'GET 200',
    ]);
  });

  it('to remove something is repeated, to change it by halves is not', async () => {
    const { endpoint, requests } = await openGate([
      { status: 503 },
      { status: 204 },
      { status: 503 },
    ]);
    const client = clientAt(endpoint);
    const params = { id: newId() };
    await client.send(removeAttachment, { params });
    expect(
      await codeOf(client.send(changeStaffRequest, { params, body: { status: 'closed' } })),
    ).to.equal('unavailable');
    expect((await requests()).map(({ method, status }) => `${method} ${status}`)).to.deep.equal([
      'DELETE 503',
      'DELETE 204',
      'PATCH 503',
    ]);
  });

  it('waits a little, and longer the second time', async () => {
    const {
      waits: [first = 0, second = 0],
    } = await ask({ status: 503 }, { status: 503 });
    expect(first).to.be.within(250, 750 + 200);
    expect(second).to.be.within(500, 1_500 + 200);
  });

  it('waits as many seconds as the endpoint asks', async () => {
    const {
      end,
      waits: [wait],
    } = await ask({ status: 503, headers: { 'Retry-After': '7' } });
    expect(end).to.equal('well');
    expect(wait).to.be.within(7_000, 7_200);
  });

  it("waits until the time that the endpoint says, by the endpoint's clock", async () => {
    const date = (seconds: number) => new Date(Date.UTC(2031, 0, 6, 7, 0, seconds)).toUTCString();
    const {
      end,
      waits: [wait],
    } = await ask({ status: 429, headers: { Date: date(0), 'Retry-After': date(12) } });
    expect(end).to.equal('well');
    expect(wait).to.be.within(12_000, 12_200);
  });

  it('is left when the endpoint asks for longer than anybody waits', async () => {
    for (const later of ['21', '3600', new Date(Date.now() + 3_600_000).toUTCString()]) {
      expect(await ask({ status: 503, headers: { 'Retry-After': later } })).to.deep.equal({
        end: 'unavailable',
        tries: [503],
        waits: [],
      });
    }
  });
});

describe('how long to wait', () => {
  const passing = ['network', 'timeout', 'internal', 'unavailable', 'rateLimited'] as const;
  const lasting = [
    'offline',
    'malformed',
    'aborted',
    'unauthenticated',
    'forbidden',
    'notFound',
    'conflict',
    'validation',
    'unknown',
  ] as const;

  it('is chosen by chance within bounds, so that pages do not all come back at once', () => {
    for (const code of passing) {
      const error = new SupportError(code);
      const bounds = (attempt: number) =>
        [0, 0.999].map((chance) => Math.round(waitBeforeRetry(error, attempt, () => chance) ?? -1));
      expect(bounds(1)).to.deep.equal([250, 750]);
      expect(bounds(2)).to.deep.equal([500, 1499]);
      expect(waitBeforeRetry(error, 3)).to.equal(undefined);
    }
    expect(waitBeforeRetry(new SupportError('network'), 1)).not.to.equal(
      waitBeforeRetry(new SupportError('network'), 1),
    );
  });

  it('is no question where waiting changes nothing', () => {
    for (const code of lasting)
      expect(waitBeforeRetry(new SupportError(code), 1), code).to.equal(undefined);
  });

  it('is what the endpoint asks, up to 20 seconds', () => {
    const after = (retryAfter: number) =>
      waitBeforeRetry(new SupportError('unavailable', 'Busy', { retryAfter }), 1);
    expect([0, 1, 20, 20.5, 1e21].map(after)).to.deep.equal([
      0,
      1_000,
      20_000,
      undefined,
      undefined,
    ]);
  });

  it('is read from seconds or a date, and from nothing else', () => {
    const now = Date.UTC(2026, 0, 5, 7);
    const read = (value: string | null) => retryAfterSeconds(value, now);
    expect(
      [' 7 ', '0', 'Mon, 05 Jan 2026 07:00:30 GMT', 'Mon, 05 Jan 2026 06:00:00 GMT'].map(read),
    ).to.deep.equal([7, 0, 30, 0]);
    expect([null, '', 'soon', '-1 week', '1e3x'].map(read)).to.deep.equal(Array(5).fill(undefined));
  });
});
