import type { Summary } from '#lib/content/article.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import { absoluteUrl, shareImagePath } from '#lib/site-urls.ts';

/** What previews show at most. */
const shareSize = { width: 1200, height: 630 };

type Shared = Pick<Summary, 'language' | 'slug' | 'headline' | 'seoImage'>;

/** The picture that an editor chose for sharing, else the card that the site sets of headline and picture. */
export function shareImages({ language, slug, headline, seoImage }: Shared, siteUrl: string) {
  const path = seoImage ? pictureUrl(seoImage, shareSize) : shareImagePath(language, slug);
  return [{ ...shareSize, url: absoluteUrl(siteUrl, path), alt: headline }];
}
