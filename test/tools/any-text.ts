import fc from 'fast-check';

/** Any character of Unicode; as often as not one that a keyboard here has, or that controls something. */
const character = fc
  .oneof(
    fc.integer({ min: 0, max: 0x2ff }),
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10_ffff }),
  )
  .map((point) => String.fromCodePoint(point));

/**
 * Text of any characters. The library's own, `unit: 'binary'`, first makes a table of all of Unicode, which takes seconds in each
 * process and page.
 */
export const anyText = (
  lengths: Readonly<{ minLength?: number; maxLength?: number }> = {},
): fc.Arbitrary<string> => fc.string({ unit: character, ...lengths });
