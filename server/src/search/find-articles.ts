import type { Article, Language } from '../../../src/contract/index.js';
import { searchArticles, stemsOf, type ArticleRow } from '../storage/articles.js';
import type { Database } from '../storage/tables.js';
import { excerptOf } from './excerpt.js';
import type { Form } from './forms.js';
import { anyOf, formsToFind, wordsOf } from './query.js';

const PAGE = 5;

export interface ArticleQuestion {
  /** As a person types it. */
  readonly q: string;
  readonly language?: Language | undefined;
  readonly product?: string | undefined;
  readonly application?: string | undefined;
  /** How many have been seen already. */
  readonly offset?: number;
}

interface Sought {
  readonly language: Language;
  readonly place: number;
  readonly forms: readonly Form[];
}

function articleOf(
  { id, language, title, content, link, source }: ArticleRow,
  sought: readonly Sought[],
): Article {
  const forms = sought.filter((word) => word.language === language).flatMap((word) => word.forms);
  return { id, title, excerpt: excerptOf(content, forms), link, source };
}

async function soughtIn(
  db: Database,
  language: Language,
  words: readonly string[],
): Promise<Sought[]> {
  const stems = await stemsOf(db, words, language);
  return words
    .map((word, place) => ({
      language,
      place,
      forms: formsToFind(word, stems[place] ?? null, language, place === words.length - 1),
    }))
    .filter(({ forms }) => forms.length > 0);
}

/** One page of the articles that may answer what a person types, best first; `next` is the offset of the following page. */
export async function findArticles(
  db: Database,
  question: ArticleQuestion,
): Promise<{ readonly items: Article[]; readonly next?: number }> {
  const { q, language = 'fi', product, application, offset = 0 } = question;
  const words = wordsOf(q);
  const languages = [...new Set<Language>([language, 'fi'])];
  const sought = words.length
    ? (await Promise.all(languages.map((each) => soughtIn(db, each, words)))).flat()
    : [];
  if (!sought.length) return { items: [] };

  const rows = await searchArticles(db, {
    words: sought.map(({ forms, ...word }) => ({ ...word, query: anyOf(forms) })),
    last: words.length - 1,
    language,
    product,
    application,
    offset,
    limit: PAGE + 1,
  });
  const items = rows.slice(0, PAGE).map((row) => articleOf(row, sought));
  return { items, ...(rows.length > PAGE && { next: offset + PAGE }) };
}
