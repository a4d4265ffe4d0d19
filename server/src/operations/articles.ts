import type { Handlers } from '../http/call.js';
import { invalid } from '../http/problem-error.js';
import { findArticles } from '../search/find-articles.js';
import type { Services } from './services.js';

/** Forum and manual hits for what a person types as the problem in brief [guide 1.2.1]. */
export function articles({ db }: Services) {
  return {
    async listArticles({ query: { q, product, application, cursor = '0', language } }) {
      if (!/^\d{1,4}$/.test(cursor)) throw invalid('#query/cursor', 'format');
      const chosen = { product: product || undefined, application: application || undefined };
      const { items, next } = await findArticles(db, {
        q,
        language,
        ...chosen,
        offset: Number(cursor),
      });
      return { status: 200, body: { items, ...(next !== undefined && { next: String(next) }) } };
    },
  } satisfies Handlers;
}
