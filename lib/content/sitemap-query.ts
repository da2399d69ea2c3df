import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { accessLevelSchema } from './article.ts';
import { figureFields, listable } from './groq-parts.ts';
import { getRows, parseRow, parseRows, unavailable } from './lake-client.ts';
import { pictureSchema } from './picture.ts';
import { pictureRow } from './picture-row.ts';

const inLanguage = `_type == "article" && language == $language && ${listable}`;

/** The same text in other languages, whichever of them is the original. */
const others = `*[_type == "article" && language != ^.language && ${listable} &&
    (translationOf._ref == ^._id || _id == ^.translationOf._ref)]{
    language, "slug": slug.current, embargoUntil, "noindex": seo.noindex == true }`;

const mapFields = `
  "id": _id, language, "slug": slug.current, headline, embargoUntil,
  "firstPublishedAt": coalesce(firstPublishedAt, publishedAt), publishedAt, updatedAt,
  "access": coalesce(access.level, "default"),
  "noindex": seo.noindex == true, "hideFromNews": flags.hideFromNewsSitemap == true`;

/** The oldest first, so that a new article changes nothing but the end of the last file. */
const mappedQuery = `
  *[${inLanguage}] | order(publishedAt asc, _id asc)[$from...$to]{
    ${mapFields},
    "hero": select(defined(hero.image.asset._ref) => hero{${figureFields}}),
    "translations": ${others}
  }`;

const countQuery = `[{ "id": "count", "count": count(*[${inLanguage}]) }]`;

const newsQuery = `
  *[${inLanguage} && publishedAt > $since] | order(publishedAt desc, _id asc)[0...$most]{${mapFields}}`;

const instant = z.iso.datetime({ offset: true });
const standing = { slug: z.string(), embargoUntil: z.string().nullable(), noindex: z.boolean() };

const mapRow = z.object({
  ...standing,
  id: z.string(),
  language: languageSchema,
  headline: z.string().min(1),
  firstPublishedAt: instant,
  publishedAt: instant,
  updatedAt: instant.nullable(),
  hideFromNews: z.boolean(),
  /** One that we do not know is no article: its page fails, and no map names it. */
  access: accessLevelSchema,
});
/** What a map says of an article: less than a Summary, because a file holds thousands. */
export type MappedArticle = z.infer<typeof mapRow>;

const fullRow = mapRow.extend({
  hero: pictureRow
    .nullish()
    .catch(null)
    .transform((hero) => hero ?? null)
    .pipe(pictureSchema.nullable()),
  translations: z.array(z.object({ ...standing, language: languageSchema })),
});
export type FullyMappedArticle = z.infer<typeof fullRow>;

export async function getMappedArticles(
  language: Language,
  from: number,
  to: number,
): Promise<FullyMappedArticle[]> {
  return parseRows(fullRow, await getRows(mappedQuery, { language, from, to }));
}

export async function getArticleCount(language: Language): Promise<number> {
  const [row] = await getRows(countQuery, { language });
  if (!row) throw unavailable('The content lake did not count.');
  return parseRow(z.object({ count: z.number().int().min(0) }), row).count;
}

/** What was published since an instant, the newest first. */
export async function getNewsSince(
  language: Language,
  since: string,
  most: number,
): Promise<MappedArticle[]> {
  return parseRows(mapRow, await getRows(newsQuery, { language, since, most }));
}

const pagesQuery = `
  *[_type in ["section", "topic", "place", "person", "page", "event", "liveCoverage"] && defined(slug.current)]{
    "id": _id, "kind": _type, "slug": slug.current, language,
    "isUsed": !(_type in ["topic", "place", "person"]) || count(*[references(^._id) && _type == "article" && ${listable}][0...1]) > 0
  }`;

const pageRow = z.object({
  kind: z.enum(['section', 'topic', 'place', 'person', 'page', 'event', 'liveCoverage']),
  slug: z.string(),
  language: languageSchema.nullish(),
  isUsed: z.boolean(),
});
export type MappedPage = z.infer<typeof pageRow>;

/** Every page that is no article's. What nobody has written about has no page worth finding. */
export async function getMappedPages(): Promise<MappedPage[]> {
  return parseRows(pageRow, await getRows(pagesQuery, {})).filter((page) => page.isUsed);
}
