import * as z from 'zod/mini';
import { operation } from './operation.js';
import { cursorQuery, languageQuery, openEnum, page, text } from './values.js';

/** A hit from the customer forum or the manuals [guide 1.2.1]. */
export const article = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  link: z.string(),
  source: openEnum(['forum', 'manual']),
});
export type Article = z.infer<typeof article>;

export const listArticles = operation({
  name: 'listArticles',
  method: 'GET',
  path: '/articles',
  query: z.object({
    q: text(200),
    product: z.optional(text(100)),
    application: z.optional(text(100)),
    ...cursorQuery,
    ...languageQuery,
  }),
  response: page(article),
  statuses: [200],
  problems: ['validation'],
  capability: 'articles',
  audience: 'customer',
});
