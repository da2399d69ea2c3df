import type { SlugIsUniqueValidator } from 'sanity';
import { publishedIdOf } from './published-id.ts';

/** No second document of the type with the same address; where documents have a language, within that language. */
export const uniqueSlug: SlugIsUniqueValidator = async (slug, { document, getClient }) => {
  if (!document) return true;
  const published = publishedIdOf(document._id);
  const taken = await getClient({ apiVersion: '2025-02-19' })
    .withConfig({ perspective: 'raw' })
    .fetch<number>(
      `count(*[_type == $type && slug.current == $slug && coalesce(language, "") == $language
        && !(_id in [$published, "drafts." + $published]) && !(_id in path($versions))])`,
      {
        ...{ type: document._type, slug, language: document.language ?? '', published },
        versions: `versions.*.${published}`,
      },
    );
  return taken === 0;
};
