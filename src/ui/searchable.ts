import { plain } from '../contract/plain-text.js';

/** A text in the one form in which texts are compared by who searches. */
export const searchable = (text: string): string =>
  plain(text).replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('fi');
