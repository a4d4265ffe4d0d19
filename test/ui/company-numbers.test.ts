import { expect } from '@open-wc/testing';
import { companyNumbersIn } from '../../src/ui/company-numbers.js';

const pasted: readonly (readonly [what: string, text: string, numbers: readonly string[]])[] = [
  ['with no-break spaces between thousands', '1\u00a0234\r\n5\u00a0678', ['1234', '5678']],
  ['with narrow no-break spaces between thousands', '1\u202f234\t12\u202f345', ['1234', '12345']],
  ['with figure spaces between thousands', '1\u2007234', ['1234']],
  ['with one decimal', '1234,0\t5678.0', ['1234', '5678']],
  ['with decimals', '1234,00\r\n5678,00', ['1234', '5678']],
  ['with decimals after a point', '1234.00\t5678.00', ['1234', '5678']],
  ['in quotation marks', '"1234"\n"5678"', ['1234', '5678']],
  ['with decimals in quotation marks', '"1234,00";"5678,00"', ['1234', '5678']],
  ['between marks of direction', '\u202a1234\u202c, \ufeff5678\u200b', ['1234', '5678']],
  ['of wide digits, with the comma that belongs to them', '１２３４，５６７８', ['1234', '5678']],
  ['with apostrophes between thousands', "1'234\n5’678", ['1234', '5678']],
  ['with Arabic commas between thousands', '1\u066c234', ['1234']],
  ['with a sign before them and a full stop behind', '#1234, 5678.', ['1234', '5678']],
  ['of digits of India and of mathematics', '१२३४ 𝟏𝟐𝟑𝟒 𝟿', ['1234', '9']],
  ['with what joins or varies signs within', '12\u206034\ufe0f, \u180e5678', ['1234', '5678']],
  ['of Arabic digits', '١٢٣٤', ['1234']],
  ['with plain spaces between', '77 88', ['77', '88']],
  ['with commas between', '1234,5678,9012', ['1234', '5678', '9012']],
  ['of which one is no number', '1234, 12a4', ['1234', '12a4']],
];

describe('company numbers that are pasted', () => {
  for (const [what, text, numbers] of pasted) {
    it(`${what} are the numbers that were meant`, () => {
      expect(companyNumbersIn(text)).to.deep.equal(numbers);
    });
  }
});
