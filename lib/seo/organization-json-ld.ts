import type { NewsMediaOrganization, WebSite, WithContext } from 'schema-dts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { absoluteUrl, frontPath, pagePath, searchPath, standingPages } from '#lib/site-urls.ts';

type Site = { url: string; name: string };

/** One name for the paper on all of its pages: what is said of it once holds wherever it is named. */
function organizationId(site: Site): string {
  return absoluteUrl(site.url, '/#organization');
}

/** The paper, where something else is described: enough for a program that reads that page only. */
export function publisherOf(site: Site) {
  return {
    '@type': 'NewsMediaOrganization' as const,
    '@id': organizationId(site),
    name: site.name,
    url: absoluteUrl(site.url, '/'),
    logo: {
      '@type': 'ImageObject' as const,
      url: absoluteUrl(site.url, '/icon-512.png'),
      width: '512',
      height: '512',
    },
  };
}

/** Who the paper is and by what rules it works; said on the front page. */
export function organizationJsonLd(
  { tagline, address, contactEmail }: Pick<SiteSettings, 'tagline' | 'address' | 'contactEmail'>,
  language: Language,
  site: Site,
): WithContext<NewsMediaOrganization> {
  const page = (name: keyof typeof standingPages) =>
    absoluteUrl(site.url, pagePath(language, standingPages[name]));
  return {
    '@context': 'https://schema.org',
    ...publisherOf(site),
    ...(tagline ? { description: tagline } : {}),
    ...(address ? { address } : {}),
    ...(contactEmail
      ? {
          email: contactEmail,
          contactPoint: { '@type': 'ContactPoint', contactType: 'newsroom', email: contactEmail },
        }
      : {}),
    publishingPrinciples: page('about'),
    correctionsPolicy: page('corrections'),
  };
}

/** The site, with the address at which it is searched. */
export function webSiteJsonLd(language: Language, site: Site): WithContext<WebSite> {
  const front = absoluteUrl(site.url, frontPath(language));
  const target = `${absoluteUrl(site.url, searchPath(language))}?q={search_term_string}`;
  // schema-dts knows the action, not the two words that its readers look for in it.
  const search = {
    '@type': 'SearchAction' as const,
    target,
    'query-input': 'required name=search_term_string',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${front}#website`,
    url: front,
    name: site.name,
    inLanguage: language,
    publisher: { '@id': organizationId(site) },
    potentialAction: search,
  };
}
