import type { BreadcrumbList, CollectionPage, WithContext } from 'schema-dts';
import type { Summary } from '#lib/content/article.ts';
import type { Language } from '#lib/i18n/language.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';
import { publisherOf } from './organization-json-ld.ts';

type Site = { url: string; name: string };
type Listed = {
  title: string;
  description: string | null;
  language: Language;
  path: string;
  articles: readonly Pick<Summary, 'language' | 'slug' | 'headline'>[];
};

/** A page that lists articles: a section's, a topic's, a place's, a person's. */
export function collectionJsonLd(
  { title, description, language, path, articles }: Listed,
  site: Site,
): WithContext<CollectionPage> {
  const url = absoluteUrl(site.url, path);
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    ...(description ? { description } : {}),
    inLanguage: language,
    publisher: publisherOf(site),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: articles.length,
      itemListElement: articles.map((article, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: article.headline,
        url: absoluteUrl(site.url, articlePath(article.language, article.slug)),
      })),
    },
  };
}

/** From the front page to this one. */
export function breadcrumbsJsonLd(
  trail: readonly { name: string; path: string }[],
  site: Site,
): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(site.url, path),
    })),
  };
}
