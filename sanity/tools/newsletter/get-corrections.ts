import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

const correctionsSchema = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      language: z.enum(['en', 'es']),
      corrections: z.array(z.object({ date: z.string(), text: z.string() })),
    }),
  ),
  lists: z.array(z.object({ id: z.string(), title: z.string(), language: z.enum(['en', 'es']) })),
});
export type Corrections = z.infer<typeof correctionsSchema>;

const correctionsQuery = `{
  "articles": *[_type == "article" && count(corrections[defined(date) && defined(text)]) > 0]
    | order(_updatedAt desc)[0...20]{
      "id": _id, "headline": coalesce(headline, slug.current), "language": coalesce(language, "en"),
      "corrections": corrections[defined(date) && defined(text)]{date, text}
    },
  "lists": *[_type == "newsletterList"] | order(title.en asc){
    "id": _id, "title": coalesce(title.en, title.es, _id), "language": coalesce(language, "en")
  }
}`;

/** What has been corrected lately, as published, and the lists by which that could be told. */
export async function getCorrections(client: SanityClient, signal: AbortSignal): Promise<Corrections> {
  return correctionsSchema.parse(
    await client.fetch(correctionsQuery, {}, { perspective: 'published', signal }),
  );
}
