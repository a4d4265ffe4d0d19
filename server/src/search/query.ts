import type { Language } from '../../../src/contract/index.js';
import { plain } from '../../../src/contract/plain-text.js';
import { formsOf, type Form } from './forms.js';

/** What a person types in 200 characters is rarely more, and each costs a search. */
const MOST_WORDS = 16;

/**
 * The words of what a person typed: letters and digits, and nothing that could act as an operator. One letter alone
 * says nothing.
 */
export function wordsOf(typed: string): string[] {
  const words =
    plain(typed)
      .toLocaleLowerCase('fi')
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/**
 * The forms to look for a word by, given its stem; a stop word has none, and nothing to look for. The last word may be
 * half typed, and is looked for as the beginning of a word too.
 */
export function formsToFind(
  word: string,
  stem: string | null,
  language: Language,
  isLast: boolean,
): Form[] {
  if (stem === null) return [];
  return isLast
    ? [...formsOf(stem, language), { text: word, isBeginning: true }]
    : formsOf(stem, language);
}

/** As the database writes it: any of the forms. They are letters and digits only. */
export const anyOf = (forms: readonly Form[]): string =>
  forms.map(({ text, isBeginning }) => `'${text}'${isBeginning ? ':*' : ''}`).join(' | ');
