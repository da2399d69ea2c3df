import type { Summary } from '#lib/content/article.ts';
import { absoluteUrl, articlePath, markdownPath } from '#lib/site-urls.ts';
import { modifiedAt } from './modified-at.ts';
import { pageMetadata } from './page-metadata.ts';
import { shareImages } from './share-images.ts';

/** Made of the Summary alone, so nothing of a gated text can get into it. */
export function articleMetadata(article: Summary, site: { url: string; name: string }) {
  const title = article.seoTitle ?? article.headline;
  const description = article.seoDescription ?? (article.standfirst || null);
  const page = pageMetadata(
    {
      title,
      description,
      language: article.language,
      path: articlePath(article.language, article.slug),
      alternates: article.translations.map(({ language, slug }) => ({
        language,
        path: articlePath(language, slug),
      })),
    },
    site,
  );
  const markdown = absoluteUrl(site.url, markdownPath(article.language, article.slug));
  return {
    ...page,
    alternates: { ...page.alternates, types: { ...page.alternates.types, 'text/markdown': markdown } },
    openGraph: {
      ...page.openGraph,
      type: 'article' as const,
      publishedTime: article.firstPublishedAt,
      modifiedTime: modifiedAt(article),
      section: article.section.title,
      tags: article.topics.map((topic) => topic.title),
      authors: article.bylines.map((byline) => byline.name),
      images: shareImages(article, site.url),
    },
    twitter: { card: 'summary_large_image' as const },
    robots: article.noindex ? { index: false } : page.robots,
  };
}
