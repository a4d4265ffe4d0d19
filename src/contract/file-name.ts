/**
 * What a file's name may not hold, as part of a regular expression: folders, control characters, marks that turn the direction
 * of writing, by which `kuvagnp.exe` reads as `kuvaexe.png`, and what can't be seen, by which two names look the same.
 */
export const unsafeInNames =
  '\\p{Cc}\\p{Zl}\\p{Zp}\\u00ad\\u061c\\u180e\\u200b\\u2060-\\u2064\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff/\\\\';

/** The longest name, in UTF-16 units. */
export const longestName = 255;
