import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { supportRequest } from '../../src/contract/index.js';
import { hasIdentityCode } from '../../src/ui/identity-code/personal-identity-code.js';
import { fullRequest } from './samples.js';

const contactWith = (changes: Partial<typeof fullRequest.contact>) =>
  supportRequest.parse({ ...fullRequest, contact: { ...fullRequest.contact, ...changes } }).contact;

/** The fields that are missing when a name and a summary are that text. */
function missingWith(text: string): (string | undefined)[] {
  const { relatedIncident: _, ...request } = fullRequest;
  const { error } = supportRequest.safeParse({
    ...request,
    summary: text,
    contact: { ...request.contact, name: text },
  });
  return (error?.issues ?? []).map(({ path }) => path.join('/'));
}

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
  ['an address of wide letters', 'email', 'ｍａｉｊａ＠ayras.fi', 'maija@ayras.fi'],
  ['a number of wide digits', 'phone', '＋３５８　４０ 123 4567', '+358 40 123 4567'],
  ['a number of Arabic digits', 'phone', '٠٤٠ ۱۲۳ 4567', '040 123 4567'],
  ['an address with the sign of a picture', 'email', 'maija@ayras.fi\ufffc', 'maija@ayras.fi'],
  ['an address with a blank of Braille', 'email', 'maija@\u2800ayras.fi', 'maija@ayras.fi'],
  ['an address with its name', 'email', 'Mäkelä, Maija <maija@ayras.fi>; ', 'maija@ayras.fi'],
  ['an address in quotation marks', 'email', '"maija@ayras.fi",', 'maija@ayras.fi'],
  ['an address as a link', 'email', 'mailto:maija@ayras.fi?subject=Hei', 'maija@ayras.fi'],
  ['an address at the end of a sentence', 'email', 'maija@ayras.fi.', 'maija@ayras.fi'],
  ['a number as a link', 'phone', 'tel:+358401234567', '+358401234567'],
  ['a number with a figure space and a tab', 'phone', '+358\u200740\t1234567', '+358 40 1234567'],
  ['a number with a dash', 'phone', '040–123 4567', '040-123 4567'],
];

describe('a value of one line that was copied from another program', () => {
  for (const [what, field, text, meant] of values) {
    it(`is taken as it was meant: ${what}`, () => {
      assert.equal(contactWith({ [field]: text })[field], meant);
    });
  }

  it('is no address with what no address has, seen or not', () => {
    for (const email of [
      'maija@ayras.fi\ufffd',
      'sip:maija@ayras.fi',
      'maija(työ)@ayras.fi',
      'a"b@ayras.fi',
    ])
      assert.throws(() => contactWith({ email }), { name: /Error/ }, email);
  });

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

describe('a sign that looks like a hyphen', () => {
  for (const sign of [
    '\u2010', // hyphen
    '\u2011', // hyphen that doesn't break a line
    '\u2014', // the dash of a word processor
    '\u2212', // minus
    '\u02d7', // minus of a modifier
    '\u2043', // hyphen of a list
    '\u058a', // Armenian
    '\u05be', // Hebrew
    '\u1806', // Mongolian
    '\u2e3a', // as long as two
    '\ufe31', // standing upright
    '\u207b', // raised
    '\u2500', // of a frame
    '\u2796', // emoji
  ])
    it(`is a hyphen in a user id, a number and an identity code: ${sign}`, () => {
      const parsed = supportRequest.parse({ ...fullRequest, userIds: [`ayras${sign}maija`] });
      assert.deepEqual(parsed.userIds, ['ayras-maija']);
      assert.equal(contactWith({ phone: `040${sign}123 4567` }).phone, '040-123 4567');
      assert.equal(hasIdentityCode(`131052${sign}308T`), true);
    });
});

describe('a text that was copied from another program', () => {
  it('is missing where nothing of it can be seen', () => {
    for (const unseen of [
      '\u200b',
      '\u00ad\u2060 ',
      '\u3164',
      '\u2800',
      '\ufffc',
      '\u202e\u202c',
      '\ufe0f',
    ]) {
      assert.deepEqual(missingWith(unseen), ['summary', 'contact/name'], JSON.stringify(unseen));
    }
  });

  it('has no marks that hide in a line or turn it, and keeps those that letters and signs are made of', () => {
    const { summary, contact } = supportRequest.parse({
      ...fullRequest,
      summary: '\u202etili\u00adkausi\u200b 👩\u200d💻 می\u200cخواهم',
      contact: { ...fullRequest.contact, name: '\u2066Maija\u2069 Mäkelä\ufeff' },
    });
    assert.deepEqual(
      [summary, contact.name],
      ['tilikausi 👩\u200d💻 می\u200cخواهم', 'Maija Mäkelä'],
    );
  });

  it('has one form of each letter', () => {
    const { summary } = supportRequest.parse({ ...fullRequest, summary: 'A\u0308yra\u0308s' });
    assert.equal(summary, 'Äyräs');
  });
});
