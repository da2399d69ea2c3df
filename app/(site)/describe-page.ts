import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { type Alternate, pageMetadata } from '#lib/seo/page-metadata.ts';

/** The site as metadata and JSON-LD name it. */
export async function siteFor(language: Language) {
  const settings = await cachedSettings(language);
  return { url: config().SITE_URL, name: settings.name, tagline: settings.tagline };
}

type Described = {
  title?: string;
  description?: string | null;
  language: Language;
  path: string;
  alternates?: Alternate[];
  feedOf?: string;
};

/** The metadata of a page that is no article; without a title of its own it is the front page. */
export async function describePage({ title, description, alternates = [], ...page }: Described) {
  const site = await siteFor(page.language);
  return pageMetadata(
    { ...page, title: title ?? site.name, description: description ?? site.tagline, alternates },
    site,
  );
}

/** An answer without a page has a name, and no place in search engines. */
export async function missingMetadata(language: Language) {
  const site = await siteFor(language);
  return { title: `${textsFor(language).missing.title} | ${site.name}`, robots: { index: false } };
}
