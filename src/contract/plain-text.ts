/** Invisible characters that a value of one line does not need: direction marks, joiners, zero-width spaces, byte order marks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Dashes that programs put in place of a hyphen while a person writes. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** A value of one line as it was meant, whatever program it was copied from: one form of each letter, nothing invisible, plain hyphens. */
export const plain = (text: string): string =>
  text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(DASHES, '-');

/** A text in the one form in which texts are compared by who searches. */
export const searchable = (text: string): string =>
  plain(text).replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('fi');
