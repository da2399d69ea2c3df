import { and, arrayContains, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Queryable } from '#lib/db/database.ts';
import { searchDocuments } from '#lib/db/schema.ts';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { configurationOf, folded, queryOf } from './search-language-store.ts';
import { mostMatches } from './search-query.ts';
import { marks } from './snippet.ts';

const documents = searchDocuments;

/** Whose whole text is searched: everybody's, or that of the articles which are open at this instant. */
export type Openness = { kind: 'everything' } | { kind: 'open'; defaultSince: Date | null };

export type Asked = {
  typed: string;
  languages: readonly Language[];
  openness: Openness;
  sectionId: string | null;
  topicId: string | null;
  from: Date | null;
  before: Date | null;
  sort: 'relevance' | 'newest';
  skip: number;
  take: number;
  now: Date;
};

const foundRow = z.object({
  id: z.string(),
  language: languageSchema,
  slug: z.string(),
  kind: z.enum(['news', 'opinion', 'analysis', 'brief']),
  headline: z.string(),
  standfirst: z.string(),
  sectionId: z.string(),
  access: z.enum(['default', 'public', 'subscribers']),
  firstPublishedAt: z.date(),
  publishedAt: z.date(),
  isWhole: z.boolean(),
  markedHeadline: z.string(),
  markedText: z.string(),
  writtenText: z.string(),
});
export type FoundRow = z.infer<typeof foundRow>;

const mostMs = 3000;

/** Of the connections that sign-in and the wall need as well, searches get a part; more at once are refused, not queued. */
const mostAtOnce = 3;
let running = 0;

/** Too many search at this moment. */
export class SearchBusy extends Error {
  override name = 'SearchBusy';
}

/** A question that takes long is given up, because others wait; planning for many rows would cost more than it saves. */
export async function findMatches(db: Database, asked: Asked): Promise<Matches> {
  if (running >= mostAtOnce) throw new SearchBusy('As many searches as may run at once are running.');
  running += 1;
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('statement_timeout', ${String(mostMs)}, true), set_config('jit', 'off', true)`,
      );
      return findIn(tx, asked);
    });
  } finally {
    running -= 1;
  }
}

type Matches = { count: number; found: FoundRow[] };

/**
 * The matches of one page, and how many there are. Only the newest mostMatches are ranked. Each article is judged by the text that this
 * reader may have: the vector that is asked, the rank and the snippet all come from that one. By the vectors' indexes,
 * one for each.
 */
async function findIn(db: Queryable, asked: Asked): Promise<Matches> {
  const isWhole = wholeFor(asked.openness);
  const matches = db.$with('matches').as(
    db
      .select({
        articleId: documents.articleId,
        isWhole: sql<boolean>`${isWhole}`.as('is_whole'),
        count: sql<number>`count(*) over ()::int`.as('count'),
      })
      .from(documents)
      .where(and(matchesWords(asked, isWhole), ...filters(asked)))
      .orderBy(desc(documents.publishedAt), documents.articleId)
      .limit(mostMatches),
  );
  const query = queryFor(asked.languages);
  const rank = sql`ts_rank(case when ${matches.isWhole} then ${documents.wholeVector} else ${documents.openVector} end, ${query(asked.typed)}, 1)`;
  const order = asked.sort === 'newest' ? [] : [desc(rank)];
  const page = db.$with('page').as(
    db
      .select({
        articleId: matches.articleId,
        isWhole: sql<boolean>`${matches.isWhole}`.as('page_is_whole'),
        count: sql<number>`${matches.count}`.as('page_count'),
        place:
          sql<number>`row_number() over (order by ${sql.join([...order, desc(documents.publishedAt), documents.articleId], sql`, `)})`.as(
            'place',
          ),
      })
      .from(matches)
      .innerJoin(documents, eq(documents.articleId, matches.articleId))
      .orderBy(sql`place`)
      .limit(asked.take)
      .offset(asked.skip),
  );
  const text = sql`concat_ws(E'\n', nullif(${documents.openText}, ''), case when ${page.isWhole} then nullif(${documents.gatedText}, '') end)`;
  const marked = headline(folded(text), query(asked.typed), snippetOptions);
  const rows = await db
    .with(matches, page)
    .select({
      ...{ id: documents.articleId, language: documents.language, slug: documents.slug },
      ...{ kind: documents.kind, headline: documents.headline, standfirst: documents.standfirst },
      ...{ sectionId: documents.sectionId, access: documents.access },
      ...{ firstPublishedAt: documents.firstPublishedAt, publishedAt: documents.publishedAt },
      isWhole: page.isWhole,
      count: page.count,
      markedHeadline: headline(folded(documents.headline), query(asked.typed), 'HighlightAll=true'),
      markedText: sql<string>`${marked}`,
      writtenText: writtenAs(sql`${marked}`, text),
    })
    .from(page)
    .innerJoin(documents, eq(documents.articleId, page.articleId))
    .orderBy(sql`${page.place}`);
  return { count: rows[0]?.count ?? 0, found: rows.map((row) => foundRow.parse(row)) };
}

/** The SQL of decideAccess; search.ts asks decideAccess itself about each row that comes out. */
function wholeFor(openness: Openness): SQL {
  if (openness.kind === 'everything') return sql`true`;
  const { defaultSince } = openness;
  const isDefault = eq(documents.access, 'default');
  const open =
    defaultSince === null
      ? isDefault
      : and(isDefault, sql`${documents.firstPublishedAt} > ${defaultSince.toISOString()}::timestamptz`);
  return sql`(${documents.access} = 'public' or (${open}))`;
}

/** In each language by its own stems; in the whole text where it is open, else in what everybody sees of it. */
function matchesWords({ typed, languages }: Asked, isWhole: SQL): SQL | undefined {
  return or(
    ...languages.map((language) => {
      const query = queryOf(typed, language);
      const whole = sql`${isWhole} and ${documents.wholeVector} @@ ${query}`;
      const open = sql`not ${isWhole} and ${documents.openVector} @@ ${query}`;
      return sql`(${documents.language} = ${language} and ((${whole}) or (${open})))`;
    }),
  );
}

function filters({ languages, sectionId, topicId, from, before, now }: Asked): (SQL | undefined)[] {
  return [
    eq(documents.listed, true),
    inArray(documents.language, [...languages]),
    or(isNull(documents.embargoUntil), lte(documents.embargoUntil, now)),
    sectionId === null ? undefined : eq(documents.sectionId, sectionId),
    topicId === null ? undefined : arrayContains(documents.topicIds, [topicId]),
    from === null ? undefined : gte(documents.publishedAt, from),
    before === null ? undefined : lt(documents.publishedAt, before),
  ];
}

/** The question in the language of each row. */
function queryFor(languages: readonly Language[]): (typed: string) => SQL {
  return (typed) => byLanguage(languages, (language) => queryOf(typed, language));
}

function byLanguage(languages: readonly Language[], each: (language: Language) => SQL): SQL {
  const [only, ...others] = languages;
  if (only !== undefined && others.length === 0) return each(only);
  const cases = languages.map((language) => sql`when ${language} then ${each(language)}`);
  return sql`(case ${documents.language} ${sql.join(cases, sql` `)} end)`;
}

const snippetOptions = 'MaxWords=36, MinWords=18, ShortWord=2, MaxFragments=1';

function headline(text: SQL, query: SQL, options: string): SQL<string> {
  const config = byLanguage(languageSchema.options, configurationOf);
  const all = `StartSel=${marks.start}, StopSel=${marks.end}, ${options}`;
  return sql<string>`ts_headline(${config}, ${text}, ${query}, ${all})`;
}

/** The same place in the text as it is written; empty where there is none, such as after something like a tag. */
function writtenAs(marked: SQL, text: SQL): SQL<string> {
  const bare = sql`translate(${marked}, ${marks.start + marks.end}, '')`;
  const at = sql`strpos(${folded(text)}, ${bare})`;
  return sql<string>`case when ${at} > 0 then substr(${text}, ${at}, length(${bare})) else '' end`;
}
