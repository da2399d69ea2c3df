import type {
  AnalysisNewsArticle,
  BreadcrumbList,
  ImageObject,
  NewsArticle,
  OpinionNewsArticle,
  WithContext,
} from 'schema-dts';
import type { Summary } from '#lib/content/article.ts';
import type { Picture } from '#lib/content/picture.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import { gatedClass } from '#lib/paywall/gated-part.ts';
import { absoluteUrl, articlePath, frontPath, personPath, sectionPath } from '#lib/site-urls.ts';
import { breadcrumbsJsonLd } from './collection-json-ld.ts';
import { modifiedAt } from './modified-at.ts';
import { publisherOf } from './organization-json-ld.ts';
import { shareImages } from './share-images.ts';

type Site = { url: string; name: string };
type AnyNewsArticle = NewsArticle | OpinionNewsArticle | AnalysisNewsArticle;

const types = {
  news: 'NewsArticle',
  brief: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
} as const;

/**
 * Of the Summary and of what everybody gets: what it says about free access is what the page does. The element that
 * `hasPart` names stands around the gated text for whoever gets it, and around the wall for everybody else.
 */
export function articleJsonLd(article: Summary, isFree: boolean, site: Site): WithContext<AnyNewsArticle> {
  const url = absoluteUrl(site.url, articlePath(article.language, article.slug));
  return {
    '@context': 'https://schema.org',
    '@type': types[article.kind],
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: article.headline,
    ...(article.standfirst ? { description: article.standfirst } : {}),
    inLanguage: article.language,
    datePublished: article.firstPublishedAt,
    dateModified: modifiedAt(article),
    articleSection: article.section.title,
    ...(article.topics.length > 0 ? { keywords: article.topics.map((topic) => topic.title) } : {}),
    ...(article.dateline ? { dateline: article.dateline } : {}),
    ...(article.places.length > 0
      ? { contentLocation: article.places.map((place) => ({ '@type': 'Place' as const, name: place.title })) }
      : {}),
    ...(article.datelinePlace
      ? { locationCreated: { '@type': 'Place' as const, name: article.datelinePlace.title } }
      : {}),
    image: article.hero ? imagesOf(article.hero, site) : shareImages(article, site.url).map(({ url }) => url),
    author: authorsOf(article, site),
    publisher: publisherOf(site),
    isAccessibleForFree: isFree,
    ...(isFree
      ? {}
      : {
          hasPart: {
            '@type': 'WebPageElement' as const,
            isAccessibleForFree: false,
            cssSelector: `.${gatedClass}`,
          },
        }),
    ...(article.corrections.length > 0
      ? {
          correction: article.corrections.map(({ text, date }) => ({
            '@type': 'CorrectionComment' as const,
            text,
            datePublished: date,
          })),
        }
      : {}),
  };
}

export function articleBreadcrumbs(article: Summary, site: Site): WithContext<BreadcrumbList> {
  const { language, section, headline, slug } = article;
  const trail = [
    { name: site.name, path: frontPath(language) },
    { name: section.title, path: sectionPath(language, section.slug) },
    { name: headline, path: articlePath(language, slug) },
  ];
  return breadcrumbsJsonLd(trail, site);
}

/** Search engines choose among the three shapes. */
const shapes = [
  { width: 1600, height: 900 },
  { width: 1200, height: 900 },
  { width: 1200, height: 1200 },
];

function imagesOf(hero: Picture, site: Site): ImageObject[] {
  return shapes.map((shape) => ({
    '@type': 'ImageObject',
    url: absoluteUrl(site.url, pictureUrl(hero, shape)),
    width: `${shape.width}`,
    height: `${shape.height}`,
    ...(hero.caption ? { caption: hero.caption } : {}),
    ...(hero.credit ? { creditText: hero.credit } : {}),
  }));
}

function authorsOf(article: Summary, site: Site) {
  const signed = article.bylines.map(({ name, slug, kind, sameAs }) => ({
    '@type': kind === 'desk' ? ('Organization' as const) : ('Person' as const),
    name,
    url: absoluteUrl(site.url, personPath(article.language, slug)),
    ...(sameAs.length > 0 ? { sameAs } : {}),
  }));
  if (signed.length > 0) return signed;
  return { '@type': 'Organization' as const, name: article.bylineText ?? site.name };
}
