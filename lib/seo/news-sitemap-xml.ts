import type { Language } from '#lib/i18n/language.ts';
import { xmlText } from './xml-text.ts';

export type NewsEntry = { url: string; language: Language; headline: string; firstPublishedAt: string };

const spaces = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
].join(' ');

/** Headlines only: of what is behind a wall, nothing else is said either. */
export function newsSitemapXml(entries: NewsEntry[], paper: string): string {
  const parts = entries.map(({ url, language, headline, firstPublishedAt }) => {
    const publication = `<news:publication><news:name>${xmlText(paper)}</news:name><news:language>${language}</news:language></news:publication>`;
    const date = `<news:publication_date>${xmlText(firstPublishedAt)}</news:publication_date>`;
    const title = `<news:title>${xmlText(headline)}</news:title>`;
    return `<url><loc>${xmlText(url)}</loc><news:news>${publication}${date}${title}</news:news></url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${parts.join('')}</urlset>\n`;
}
