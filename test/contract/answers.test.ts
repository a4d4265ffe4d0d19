import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import {
  advisorySettings,
  date,
  fieldErrors,
  incident,
  instant,
  me,
  openEnum,
  page,
  pointer,
  problem,
  problemCodes,
  problemStatus,
  receipt,
  requestDetails,
  time,
  timelineItem,
  uuid,
} from '../../src/contract/index.js';
import { fullRequest } from './samples.js';

const details = {
  ...fullRequest,
  id: '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11',
  number: null,
  subject: 'Visma Fivaldi Kirjanpito, tase ei täsmää',
  status: 'received',
  createdAt: '2026-01-05T07:05:00Z',
  timeline: [],
};

describe('an old widget before a newer endpoint', () => {
  it('reads what it knows and passes over the rest', () => {
    const answer = {
      id: '1',
      number: 'FIV-1',
      subject: 's',
      status: 'received',
      createdAt: '2026-01-05T07:05:00Z',
      priority: { level: 2 },
    };
    const { priority: _, ...known } = answer;
    assert.deepEqual(receipt.parse(answer), known);
    assert.deepEqual(page(receipt).parse({ items: [answer], total: 1 }), { items: [known] });
  });

  it('reads a new value of an enumeration as unknown, wherever it stands', () => {
    assert.equal(
      requestDetails.parse({ ...details, status: 'escalated', kind: 'praise', about: 'weather' })
        .status,
      'unknown',
    );
    assert.equal(
      incident.parse({
        id: '1',
        title: 't',
        text: '',
        severity: 'rumour',
        since: '2026-01-05T07:05:00Z',
      }).severity,
      'unknown',
    );
    const item = {
      id: '1',
      at: '2026-01-05T07:05:00Z',
      kind: 'poll',
      author: { name: 'n', side: 'machine' },
      text: '',
      attachments: [],
    };
    assert.deepEqual(timelineItem.parse(item), {
      ...item,
      kind: 'unknown',
      author: { name: 'n', side: 'unknown' },
    });
    assert.equal(problem.parse({ title: 't', status: 418, code: 'teapot' }).code, 'unknown');
  });

  it('reads a new permission beside those that it knows', () => {
    const { permissions } = me.shape;
    assert.deepEqual(permissions.parse(['submitRequests', 'flyToTheMoon']), [
      'submitRequests',
      'unknown',
    ]);
  });

  it('does not make up what is not there', () => {
    const { about: _, ...rest } = details;
    assert.equal('about' in requestDetails.parse(rest), false);
    assert.equal(z.object({ a: z.optional(openEnum(['x'])) }).parse({}).a, undefined);
  });

  it('refuses an answer that lacks what it needs', () => {
    const { createdAt: _, ...rest } = details;
    assert.equal(requestDetails.safeParse(rest).success, false);
    assert.equal(requestDetails.safeParse({ ...details, timeline: {} }).success, false);
    assert.equal(requestDetails.safeParse([details]).success, false);
  });
});

describe('instants and dates', () => {
  const refuse = (schema: z.ZodMiniType, values: readonly unknown[]) => {
    for (const value of values) assert.equal(schema.safeParse(value).success, false, String(value));
  };
  const take = (schema: z.ZodMiniType, values: readonly unknown[]) => {
    for (const value of values) assert.equal(schema.parse(value), value);
  };

  it('an instant is in UTC and on the calendar', () => {
    take(instant, [
      '2026-01-05T07:05Z',
      '2026-01-05T07:05:00Z',
      '2026-01-05T07:05:00.123456Z',
      '2028-02-29T23:59:59Z',
    ]);
    refuse(instant, [
      '2026-02-29T00:00:00Z',
      '2026-04-31T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-00-10T00:00:00Z',
      '2026-01-00T00:00:00Z',
    ]);
    refuse(instant, [
      '2026-01-05T24:00:00Z',
      '2026-01-05T25:00:00Z',
      '2026-01-05T07:60:00Z',
      '2026-01-05T07:05:60Z',
    ]);
    refuse(instant, [
      '2026-01-05',
      '2026-01-05T07:05:00',
      '2026-01-05T07:05:00+02:00',
      '2026-1-5T7:05Z',
      ' 2026-01-05T07:05Z',
      1767596700000,
      null,
    ]);
  });

  it('a date is a day of the calendar', () => {
    take(date, ['2026-01-06', '2028-02-29', '2026-12-31']);
    refuse(date, [
      '2026-02-29',
      '2026-06-31',
      '2026-13-01',
      '2026-1-6',
      '6.1.2026',
      '2026-01-06T00:00:00Z',
      '',
      new Date(),
    ]);
  });

  it('a time of day has 24 hours', () => {
    take(time, ['00:00', '09:05', '23:59', '24:00']);
    refuse(time, ['24:01', '25:00', '9:00', '09:60', '09.00', '09:00:00']);
  });

  it('an id has one spelling', () => {
    assert.equal(
      uuid.parse('0B6E9F4C-6F4E-4B7E-9A52-0D5B7C3F8A11'),
      '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11',
    );
    refuse(uuid, [
      '',
      '..',
      '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a1',
      '{0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11}',
      '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11\n',
    ]);
  });
});

describe('problems', () => {
  it('each have a status that says the same', () => {
    assert.deepEqual(Object.keys(problemStatus).sort(), [...problemCodes].sort());
    for (const status of Object.values(problemStatus)) assert.ok(status >= 400 && status < 600);
  });

  it('point at a field by RFC 6901', () => {
    assert.equal(pointer([]), '');
    assert.equal(pointer(['attachments', 0, 'name']), '/attachments/0/name');
    assert.equal(pointer(['a/b', 'm~n', '~1', '']), '/a~1b/m~0n/~01/');
  });

  it('name one fault of a field, the first one', () => {
    const schema = z.object({ 'a/b': z.string().check(z.minLength(3), z.regex(/^x/)) });
    const value = { 'a/b': 'y' };
    assert.deepEqual(fieldErrors(schema.safeParse(value).error?.issues ?? [], value), [
      { pointer: '/a~1b', code: 'tooShort' },
    ]);
  });

  it('say of a number out of bounds that it is not allowed', () => {
    for (const [maxHours, code] of [
      [0, 'notAllowed'],
      [169, 'notAllowed'],
      [1.5, 'format'],
      ['4', 'format'],
      [undefined, 'required'],
    ] as const) {
      const value = { maxHours, approversRequired: 1, changes: [] };
      const { error } = advisorySettings.safeParse(value);
      assert.deepEqual(
        fieldErrors(error?.issues ?? [], value),
        [{ pointer: '/maxHours', code }],
        String(maxHours),
      );
    }
  });

  it('of a body that is no object point at the whole body', () => {
    for (const value of [null, 1, 'x', []]) {
      assert.deepEqual(fieldErrors(receipt.safeParse(value).error?.issues ?? [], value), [
        { pointer: '', code: 'format' },
      ]);
    }
  });
});
