import { expect } from '@open-wc/testing';
import {
  hasIdentityCode,
  withoutIdentityCodes,
} from '../../../src/ui/identity-code/personal-identity-code.js';

/** The examples of the Digital and Population Data Services Agency, and codes of every century by the same rule. */
const codes = [
  '131052-308T',
  '131052-308t',
  '010101A0101',
  '010101Y0101',
  '010190-900P',
  '010101+0101',
  '(131052-308T)',
  '131052–308T',
  '131052−308T',
  '131052\u2011308T',
  'hetu:131052-308T.',
  '131052\u00ad-\u200b308T',
  '１３１０５２－３０８T',
  '१३१०५२⁃٣٠٨T',
];

const others = [
  '131052-308A',
  '320152-308T',
  '131352-308T',
  'FIV-131052-3081',
  '1131052-308T',
  '131052-308Tx',
  'lasku 20261231-123',
  '0107 562 170',
  'FI21 1234 5600 0007 85',
  '1234567-8',
];

describe('a Finnish personal identity code in a text', () => {
  for (const text of codes)
    it(`is found: ${text}`, () => expect(hasIdentityCode(text)).to.equal(true));
  for (const text of others)
    it(`is not seen in ${text}`, () => expect(hasIdentityCode(text)).to.equal(false));

  it('is replaced, each of several, and nothing else', () => {
    expect(withoutIdentityCodes('a 131052-308T, b 010101A0101 ja 131052-308A', '–')).to.equal(
      'a –, b – ja 131052-308A',
    );
  });
});
