import { type Language, languages } from '#lib/i18n/language.ts';
import { absoluteUrl } from '#lib/site-urls.ts';
import { feedAlternates } from './feed-alternates.ts';

export type Alternate = { language: Language; path: string };

type Described = {
  title: string;
  description: string | null;
  language: Language;
  path: string;
  /** The same page in other languages. */
  alternates: Alternate[];
  /** The path of the page whose own feed a reader's program offers, beside that of the site. */
  feedOf?: string;
};

const locales = { en: 'en_US', es: 'es_MX' } as const;

/** What search engines and previews learn of any page; plain data in the framework's words. */
export function pageMetadata(page: Described, site: { url: string; name: string }) {
  const url = absoluteUrl(site.url, page.path);
  const description = page.description ? { description: page.description } : {};
  return {
    metadataBase: new URL(site.url),
    title: page.title === site.name ? site.name : `${page.title} | ${site.name}`,
    ...description,
    alternates: {
      canonical: url,
      languages: hreflang(page, site.url),
      types: feedAlternates(page, site),
    },
    openGraph: {
      type: 'website' as const,
      siteName: site.name,
      title: page.title,
      ...description,
      url,
      locale: locales[page.language],
      alternateLocale: page.alternates.map(({ language }) => locales[language]),
    },
    robots: { 'max-image-preview': 'large' as const },
  };
}

/** Itself and its translations; a page in one language only says nothing about languages. */
function hreflang(
  { language, path, alternates }: Described,
  siteUrl: string,
): Partial<Record<string, string>> {
  if (alternates.length === 0) return {};
  const all = [{ language, path }, ...alternates].map((one) => [
    one.language,
    absoluteUrl(siteUrl, one.path),
  ]);
  const [fallback] = languages;
  const english = all.find(([name]) => name === fallback)?.[1];
  return { ...Object.fromEntries(all), ...(english ? { 'x-default': english } : {}) };
}
