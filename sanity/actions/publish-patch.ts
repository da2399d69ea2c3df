/** What a publish reads of an article, as it stands in the lake. */
export type PublishableArticle = {
  slug?: { current?: string } | null;
  previousSlugs?: string[] | null;
  firstPublishedAt?: string | null;
  publishedAt?: string | null;
  embargoUntil?: string | null;
};

type Change = {
  set: Partial<Record<'previousSlugs', string[]> & Record<'firstPublishedAt' | 'publishedAt', string>>;
};

/** The present, and when the article will be published: the same unless it is scheduled. */
type Times = { now: number; at: number };

/**
 * What a publish adds to the draft or version it publishes: the address readers knew so far, and the times an editor
 * did not set. Null when there is nothing to add.
 */
export function publishPatch(
  draft: PublishableArticle,
  published: PublishableArticle | null,
  { now, at }: Times,
): Change | null {
  const set = { ...keptSlugs(draft, published), ...times(draft, { now, at }) };
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
  { now, at }: Times,
): Change['set'] {
  const appears = new Date(Math.max(at, Date.parse(embargoUntil ?? '') || 0)).toISOString();
  if (firstPublishedAt && Date.parse(firstPublishedAt) <= now) {
    return publishedAt ? {} : { publishedAt: firstPublishedAt };
  }
  const wasSetByHand = publishedAt && publishedAt !== firstPublishedAt;
  return { firstPublishedAt: appears, ...(wasSetByHand ? {} : { publishedAt: appears }) };
}
