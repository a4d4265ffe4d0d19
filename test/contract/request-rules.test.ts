import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  fieldErrors,
  message,
  supportRequest,
  text,
  type SupportRequest,
} from '../../src/contract/index.js';
import { anyText } from '../tools/any-text.js';
import { runs } from '../tools/runs.js';
import { fullRequest, problem, question } from './samples.js';

/** The places that are asked for, as `/summary required`. */
function wrongIn(request: unknown): string[] {
  const { error } = supportRequest.safeParse(request);
  return fieldErrors(error?.issues ?? [], request).map(({ pointer, code }) => `${pointer} ${code}`);
}

const attachments = fullRequest.attachments;
const nobody = { company: '', name: '', phone: '', email: '' };

describe('what a support request needs [guide 1.2.3]', () => {
  it('a question, feedback or an idea needs neither user ids nor company numbers', () => {
    for (const kind of ['question', 'feedback', 'idea'] as const)
      assert.deepEqual(wrongIn({ ...question, kind }), []);
  });

  it('a problem names what it is about, the user ids and the company numbers', () => {
    assert.deepEqual(wrongIn(problem), []);
    const bare = { ...question, kind: 'problem' };
    assert.deepEqual(wrongIn(bare), [
      '/about required',
      '/userIds required',
      '/companyNumbers required',
    ]);
  });

  it('a problem with a report names the report and its selection criteria', () => {
    const about = { ...problem, about: 'report' };
    assert.deepEqual(wrongIn(about), ['/report/name required', '/report/criteria required']);
    assert.deepEqual(wrongIn({ ...about, report: { name: ' ', criteria: '' } }), [
      '/report/name required',
      '/report/criteria required',
    ]);
    assert.deepEqual(
      wrongIn({ ...about, report: { name: 'Tase', criteria: 'Tilikausi 2025' } }),
      [],
    );
  });

  it('an error needs its message in words or an attachment', () => {
    const error = { ...problem, about: 'error' };
    assert.deepEqual(wrongIn(error), ['/errorMessage required']);
    assert.deepEqual(wrongIn({ ...error, errorMessage: '\n' }), ['/errorMessage required']);
    assert.deepEqual(wrongIn({ ...error, errorMessage: 'Virhe 42' }), []);
    assert.deepEqual(wrongIn({ ...error, attachments }), []);
  });

  it('a report or an error message of another kind is not asked for', () => {
    assert.deepEqual(wrongIn({ ...question, about: 'report' }), []);
    assert.deepEqual(wrongIn({ ...question, about: 'error' }), []);
  });

  it('the same problem as an incident needs company numbers alone', () => {
    const same = {
      ...problem,
      relatedIncident: 'incident-1',
      application: '',
      summary: '',
      description: '',
      userIds: [],
      contact: nobody,
    };
    assert.deepEqual(wrongIn(same), []);
    assert.deepEqual(wrongIn({ ...same, companyNumbers: [] }), ['/companyNumbers required']);
    assert.deepEqual(wrongIn({ ...same, contact: { ...nobody, email: 'maija' } }), [
      '/contact/email format',
    ]);
  });

  it('everything that is missing is said at once', () => {
    const empty = {
      ...problem,
      application: '',
      summary: '',
      description: '',
      userIds: [],
      companyNumbers: [],
      contact: nobody,
    };
    assert.deepEqual(wrongIn(empty), [
      '/application required',
      '/summary required',
      '/description required',
      '/contact/company required',
      '/contact/name required',
      '/contact/phone required',
      '/contact/email required',
      '/userIds required',
      '/companyNumbers required',
    ]);
  });

  it('a text that is too long hides nothing else that is wrong', () => {
    assert.deepEqual(wrongIn({ ...question, summary: 'x'.repeat(201), description: '' }), [
      '/summary tooLong',
      '/description required',
    ]);
  });

  it('a further message needs a text, a picture or a confirmation', () => {
    const empty = { text: ' ', attachments: [] };
    assert.deepEqual(fieldErrors(message.safeParse(empty).error?.issues ?? [], empty), [
      { pointer: '/text', code: 'required' },
    ]);
    for (const some of [{ text: 'Lisätieto' }, { attachments }, { confirms: 'proposal-1' }]) {
      assert.ok(message.safeParse({ ...empty, ...some }).success);
    }
  });
});

describe('the content of a request', () => {
  it('is the same after parsing however it was spaced, and whatever else came along', () => {
    const written = {
      ...question,
      summary: '  tilikauden\0 avaaminen\n',
      attachments: attachments.map(({ id, ...rest }) => ({
        ...rest,
        id: id.toUpperCase(),
        size: 12,
      })),
      unheardOf: true,
    };
    assert.deepEqual(supportRequest.parse(written), {
      ...question,
      summary: 'tilikauden avaaminen',
      attachments,
    });
  });

  it('holds no NUL and no half of a surrogate pair, which no database would take', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.constantFrom('\0', '\ud800', '\udfff', ' '), anyText({ maxLength: 2 })),
        }),
        (written) => {
          const kept = text(10_000).parse(written);
          assert.ok(!kept.includes('\0') && kept.isWellFormed() && kept === kept.trim());
          assert.equal(text(10_000).parse(kept), kept);
        },
      ),
      { numRuns: runs(100, 25) },
    );
  });

  it('parsed twice is parsed once', () => {
    const line = anyText({ maxLength: 50 }).map((some) => `x${some}`);
    const some: fc.Arbitrary<Partial<SupportRequest>> = fc.record({
      summary: line,
      description: line,
      application: line,
      errorMessage: line,
    });
    fc.assert(
      fc.property(some, (changes) => {
        const once = supportRequest.parse({ ...fullRequest, ...changes });
        assert.deepEqual(supportRequest.parse(once), once);
      }),
      { numRuns: runs(100, 25) },
    );
  });
});
