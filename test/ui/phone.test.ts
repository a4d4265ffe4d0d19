import { expect } from '@open-wc/testing';
import { dialled } from '../../src/ui/phone.js';

const written: readonly (readonly [shown: string, dialled: string])[] = [
  ['0107 562 170', '0107562170'],
  ['+358 10 756 2170', '+358107562170'],
  ['+358 (0)10 756 2170', '+358107562170'],
  ['+358 ( 0 ) 10 756 2170', '+358107562170'],
  ['00358 (0)10 756 2170', '00358107562170'],
  ['(09) 123 4567', '091234567'],
  ['010 756 2170 (ma–pe 9–16)', '0107562170'],
  ['010 756 2170 (9–16)', '0107562170'],
  ['010 756 2170, arkisin 9–16', '0107562170'],
  ['010–756–2170', '0107562170'],
  ['\u202a+358 40 123 4567\u202c', '+358401234567'],
];

describe('the number of a telephone link', () => {
  for (const [shown, number] of written) {
    it(`is ${number} for "${shown}"`, () => {
      expect(dialled(shown)).to.equal(number);
    });
  }
});
