import type { DocumentLocation } from 'sanity/presentation';

/** What an address in this language begins with. */
export function prefix(language: unknown): string {
  return language === 'es' ? '/es' : '';
}

const languageName = (language: unknown) => (language === 'es' ? 'Spanish' : 'English');

type Fields = Record<string, unknown> | null;
type Found = { locations: DocumentLocation[] } | { message: string; tone: 'caution' };

const noAddress: Found = { message: 'It has no address yet: give it a slug.', tone: 'caution' };

/** Where the site shows an article. This and the others get the few fields that presentation.ts selects. */
export function articleLocations(article: Fields): Found {
  if (typeof article?.slug !== 'string') return noAddress;
  const { slug, language, headline, section, sectionTitle } = article;
  const front = { title: `${languageName(language)} front page`, href: prefix(language) || '/' };
  const ofSection = { title: String(sectionTitle), href: `${prefix(language)}/sections/${section}` };
  return {
    locations: [
      { title: String(headline ?? 'No headline yet'), href: `${prefix(language)}/articles/${slug}` },
      ...(typeof section === 'string' ? [ofSection] : []),
      front,
    ],
  };
}

/** Where the site shows a document that is one for both languages. */
const inBothLanguages =
  (folder: string) =>
  (document: Fields): Found => {
    if (typeof document?.slug !== 'string') return noAddress;
    const { slug, title } = document;
    return {
      locations: ['en', 'es'].map((language) => ({
        title: `${title ?? slug}, ${languageName(language)}`,
        href: `${prefix(language)}/${folder}/${slug}`,
      })),
    };
  };

export const sectionLocations = inBothLanguages('sections');
export const eventLocations = inBothLanguages('events');

/** Where the site shows a document that is written in one language. */
const inItsLanguage =
  (folder: string) =>
  (document: Fields): Found => {
    if (typeof document?.slug !== 'string') return noAddress;
    const { slug, title, language } = document;
    return { locations: [{ title: String(title ?? slug), href: `${prefix(language)}/${folder}/${slug}` }] };
  };

export const pageLocations = inItsLanguage('pages');
export const coverageLocations = inItsLanguage('live');

export function updateLocations(update: Fields): Found {
  const found = coverageLocations(update);
  if (!('locations' in found) || typeof update?.id !== 'string') return found;
  const anchor = `#update-${update.id.replace(/^(?:drafts|versions\.[^.]+)\./, '')}`;
  return { locations: found.locations.map(({ title, href }) => ({ title, href: href + anchor })) };
}

export function frontPageLocations(front: Fields): Found {
  const language = front?.language;
  return { locations: [{ title: `${languageName(language)} front page`, href: prefix(language) || '/' }] };
}
