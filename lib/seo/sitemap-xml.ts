import type { Language } from '#lib/i18n/language.ts';
import { languages } from '#lib/i18n/language.ts';
import { xmlText } from './xml-text.ts';

/** Addresses are absolute. */
export type MapEntry = {
  url: string;
  lastModified?: string;
  /** The same page in other languages. */
  alternates: { language: Language; url: string }[];
  language: Language;
  images: string[];
};

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export function sitemapIndexXml(urls: string[]): string {
  const parts = urls.map((url) => `<sitemap><loc>${xmlText(url)}</loc></sitemap>\n`);
  return `${head}<sitemapindex xmlns="${protocol}">\n${parts.join('')}</sitemapindex>\n`;
}

/** The protocol of sitemaps.org with Google's extensions for pictures and languages. */
export function sitemapXml(entries: MapEntry[]): string {
  const spaces = [
    `xmlns="${protocol}"`,
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
    'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
  ];
  return `${head}<urlset ${spaces.join(' ')}>\n${entries.map(entryXml).join('')}</urlset>\n`;
}

function entryXml({ url, lastModified, language, alternates, images }: MapEntry): string {
  const modified = lastModified ? `<lastmod>${xmlText(lastModified)}</lastmod>` : '';
  const pictures = images.map(
    (image) => `<image:image><image:loc>${xmlText(image)}</image:loc></image:image>`,
  );
  return `<url><loc>${xmlText(url)}</loc>${modified}${languageLinks({ url, language, alternates })}${pictures.join('')}</url>\n`;
}

/** Each language names all of them, itself among them, or search engines trust none of it. */
function languageLinks({
  url,
  language,
  alternates,
}: Pick<MapEntry, 'url' | 'language' | 'alternates'>): string {
  if (alternates.length === 0) return '';
  const all = [{ language, url }, ...alternates].toSorted(
    (a, b) => languages.indexOf(a.language) - languages.indexOf(b.language),
  );
  const english = all.find((one) => one.language === languages[0]);
  const named = all.map((one) => [String(one.language), one.url] as const);
  return [...named, ...(english ? [['x-default', english.url] as const] : [])]
    .map(([name, href]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${xmlText(href)}"/>`)
    .join('');
}
