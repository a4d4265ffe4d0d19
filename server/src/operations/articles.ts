import type { Article, Language } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import { invalid } from '../http/problem-error.js';
import { excerptOf } from '../search/excerpt.js';
import type { Form } from '../search/forms.js';
import { anyOf, formsToFind, wordsOf } from '../search/query.js';
import { searchArticles, stemsOf, type ArticleRow } from '../storage/articles.js';
import type { Services } from './services.js';

const PAGE = 5;

interface Sought {
  readonly language: Language;
  readonly place: number;
  readonly forms: readonly Form[];
}

function articleOf({ id, language, title, content, link, source }: ArticleRow, sought: readonly Sought[]): Article {
  const forms = sought.filter((word) => word.language === language).flatMap((word) => word.forms);
  return { id, title, excerpt: excerptOf(content, forms), link, source };
}

/** Forum and manual hits for what a person types as the problem in brief [guide 1.2, step 1]. */
export function articles({ db }: Services) {
  async function soughtIn(language: Language, words: readonly string[]): Promise<Sought[]> {
    const stems = await stemsOf(db, words, language);
    return words
      .map((word, place) => ({ language, place, forms: formsToFind(word, stems[place] ?? null, language, place === words.length - 1) }))
      .filter(({ forms }) => forms.length > 0);
  }

  return {
    async listArticles({ query: { q, product, application, cursor = '0', language = 'fi' } }) {
      if (!/^\d{1,4}$/.test(cursor)) throw invalid('#query/cursor', 'format');
      const words = wordsOf(q);
      const languages = [...new Set<Language>([language, 'fi'])];
      const sought = words.length ? (await Promise.all(languages.map((each) => soughtIn(each, words)))).flat() : [];
      if (!sought.length) return { status: 200, body: { items: [] } };

      const offset = Number(cursor);
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
      return { status: 200, body: { items, ...(rows.length > PAGE && { next: String(offset + PAGE) }) } };
    },
  } satisfies Handlers;
}
