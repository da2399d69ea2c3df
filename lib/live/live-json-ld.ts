import type { LiveBlogPosting, WithContext } from 'schema-dts';
import type { Block } from '#lib/content/body.ts';
import type { Coverage, LiveUpdate, UpdateMark } from '#lib/content/live.ts';
import { absoluteUrl, livePath, liveUpdatePath } from '#lib/site-urls.ts';

type Shown = {
  /** All that is published, the newest first. */
  published: readonly UpdateMark[];
  /** What the page shows. */
  updates: readonly LiveUpdate[];
};

/** Live coverage as search engines want it: its times from all updates, its texts from those on the page. */
export function liveJsonLd(
  coverage: Coverage,
  { published, updates }: Shown,
  site: { url: string; name: string },
): WithContext<LiveBlogPosting> {
  const { language, slug, headline, standfirst, section, state } = coverage;
  const url = absoluteUrl(site.url, livePath(language, slug));
  const publisher = { '@type': 'NewsMediaOrganization' as const, name: site.name, url: site.url };
  const [first, last] = [published.at(-1), published.at(0)];
  return {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline,
    ...(standfirst ? { description: standfirst } : {}),
    inLanguage: language,
    articleSection: section.title,
    isAccessibleForFree: true,
    author: publisher,
    publisher,
    ...(first && last
      ? {
          datePublished: first.publishedAt,
          dateModified: last.publishedAt,
          coverageStartTime: first.publishedAt,
          ...(state === 'archived' ? { coverageEndTime: last.publishedAt } : {}),
        }
      : {}),
    liveBlogUpdate: updates.map((update) => ({
      '@type': 'BlogPosting' as const,
      '@id': absoluteUrl(site.url, liveUpdatePath(language, slug, update.id)),
      url: absoluteUrl(site.url, liveUpdatePath(language, slug, update.id)),
      headline: update.headline,
      datePublished: update.publishedAt,
      articleBody: textOf(update.body),
      author: publisher,
    })),
  };
}

function textOf(blocks: Block[]): string {
  return blocks
    .flatMap((block) => (block._type === 'block' ? [block.children.map(({ text }) => text).join('')] : []))
    .join('\n\n');
}
