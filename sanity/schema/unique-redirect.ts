import type { CustomValidator } from 'sanity';
import { publishedIdOf } from './published-id.ts';

/** Two redirects from one address would leave it to chance where a reader lands. */
export const uniqueRedirect: CustomValidator<string | undefined> = async (from, { document, getClient }) => {
  if (!from || !document) return true;
  const published = publishedIdOf(document._id);
  const taken = await getClient({ apiVersion: '2025-02-19' })
    .withConfig({ perspective: 'raw' })
    .fetch<number>(
      `count(*[_type == "redirect" && from == $from
        && !(_id in [$published, "drafts." + $published]) && !(_id in path($versions))])`,
      { from, published, versions: `versions.*.${published}` },
    );
  return taken === 0 || 'There is already a redirect from this address.';
};
