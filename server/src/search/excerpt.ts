import type { Form } from './forms.js';

const LENGTH = 160;
const SENTENCE_ENDS = ['. ', '? ', '! '];
/** How far before the hit a sentence may begin for the excerpt to begin with it. */
const LEAD = 90;
/** An excerpt that is this long may end with a sentence rather than go on into the next. */
const ENOUGH = 100;

/** Where the first word begins that one of the forms is found in; a stem is nearly always how its word begins. */
function placeOf(forms: readonly Form[], text: string): number {
  const beginnings = forms.map((form) => form.text).filter(({ length }) => length > 2);
  if (!beginnings.length) return 0;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join('|')})`, 'iu').exec(text)?.index ?? 0;
}

/** Where to begin so that what leads to the hit is read too: its sentence, or some words before it. */
function beginningBefore(hit: number, text: string): number {
  const sentence = Math.max(...SENTENCE_ENDS.map((end) => text.lastIndexOf(end, hit - 1)));
  if (hit - sentence <= LEAD) return sentence + 1;
  const gap = text.indexOf(' ', hit - LEAD / 2);
  return gap < 0 || gap > hit ? hit : gap;
}

function shortened(text: string): string {
  if (text.length <= LENGTH) return text;
  const sentence = Math.max(...SENTENCE_ENDS.map((end) => text.lastIndexOf(end, LENGTH)));
  if (sentence >= ENOUGH) return text.slice(0, sentence + 1);
  const gap = text.lastIndexOf(' ', LENGTH);
  // Half of a pair of surrogates is no character.
  const words = text.slice(0, gap > 0 ? gap : LENGTH).replace(/[\ud800-\udbff]$/, '');
  return `${words.replace(/[\s,;:–-]+$/u, '')} …`;
}

/** About 160 characters of a plain text around the first of the words looked for, cut between words. */
export function excerptOf(content: string, forms: readonly Form[]): string {
  const text = content.replaceAll(/\s+/g, ' ').trim();
  if (text.length <= LENGTH) return text;
  const begin = beginningBefore(placeOf(forms, text), text);
  const excerpt = shortened(text.slice(begin).trim());
  const isMiddle = begin > 0 && !/[.?!]/.test(text.charAt(begin - 1));
  return isMiddle ? `… ${excerpt}` : excerpt;
}
