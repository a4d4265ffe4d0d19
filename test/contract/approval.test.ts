import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  advisoryAccessStates,
  approvalActs,
  grantedPeriod,
  isOpenTo,
  lapseOf,
  narrowed,
  narrowingErrors,
  nextTimeStep,
  periodErrors,
  stateAt,
  sufficientAccess,
  type ApprovalAct,
  type ApprovalState,
} from '../../src/contract/index.js';

const at = (time: string): Date => new Date(`2026-01-05T${time}:00Z`);
const acts = Object.keys(approvalActs) as ApprovalAct[];
const asked = {
  from: at('07:00'),
  until: at('15:00'),
  companies: ['1234', '5678', '9012'],
  areas: ['kirjanpito', 'palkanlaskenta'],
};
const codes = (granted: Parameters<typeof narrowingErrors>[1], decided = at('07:05')) =>
  narrowingErrors(asked, granted, decided).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what two people chose', () => {
  it('is what both chose, until the earlier end, whoever was first', () => {
    const one = { companies: ['5678', '1234'], until: at('12:00') };
    const other = { companies: ['5678', '9012'], areas: ['kirjanpito'] };
    const both = {
      from: asked.from,
      until: at('12:00'),
      companies: ['5678'],
      areas: ['kirjanpito'],
    };
    assert.deepEqual(narrowed(narrowed(asked, one), other), both);
    assert.deepEqual(narrowed(narrowed(asked, other), one), both);
    assert.deepEqual(narrowed(asked, {}), asked);
    assert.deepEqual(narrowed(asked, { until: at('23:00') }).until, asked.until);
  });
});

describe('the transition table', () => {
  const open: Readonly<Record<ApprovalState, readonly ApprovalAct[]>> = {
    pending: ['amend', 'withdraw', 'lapse', 'approve', 'approveFirst', 'reject', 'askBack'],
    returned: ['amend'],
    scheduled: ['activate', 'revoke', 'end'],
    active: ['revoke', 'end'],
    rejected: [],
    revoked: [],
    ended: [],
    lapsed: [],
    withdrawn: [],
  };

  for (const state of advisoryAccessStates) {
    it(`leaves open to a request that is ${state} just what it says`, () => {
      assert.deepEqual(
        acts.filter((act) => isOpenTo(act, state)),
        open[state],
      );
    });
  }

  it('lets nobody but a granter grant, and nobody but staff ask', () => {
    const by = (who: string) => acts.filter((act) => approvalActs[act].by === who);
    assert.deepEqual(by('granter'), ['approve', 'approveFirst', 'reject', 'askBack', 'revoke']);
    assert.deepEqual(by('staff'), ['ask', 'amend', 'withdraw']);
    assert.deepEqual(by('time'), ['lapse', 'activate', 'end']);
  });

  it('lets who may change look as well, and not the other way round', () => {
    assert.deepEqual(sufficientAccess, { view: ['view', 'change'], change: ['change'] });
  });
});

describe('a grant', () => {
  const period = (granted: Date | undefined, decided: Date, maxHours: number) => {
    const { from, until } = grantedPeriod(asked, granted, decided, maxHours);
    return `${from.toISOString().slice(11, 16)}–${until.toISOString().slice(11, 16)}`;
  };

  it('begins with the decision, or when it was asked from, whichever is later', () => {
    assert.equal(period(undefined, at('06:00'), 4), '07:00–11:00');
    assert.equal(period(undefined, at('08:30'), 4), '08:30–12:30');
  });

  it('ends with the earliest of what was asked, what was granted and the customer’s own maximum', () => {
    assert.equal(period(undefined, at('07:30'), 24), '07:30–15:00');
    assert.equal(period(at('09:00'), at('07:30'), 24), '07:30–09:00');
    assert.equal(period(at('14:00'), at('07:30'), 1), '07:30–08:30');
  });

  it('is never wider than any of them, whatever the clocks say', () => {
    const minute = fc
      .integer({ min: 0, max: 20_000 })
      .map((minutes) => new Date(at('00:00').getTime() + minutes * 60_000));
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.option(minute, { nil: undefined }),
        minute,
        fc.integer({ min: 1, max: 168 }),
        (from, until, granted, decided, maxHours) => {
          const grant = grantedPeriod({ from, until }, granted, decided, maxHours);
          assert.ok(grant.from >= from && grant.from >= decided);
          assert.ok(grant.until <= until && grant.until <= (granted ?? until));
          assert.ok(grant.until.getTime() - grant.from.getTime() <= maxHours * 3_600_000);
        },
      ),
    );
  });
});

describe('a decision', () => {
  it('without limits of its own grants what was asked', () => {
    assert.deepEqual(codes({}), []);
  });

  it('may grant less than was asked in each respect, or the same', () => {
    assert.deepEqual(
      codes({ until: at('08:05'), companies: ['9012', '1234'], areas: ['kirjanpito'] }),
      [],
    );
    assert.deepEqual(codes(asked), []);
  });

  it('may not grant more than was asked in any respect', () => {
    assert.deepEqual(codes({ until: new Date(at('15:00').getTime() + 1) }), ['/until wider']);
    assert.deepEqual(codes({ companies: ['1234', '1'], areas: ['arkisto'] }), [
      '/companies/1 wider',
      '/areas/0 wider',
    ]);
  });

  it('may not grant nothing at all', () => {
    assert.deepEqual(codes({ companies: [], areas: [] }), [
      '/companies required',
      '/areas required',
    ]);
    assert.deepEqual(codes({ until: at('07:05') }), ['/until notAllowed']);
    assert.deepEqual(codes({ until: at('07:00') }, at('06:00')), ['/until notAllowed']);
  });
});

describe('the period that staff asks for', () => {
  it('may begin in the past, and must end after it begins and after now', () => {
    assert.deepEqual(periodErrors({ from: at('06:00'), until: at('08:00') }, at('07:00')), []);
    assert.equal(
      periodErrors({ from: at('08:00'), until: at('08:00') }, at('07:00'))[0]?.pointer,
      '/until',
    );
    assert.equal(
      periodErrors({ from: at('05:00'), until: at('07:00') }, at('07:00'))[0]?.code,
      'notAllowed',
    );
    assert.equal(
      periodErrors({ from: new Date('0000-01-01T00:00Z'), until: at('07:00') }, at('06:00'))[0]
        ?.pointer,
      '/from',
    );
  });

  it('lapses undecided when it is over, and at the latest a week after it could have begun', () => {
    const days = (count: number) => new Date(at('07:00').getTime() + count * 24 * 3_600_000);
    assert.deepEqual(lapseOf({ from: at('07:00'), until: days(3) }, at('07:00')), days(3));
    assert.deepEqual(lapseOf({ from: at('07:00'), until: days(30) }, at('07:00')), days(7));
    assert.deepEqual(lapseOf({ from: days(10), until: days(30) }, at('07:00')), days(17));
  });
});

describe('passing time', () => {
  const grant = {
    state: 'scheduled',
    lapsesAt: at('09:00'),
    startsAt: at('10:00'),
    endsAt: at('12:00'),
  } as const;

  it('lets a request lapse at its instant', () => {
    assert.equal(stateAt({ state: 'pending', lapsesAt: at('09:00') }, at('08:59')), 'pending');
    assert.equal(stateAt({ state: 'pending', lapsesAt: at('09:00') }, at('09:00')), 'lapsed');
  });

  it('begins a grant and ends it, both at once when nobody looked in between', () => {
    assert.deepEqual(
      ['09:59', '10:00', '11:59', '12:00', '23:59'].map((time) => stateAt(grant, at(time))),
      ['scheduled', 'active', 'active', 'ended', 'ended'],
    );
  });

  it('changes no request that is over or waits for a decision', () => {
    for (const state of [
      'returned',
      'rejected',
      'revoked',
      'ended',
      'lapsed',
      'withdrawn',
    ] as const) {
      assert.equal(nextTimeStep({ ...grant, state }), undefined);
      assert.equal(stateAt({ ...grant, state }, at('23:59')), state);
    }
  });
});
