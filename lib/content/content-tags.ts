import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';

/** Which documents a webhook has to watch: all that pages are made of. Drafts and versions are no readers' business. */
export const changeFilter =
  '_type in ["article", "section", "topic", "place", "person", "page", "siteSettings", "frontPage", "redirect", "newsletterList", "event", "liveCoverage", "liveUpdate"]';

/** What a webhook has to send of a changed document. `slugs`, `originals` and `coverages` hold the values before and after. */
export const changeProjection = `{
  _id, _type,
  "language": coalesce(after().language, before().language),
  "slugs": [before().slug.current, after().slug.current],
  "originals": [before().translationOf._ref, after().translationOf._ref],
  "coverages": [before().coverage._ref, after().coverage._ref]
}`;

const values = z
  .array(z.string().nullable())
  .nullish()
  .transform((list) => [...new Set((list ?? []).filter((one) => one !== null))]);

export const documentChangeSchema = z.object({
  _id: z.string().min(1),
  _type: z.string().min(1),
  language: languageSchema.nullish().catch(null),
  slugs: values,
  originals: values,
  coverages: values,
});
export type DocumentChange = z.infer<typeof documentChangeSchema>;

/**
 * The cache tags whose content a change may have made old. Clearing too much costs a render, too little shows old
 * text: a change without a language clears both.
 */
export function tagsOf(change: DocumentChange): string[] {
  const languages = change.language ? [change.language] : languageSchema.options;
  const each = (name: string) => languages.map((language) => `${name}:${language}`);
  const bySlug = (name: string) =>
    languages.flatMap((language) => change.slugs.map((slug) => `${name}:${language}:${slug}`));
  switch (change._type) {
    case 'article':
      return [
        `article:${change._id}`,
        ...bySlug('slug'),
        ...[change._id, ...change.originals].map((root) => `translations:${root}`),
        ...each('articles'),
        ...each('front'),
        'related',
      ];
    case 'section':
      return [`section:${change._id}`, ...change.slugs.map((slug) => `section-slug:${slug}`), 'taxonomy'];
    case 'topic':
    case 'place':
    case 'person':
      return ['taxonomy'];
    case 'page':
      return [`page:${change._id}`, 'pages', ...bySlug('page-slug')];
    case 'siteSettings':
      return ['settings'];
    case 'frontPage':
      return each('front');
    case 'redirect':
      return ['redirects'];
    case 'newsletterList':
      return ['newsletter-lists'];
    case 'event':
      return ['events'];
    case 'liveCoverage':
      return [`live:${change._id}`, ...bySlug('live-slug'), ...each('live-running')];
    case 'liveUpdate':
      // A change that does not say whose update it is clears those of all.
      return change.coverages.length > 0 ? change.coverages.map((id) => `live:${id}`) : ['live-updates'];
    default:
      return [];
  }
}
