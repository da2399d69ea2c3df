import type { SanityClient } from '@sanity/client';
import { z } from 'zod';
import type { Counts } from './get-counts.ts';

/** What the numbers belong to, by the words that editors know. */
export type Names = {
  /** Every list there is, also one that nobody has chosen. */
  lists: { id: string; title: string }[];
  /** The article at a path of the site; those that are not published (any more) are missing. */
  articles: ReadonlyMap<string, { id: string; headline: string }>;
};

const namesSchema = z.object({
  lists: z.array(z.object({ id: z.string(), title: z.string() })),
  articles: z.array(z.object({ id: z.string(), headline: z.string(), path: z.string() })),
});

const namesQuery = `{
  "lists": *[_type == "newsletterList"] | order(language asc, title.en asc){
    "id": _id, "title": coalesce(title.en, title.es, _id)
  },
  "articles": *[_type == "article" && slug.current in $slugs]{
    "id": _id, "headline": coalesce(headline, slug.current),
    "path": select(language == "es" => "/es", "") + "/articles/" + slug.current
  }
}`;

export async function getNames(
  client: SanityClient,
  sources: Counts['sources'],
  signal: AbortSignal,
): Promise<Names> {
  const slugs = sources.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  const answer = await client.fetch(namesQuery, { slugs }, { perspective: 'published', signal });
  const { lists, articles } = namesSchema.parse(answer);
  return { lists, articles: new Map(articles.map((one) => [one.path, one])) };
}
