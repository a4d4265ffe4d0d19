import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { supportRequest } from '../../src/contract/index.js';
import { fullRequest } from './samples.js';

const contactWith = (changes: Partial<typeof fullRequest.contact>) =>
  supportRequest.parse({ ...fullRequest, contact: { ...fullRequest.contact, ...changes } }).contact;

const values: readonly (readonly [
  what: string,
  field: 'email' | 'phone',
  text: string,
  meant: string,
])[] = [
  ['an address with a zero-width space', 'email', 'maija@ayras.fi\u200b', 'maija@ayras.fi'],
  ['an address in marks of direction', 'email', '\u202amaija@ayras.fi\u202c', 'maija@ayras.fi'],
  ['an address with a soft hyphen', 'email', 'maija@ay\u00adras.fi', 'maija@ayras.fi'],
  ['a number in marks of direction', 'phone', '\u202a+358 40 123 4567\u202c', '+358 40 123 4567'],
  ['a number with a dash', 'phone', '040–123 4567', '040-123 4567'],
];

describe('a value of one line that was copied from another program', () => {
  for (const [what, field, text, meant] of values) {
    it(`is taken as it was meant: ${what}`, () => {
      assert.equal(contactWith({ [field]: text })[field], meant);
    });
  }

  it('holds no NUL and no lone surrogate, which no database takes', () => {
    const parsed = supportRequest.parse({
      ...fullRequest,
      userIds: ['mai\0ja@ayras.fi', 'maija\ud800@ayras.fi'],
      companyNumbers: ['12\u000034'],
    });
    assert.deepEqual(
      [parsed.userIds, parsed.companyNumbers],
      [['maija@ayras.fi', 'maija\ufffd@ayras.fi'], ['1234']],
    );
  });

  it('is a user id with a plain hyphen, and a company number of digits alone', () => {
    const { userIds, companyNumbers } = supportRequest.parse({
      ...fullRequest,
      userIds: ['ayras–maija', '\ufeffa\u0308yra\u0308s-olli'],
      companyNumbers: ['\u200e1234\u200e'],
    });
    assert.deepEqual([userIds, companyNumbers], [['ayras-maija', 'äyräs-olli'], ['1234']]);
  });
});

describe('a text that was copied from another program', () => {
  it('has one form of each letter', () => {
    const { summary } = supportRequest.parse({ ...fullRequest, summary: 'A\u0308yra\u0308s' });
    assert.equal(summary, 'Äyräs');
  });
});
