import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { asIfPublished } from './as-if-published.ts';
import { type FrontPagePicks, riverLength } from './compose-front-page.ts';
import { sectionFields, summaryFields } from './groq-parts.ts';
import { getRows, parseRow, parseRows, type Row } from './lake-client.ts';
import { getLatest, listed } from './lists-query.ts';
import { textOrNull } from './picture-row.ts';
import { getSubjectArticles } from './subject-query.ts';
import { sectionSchema } from './taxonomy.ts';

const frontPageQuery = `
  *[_type == "frontPage" && language == $language] | order(_id asc)[0...1]{
    "id": _id,
    "breaking": breaking{ text, "article": article->{${summaryFields}} },
    "lead": lead->{${summaryFields}},
    "leadRelated": leadRelated[]->{${summaryFields}},
    "seconds": seconds[]->{${summaryFields}},
    "packages": packages[]{ "id": _key, title, standfirst, "articles": articles[]->{${summaryFields}} },
    "sections": sections[]->{${sectionFields}},
    "opinion": opinion[]->{${summaryFields}}
  }`;

const sectionsQuery = `*[_type == "section"] | order(order asc, _id asc)[0...30]{${sectionFields}}`;

/** Picks as they come: an article that breaks the schema or dangles is left out by listed(). */
const rows = z
  .array(z.looseObject({ id: z.string() }).nullable())
  .nullish()
  .transform((all): Row[] => (all ?? []).filter((row) => row !== null));

/** One without a headline yet is an editor's draft of a package. */
const packageRow = z.object({ id: z.string(), title: textOrNull, standfirst: textOrNull, articles: rows });

const row = z.looseObject({ id: z.string() });
const frontPageRow = z.object({
  breaking: z.object({ text: textOrNull, article: row.nullish() }).nullish(),
  lead: row.nullish(),
  leadRelated: rows,
  seconds: rows,
  packages: z.array(packageRow).nullish(),
  sections: rows,
  opinion: rows,
});

/** An editor sees a pick in its place even before it is published. */
const picked = (rows: Row[]) => listed(rows.map(asIfPublished));

/** Enough of the newest that every place of a page can be filled after picks, doubles and embargoes went out. */
const newest = 60;

/** All that composeFrontPage chooses from: the editor's picks, each section's river, the newest. */
export async function getFrontPagePicks(language: Language): Promise<FrontPagePicks> {
  const [[found], sectionRows, latest] = await Promise.all([
    getRows(frontPageQuery, { language }),
    getRows(sectionsQuery, { language }),
    getLatest(language, newest),
  ]);
  const picks = found ? parseRow(frontPageRow, found) : frontPageRow.parse({});
  const sections = parseRows(sectionSchema, picks.sections.length > 0 ? picks.sections : sectionRows);
  const rivers = sections.map(async (section) => ({
    section,
    articles: await getSubjectArticles(language, { kind: 'sections', id: section.id }, 0, riverLength * 4),
  }));
  const [breaking] = picks.breaking?.article ? picked([picks.breaking.article]) : [];
  return {
    breaking: picks.breaking?.text ? { text: picks.breaking.text, article: breaking ?? null } : null,
    lead: picked(picks.lead ? [picks.lead] : [])[0] ?? null,
    leadRelated: picked(picks.leadRelated),
    seconds: picked(picks.seconds),
    packages: (picks.packages ?? []).flatMap(({ id, title, standfirst, articles }) =>
      title ? [{ key: id, title, standfirst, articles: picked(articles) }] : [],
    ),
    opinion: picked(picks.opinion),
    rivers: await Promise.all(rivers),
    latest,
  };
}
