import type { Language } from '../../../src/contract/index.js';

/** A word as it is looked for: whole, or as the beginning of a word. */
export interface Form {
  readonly text: string;
  readonly isBeginning: boolean;
}

const whole = (text: string): Form => ({ text, isBeginning: false });

/** Shorter ones begin too many words. */
const SHORTEST_BEGINNING = 4;

const beginning = (text: string): Form => ({
  text,
  isBeginning: text.length >= SHORTEST_BEGINNING,
});

/** "avaa", "kirjaa": so "avaaminen", "avaus", "avattu", "avata". */
function ofVerbInLongVowel(verb: string): Form[] {
  const root = verb.slice(0, -1);
  const vowel = verb.endsWith('a') ? 'u' : 'y';
  return [
    beginning(`${verb}m`),
    beginning(`${root}${vowel}`),
    whole(`${root}t${vowel}`),
    whole(root),
    whole(root.slice(0, -1)),
  ];
}

/** A rule applies to stems that match, and gives further forms. */
type Rule = readonly [pattern: RegExp, forms: (found: RegExpExecArray) => Form[]];

const rules: readonly Rule[] = [
  // The consonants that change from case to case: tilikau|si, -d|en, -t|ta; pankkiyhtey|s, -ks|iä; ilmoitu|s, -ks|en.
  [/^(.{3,}[aeiouyäö])[dkst]+$/, ([, root = '']) => [beginning(root)]],
  // viit|e, viit|teen
  [/^(.{4,})e$/, ([, root = '']) => [beginning(root)]],
  // Endings that the stemmer sees where there are none: salas|ana, lomar|ahan; and one that it doesn't: asiak|as.
  [/^(.{4,})[aä][hns]$/, ([, root = '']) => [whole(root)]],
  // til|in, tili
  [/^(..[^aeiouyäö])(i?)$/, ([, root = '', end]) => [whole(end ? root : `${root}i`)]],
  // One act by several words: avaaminen, avaus, avattu, avata …
  [/^(.+([aä])\2)m(?:i[ns])?$/, ([, verb = '']) => ofVerbInLongVowel(verb)],
  [/^(.+([aä]))t[uy]$/, ([, root = '', vowel = '']) => ofVerbInLongVowel(root + vowel)],
  [/^(.+([aä]))[uy](?:ks|s|t)?$/, ([, root = '', vowel = '']) => ofVerbInLongVowel(root + vowel)],
  [/^(.[^aeiouyäö]([aä]))$/, ([, root = '', vowel = '']) => ofVerbInLongVowel(root + vowel)],
  // … ilmoittaminen, ilmoitus; tulostaminen, tulostus; poistaminen, poisto, poistettu; hyväksyminen; onnistunut
  [/^(.{3,}[^aeiouyäö])[aä]m(?:i[ns])?$/, ([, root = '']) => [beginning(root.replace(/tt$/, 't'))]],
  [/^(.{3,}t)(?:[uy](?:ks|s|t)?|[oö])$/, ([, root = '']) => [beginning(root)]],
  [/^(.{3,}[^aeiouyäö])et[uy]$/, ([, root = '']) => [beginning(root)]],
  [/^(.{3,}[^aä])m(?:i[ns])?$/, ([, root = '']) => [beginning(root)]],
  [/^(.{4,})n[uy]$/, ([, root = '']) => [beginning(root)]],
];

const finnishForms = (stem: string): Form[] => [
  beginning(stem),
  ...rules.flatMap(([pattern, forms]) => {
    const found = pattern.exec(stem);
    return found ? forms(found) : [];
  }),
];

/**
 * The forms in which a stemmed word may stand in an index of stems. Finnish changes a word's end from case to case in
 * ways that the database's stemmer doesn't follow, and names one act by several words: what is left of both is looked
 * for as the beginning of a word, so that the index stays the stemmer's own.
 */
export const formsOf = (stem: string, language: Language): Form[] =>
  language === 'fi' ? finnishForms(stem) : [whole(stem)];
