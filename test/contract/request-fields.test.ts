import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as z from 'zod/mini';
import {
  fieldErrors,
  supportRequest,
  textLimits,
  type FieldErrorCode,
} from '../../src/contract/index.js';
import { fullRequest } from './samples.js';

type Wrong = readonly [value: unknown, code: FieldErrorCode];

const missing: Wrong = [undefined, 'required'];
const long = (max: number): Wrong => ['x'.repeat(max + 1), 'tooLong'];
const many = (max: number, entry: unknown): Wrong => [Array(max + 1).fill(entry), 'tooMany'];
const noInstant: readonly Wrong[] = [
  'huomenna',
  '2026-02-30T00:00:00Z',
  '2026-01-05T09:05:00+02:00',
  0,
].map((value) => [value, 'format']);
const [attachment] = fullRequest.attachments;

/** For every place of a support request, values that are wrong there and what is said of them. */
const wrong: Readonly<Record<string, readonly Wrong[]>> = {
  '/kind': [missing, ['complaint', 'format'], [null, 'format']],
  '/about': [['weather', 'format']],
  '/product': [missing, ['  ', 'required'], long(100)],
  '/application': [missing, long(100)],
  '/summary': [missing, [1, 'format'], long(textLimits['/summary'])],
  '/critical': [missing, ['yes', 'format']],
  '/neededBy': noInstant,
  '/description': [missing, long(textLimits['/description'])],
  '/report': [['Tase', 'format']],
  '/report/name': [missing, long(textLimits['/report/name'])],
  '/report/criteria': [missing, long(textLimits['/report/criteria'])],
  '/errorMessage': [[{}, 'format'], long(textLimits['/errorMessage'])],
  '/diagnostics': [[[], 'format'], long(100_000)],
  '/userIds': [missing, ['ayras-maija', 'format'], many(200, 'ayras-maija')],
  '/userIds/0': [
    ['maija', 'format'],
    ['ayras-', 'format'],
    ['-maija', 'format'],
    ['ayras-maija virtanen', 'format'],
    ['maija@ayras', 'format'],
    ['maija@ayras..fi', 'format'],
    ['', 'format'],
  ],
  '/companyNumbers': [missing, ['1234', 'format'], many(10_000, '1')],
  '/companyNumbers/0': [
    ['Kahvila Kulma Oy', 'format'],
    ['1234567-8', 'format'],
    ['12345678901', 'format'],
    [1234, 'format'],
  ],
  '/contact': [missing, ['Maija', 'format']],
  '/contact/company': [missing, long(textLimits['/contact/company'])],
  '/contact/name': [missing, long(textLimits['/contact/name'])],
  '/contact/phone': [
    missing,
    ['soita', 'format'],
    ['12', 'format'],
    long(textLimits['/contact/phone']),
  ],
  '/contact/email': [
    missing,
    ['maija', 'format'],
    ['maija@ayras', 'format'],
    ['a@b.fi, c@d.fi', 'format'],
    long(textLimits['/contact/email']),
  ],
  '/attachments': [missing, ['kuva.png', 'format'], many(100, attachment)],
  '/attachments/0': [['kuva.png', 'format']],
  '/attachments/0/id': [
    missing,
    ['kuva', 'format'],
    ['0b6e9f4c6f4e4b7e9a520d5b7c3f8a11', 'format'],
  ],
  '/attachments/0/name': [
    missing,
    ['', 'required'],
    long(255),
    ['../../etc/passwd', 'format'],
    ['C:\\kuvat\\kuva.png', 'format'],
    ['..', 'format'],
    ['kuva\r\n.png', 'format'],
    ['kuva\u202egnp.exe', 'format'],
    ['kuva\u2066.png', 'format'],
  ],
  '/attachments/0/caption': [[1, 'format'], long(1_000)],
  '/relatedIncident': [[' ', 'required'], long(100)],
  '/chargeableWork': [[true, 'format']],
  '/chargeableWork/version': [missing, ['', 'required'], long(50)],
  '/chargeableWork/text': [missing, ['', 'required'], long(5_000)],
  '/chargeableWork/name': [missing, ['', 'required'], long(200)],
  '/chargeableWork/confirmedAt': [missing, ...noInstant],
  '/language': [missing, ['de', 'format'], ['FI', 'format']],
};

/** Every place that a schema has, the first entry standing for all of a list. */
function placesOf(schema: z.core.$ZodType, at = ''): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return placesOf(def.innerType, at);
  const below =
    def.type === 'object'
      ? Object.entries(def.shape).flatMap(([name, of]) => placesOf(of, `${at}/${name}`))
      : def.type === 'array'
        ? placesOf(def.element, `${at}/0`)
        : [];
  return at ? [at, ...below] : below;
}

/** The full request with something else in one place. */
function requestWith(place: string, value: unknown): unknown {
  const request: unknown = structuredClone(fullRequest);
  const names = place.split('/').slice(1);
  const last = names.pop() ?? '';
  const parent = names.reduce<object>(
    (at, name) => Reflect.get(at, name) as object,
    request as object,
  );
  Reflect.set(parent, last, value);
  return request;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : text;
};

describe('the fields of a support request', () => {
  it('are right when all of them are filled in', () => {
    assert.deepEqual(supportRequest.parse(fullRequest), fullRequest);
  });

  it('each have a case below', () => {
    assert.deepEqual(placesOf(supportRequest).sort(), Object.keys(wrong).sort());
  });

  for (const [place, cases] of Object.entries(wrong)) {
    it(`${place} says what is wrong with it`, () => {
      for (const [value, code] of cases) {
        const request = requestWith(place, value);
        const { error } = supportRequest.safeParse(request);
        const errors = fieldErrors(error?.issues ?? [], request);
        assert.deepEqual(
          errors.filter(({ pointer }) => pointer === place),
          [{ pointer: place, code }],
          shown(value),
        );
      }
    });
  }

  it('may be as long as they may be', () => {
    for (const [place, max] of Object.entries(textLimits)) {
      if (place === '/contact/phone' || place === '/contact/email') continue;
      assert.ok(supportRequest.safeParse(requestWith(place, 'x'.repeat(max))).success, place);
    }
  });
});

describe('user ids and addresses', () => {
  it('are taken as people write them', () => {
    for (const id of [
      'ayras-maija',
      'äyräs-mäkelä',
      '1001-maija.m',
      'ayras-maija-2',
      'maija_m@mail.ayras.fi',
      "o'neil+fivaldi@x.co",
    ]) {
      assert.ok(supportRequest.safeParse({ ...fullRequest, userIds: [` ${id} `] }).success, id);
    }
    for (const phone of ['0107 562 170', '+358 (0)40-123 4567', '040/1234567']) {
      assert.ok(supportRequest.safeParse(requestWith('/contact/phone', phone)).success, phone);
    }
  });

  it('are refused at once however long and hostile they are', () => {
    const hostile = [
      'a@' + '.'.repeat(200_000) + '@',
      'a-'.repeat(100_000) + '!',
      `a@${'b.'.repeat(100_000)}@`,
    ];
    const start = performance.now();
    for (const text of hostile) {
      const request = {
        ...fullRequest,
        userIds: [text],
        contact: { ...fullRequest.contact, email: text, phone: '+' + ' '.repeat(200_000) + 'x' },
      };
      assert.equal(supportRequest.safeParse(request).success, false);
    }
    assert.ok(performance.now() - start < 2_000);
  });
});
