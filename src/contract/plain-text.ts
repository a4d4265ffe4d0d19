/** What nobody sees and no value of one line needs: marks of direction, joiners, zero-width spaces, the mark of a byte order. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Dashes that programs put in place of a hyphen while a person writes. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** A value of one line as it was meant, whatever program it was copied from: one form of each letter, nothing invisible, plain hyphens. */
export const plain = (text: string): string =>
  text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(DASHES, '-');
