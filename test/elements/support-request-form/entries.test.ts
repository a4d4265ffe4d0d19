import { expect } from '@open-wc/testing';
import {
  numberOfName,
  userIdsIn,
} from '../../../src/elements/support-request-form/fields/entries.js';

const pasted: readonly (readonly [what: string, text: string, ids: readonly string[]])[] = [
  [
    'recipients of a mail, whose names hold commas',
    'Mäkelä, Maija <maija@ayras.fi>; Öhman, Pekka <pekka@ayras.fi>',
    ['maija@ayras.fi', 'pekka@ayras.fi'],
  ],
  [
    'recipients with commas between',
    'Maija Mäkelä <maija@ayras.fi>, "Öhman, Pekka" <pekka@ayras.fi>, ayras-olli',
    ['maija@ayras.fi', 'pekka@ayras.fi', 'ayras-olli'],
  ],
  [
    'links of addresses',
    'mailto:maija@ayras.fi; "pekka@ayras.fi".',
    ['maija@ayras.fi', 'pekka@ayras.fi'],
  ],
  ['an id with the dash of a text program', 'ayras–maija', ['ayras-maija']],
  ['an id with a hyphen that does not break', 'ayras\u2011maija', ['ayras-maija']],
  ['an id whose letters are put together of two', 'a\u0308yra\u0308s-maija', ['äyräs-maija']],
  ['an id of wide letters', 'ａｙｒａｓ－ｍａｉｊａ', ['ayras-maija']],
  ['an address with something invisible behind it', 'maija@ayras.fi\u200b', ['maija@ayras.fi']],
];

describe('user ids that are pasted', () => {
  for (const [what, text, ids] of pasted) {
    it(`are found in ${what}`, () => {
      expect(userIdsIn(text)).to.deep.equal(ids);
    });
  }
});

describe('a company that is written by its name', () => {
  const companies = [{ number: '9012', name: 'Rakennus Öhman Oy' }];
  for (const text of [
    'rakennus öh',
    'RAKENNUS\u00a0O\u0308H',
    '  rakennus  öhman ',
    'raken\u00adnus',
  ]) {
    it(`is found by "${text}"`, () => {
      expect(numberOfName(text, companies)).to.equal('9012');
    });
  }
});
