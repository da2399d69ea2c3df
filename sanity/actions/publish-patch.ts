/** What the Publish button reads of an article, as it stands in the lake. */
export type PublishableArticle = {
  slug?: { current?: string } | undefined;
  previousSlugs?: string[] | undefined;
  firstPublishedAt?: string | undefined;
  publishedAt?: string | undefined;
  embargoUntil?: string | undefined;
};

type Change = {
  set: Partial<Record<'previousSlugs', string[]> & Record<'firstPublishedAt' | 'publishedAt', string>>;
};

/**
 * What a publish adds to the draft it publishes: the address readers knew so far, and the times an editor did not
 * set. Null when there is nothing to add.
 */
export function publishPatch(
  draft: PublishableArticle,
  published: PublishableArticle | null,
  now: number,
): Change | null {
  const set = { ...keptSlugs(draft, published), ...times(draft, now) };
  return Object.keys(set).length > 0 ? { set } : null;
}

function keptSlugs(draft: PublishableArticle, published: PublishableArticle | null): Change['set'] {
  const current = draft.slug?.current;
  const known = draft.previousSlugs ?? [];
  const former = published?.slug?.current;
  // An address that is taken up again leads to itself, not away.
  const kept = new Set([...known, ...(former ? [former] : [])].filter((slug) => slug !== current));
  return kept.size === known.length && known.every((slug) => kept.has(slug))
    ? {}
    : { previousSlugs: [...kept] };
}

/** An article under embargo comes out when it ends: until readers have seen it, its time is not settled. */
function times(
  { firstPublishedAt, publishedAt, embargoUntil }: PublishableArticle,
  now: number,
): Change['set'] {
  const appears = new Date(Math.max(now, Date.parse(embargoUntil ?? '') || 0)).toISOString();
  if (firstPublishedAt && Date.parse(firstPublishedAt) <= now) {
    return publishedAt ? {} : { publishedAt: firstPublishedAt };
  }
  const wasSetByHand = publishedAt && publishedAt !== firstPublishedAt;
  return { firstPublishedAt: appears, ...(wasSetByHand ? {} : { publishedAt: appears }) };
}
