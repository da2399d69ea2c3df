import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { getRows, parseRows } from './lake-client.ts';
import type { Redirect } from './match-redirect.ts';

const redirectsQuery = `
  *[_type == "redirect"] | order(_id asc)[0...2000]{ "id": _id, from, to, match, "permanent": permanent != false }`;

const path = z.string().regex(/^\/(?![/\\])/);

/** A redirect never leaves the site, whatever its document says. */
const redirectRow = z.object({
  from: path,
  to: path,
  match: z.enum(['exact', 'prefix']),
  permanent: z.boolean(),
});

export async function getRedirects(): Promise<Redirect[]> {
  return parseRows(redirectRow, await getRows(redirectsQuery, {}));
}

const movedArticleQuery = `
  *[_type == "article" && language == $language && $slug in previousSlugs] | order(publishedAt desc)[0...5]{
    "id": _id, "slug": slug.current, embargoUntil,
    "withdrawn": flags.withdrawn == true, "legalHold": flags.legalHold == true
  }`;

const movedRow = z.object({
  slug: z.string(),
  embargoUntil: z.string().nullable(),
  withdrawn: z.boolean(),
  legalHold: z.boolean(),
});

export type MovedArticle = z.infer<typeof movedRow>;

/** The articles that once had this slug, whatever their standing; the newest first. */
export async function getMovedArticles(language: Language, slug: string): Promise<MovedArticle[]> {
  return parseRows(movedRow, await getRows(movedArticleQuery, { language, slug }));
}
