import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../tools/any-text.js';
import { runs } from '../tools/runs.js';
import { composeSubject, type Product } from '../../src/contract/index.js';

const products: Product[] = [
  {
    id: 'fivaldi',
    name: { fi: 'Visma Fivaldi', en: 'Visma Fivaldi in English', sv: 'Visma Fivaldi på svenska' },
    applications: [
      { id: 'kirjanpito', name: { fi: 'Kirjanpito', en: 'Accounting', sv: 'Bokföring' } },
      { id: 'palkanlaskenta', name: { fi: 'Palkanlaskenta', en: 'Payroll' } },
    ],
  },
];

const subject = (changes: Partial<Parameters<typeof composeSubject>[0]> = {}): string =>
  composeSubject(
    {
      product: 'fivaldi',
      application: 'kirjanpito',
      summary: 'tilikauden avaaminen ei onnistu',
      critical: false,
      ...changes,
    },
    { products },
  );

describe('the subject of a support request [guide 1.2.3, 1.2.4]', () => {
  it('names product, application and the problem in brief', () => {
    assert.equal(subject(), 'Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu');
  });

  it('begins with "kiireellinen" when the matter is critical', () => {
    assert.equal(
      subject({ critical: true }),
      'kiireellinen Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
    );
  });

  it('has the Finnish names whatever other languages there are', () => {
    assert.equal(
      subject({ application: 'palkanlaskenta', summary: 'payslip missing' }),
      'Visma Fivaldi Palkanlaskenta, payslip missing',
    );
  });

  it('lets an id that the service does not know stand for itself', () => {
    assert.equal(
      subject({ application: 'uusi-sovellus' }),
      'Visma Fivaldi uusi-sovellus, tilikauden avaaminen ei onnistu',
    );
    assert.equal(
      subject({ product: 'netvisor' }),
      'netvisor kirjanpito, tilikauden avaaminen ei onnistu',
    );
    assert.equal(
      subject({ product: '__proto__', application: 'constructor' }),
      '__proto__ constructor, tilikauden avaaminen ei onnistu',
    );
  });

  it('turns line breaks and control characters into one space', () => {
    assert.equal(
      subject({ summary: '  kausi\r\n\r\nei\taukea\u0000\u0085nyt\u2028 ' }),
      'Visma Fivaldi Kirjanpito, kausi ei aukea nyt',
    );
    assert.equal(
      subject({ application: 'a\nBcc: x@y.fi' }),
      'Visma Fivaldi a Bcc: x@y.fi, tilikauden avaaminen ei onnistu',
    );
  });

  it('has no loose comma while something is still to be written', () => {
    assert.equal(subject({ summary: ' ' }), 'Visma Fivaldi Kirjanpito');
    assert.equal(subject({ product: '', application: '' }), 'tilikauden avaaminen ei onnistu');
    assert.equal(
      subject({ product: '', application: '', summary: '', critical: true }),
      'kiireellinen',
    );
  });

  it('is always one line without control characters or loose spaces', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\n', '\r', '\0', '\t', ' ', '\u2029', '\u009f'),
        anyText({ minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (product, application, summary, critical) => {
        assert.doesNotMatch(
          subject({ product, application, summary, critical }),
          /[\p{Cc}\u2028\u2029]|\s\s|^\s|\s$/u,
        );
      }),
      { numRuns: runs(100, 25) },
    );
  });
});
