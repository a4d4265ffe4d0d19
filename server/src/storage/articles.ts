import { sql, type Selectable } from 'kysely';
import type { Language } from '../../../src/contract/index.js';
import type { Database, Tables } from './tables.js';

export type ArticleRow = Selectable<Tables['articles']>;

const dictionaries: Readonly<Record<Language, string>> = {
  fi: 'finnish_stem',
  en: 'english_stem',
  sv: 'swedish_stem',
};

/** The stems of words, as the index has them; a stop word has none. */
export async function stemsOf(
  db: Database,
  words: readonly string[],
  language: Language,
): Promise<(string | null)[]> {
  const { rows } = await sql<{ stem: string | null }>`
    select (ts_lexize(${dictionaries[language]}::regdictionary, word))[1] as stem
    from unnest(${words}::text[]) with ordinality as given (word, n)
    order by n`.execute(db);
  return rows.map(({ stem }) => stem);
}

const orUntranslated = (language: Language) =>
  sql`and (language = ${language} or not exists (select from articles as other where other.id = found.id and other.language = ${language}))`;

/** The share of what was typed that an article must have: of two words both, or one of them in its title. */
const ENOUGH = 0.6;

/** One word to look for in the articles of a language, as a text search query. */
export interface SoughtWord {
  readonly language: Language;
  /** Its place in what was typed. */
  readonly place: number;
  readonly query: string;
}

export interface ArticleSearch {
  readonly words: readonly SoughtWord[];
  /** The place of the word that may be half typed. */
  readonly last: number;
  /** Texts in this language, and in Finnish where there are none. */
  readonly language: Language;
  readonly product?: string | undefined;
  /** Whose articles come first. */
  readonly application?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/**
 * The articles that have enough of what was typed, best first. A word weighs the more the fewer articles have
 * it, so that "tilikausi" decides and "onnistu" doesn't; in a title it counts twice. The last word may be half typed,
 * and where nothing has it, it isn't held against an article.
 */
export async function searchArticles(
  db: Database,
  { words, last, language, product, application, offset, limit }: ArticleSearch,
): Promise<ArticleRow[]> {
  const { rows } = await sql<ArticleRow>`
    with word as (
      select language, place, query::tsquery
      from unnest(${words.map((word) => word.language)}::text[], ${words.map((word) => word.place)}::integer[], ${words.map((word) => word.query)}::text[])
        as given (language, place, query)
    ),
    found as (
      select id, place, language, application, product, 2 as strength
      from word join articles using (language) where title_words @@ query
      union all
      select id, place, language, application, product, 1
      from word join articles using (language) where title_tails @@ query or content_words @@ query
    ),
    hit as (
      select id, place, language, application is not distinct from ${application ?? null} as is_own, max(strength) as strength
      from found
      where (${product ?? null}::text is null or product = ${product ?? null})
        ${language === 'fi' ? sql`` : orUntranslated(language)}
      group by id, place, language, is_own
    ),
    weight as (
      select place, count(id) as hits, 1 / (1 + ln(1 + greatest(count(id), 1))) as weight
      from (select distinct place from word) as places left join hit using (place)
      group by place
    ),
    ranked as (
      select id, language, is_own, sum(strength * weight) as score
      from hit join weight using (place)
      group by id, language, is_own
      having sum(strength * weight) >= (select sum(weight) * ${ENOUGH} from weight where hits > 0 or place < ${last})
      order by is_own desc, score desc, id
      offset ${offset} limit ${limit}
    )
    select id, language, product, articles.application, source, link, title, content from ranked join articles using (id, language) order by is_own desc, score desc, id`.execute(
    db,
  );
  return rows;
}
