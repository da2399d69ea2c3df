import { defineDocuments, defineLocations, type PresentationPluginOptions } from 'sanity/presentation';
import {
  articleLocations,
  coverageLocations,
  eventLocations,
  frontPageLocations,
  pageLocations,
  prefix,
  sectionLocations,
  updateLocations,
} from './document-locations.ts';

/** Which document each page of the site is about, in one language. */
const ofEachLanguage = (language: 'en' | 'es') => {
  const bySlug = (type: string) => `_type == "${type}" && language == "${language}" && slug.current == $slug`;
  return [
    { route: prefix(language) || '/', filter: `_id == "frontPage-${language}"` },
    { route: `${prefix(language)}/articles/:slug`, filter: bySlug('article') },
    { route: `${prefix(language)}/pages/:slug`, filter: bySlug('page') },
    {
      route: [`${prefix(language)}/live/:slug`, `${prefix(language)}/live/:slug/page/:n`],
      filter: bySlug('liveCoverage'),
    },
    {
      route: `${prefix(language)}/events/:slug`,
      filter: '_type == "event" && slug.current == $slug',
    },
    {
      route: [`${prefix(language)}/sections/:slug`, `${prefix(language)}/sections/:slug/page/:n`],
      filter: '_type == "section" && slug.current == $slug',
    },
  ];
};

/** The site with drafts beside the document that they are written in. */
export const presentation: PresentationPluginOptions = {
  title: 'Presentation',
  // A shared link would show drafts to whoever holds it, until somebody thinks of taking it back.
  previewUrl: { initial: '/', previewMode: { enable: '/api/draft', shareAccess: false } },
  resolve: {
    mainDocuments: defineDocuments([...ofEachLanguage('en'), ...ofEachLanguage('es')]),
    locations: {
      article: defineLocations({
        select: {
          headline: 'headline',
          slug: 'slug.current',
          language: 'language',
          section: 'section.slug.current',
          sectionTitle: 'section.title.en',
        },
        resolve: articleLocations,
      }),
      section: defineLocations({
        select: { title: 'title.en', slug: 'slug.current' },
        resolve: sectionLocations,
      }),
      event: defineLocations({
        select: { title: 'title.en', slug: 'slug.current' },
        resolve: eventLocations,
      }),
      liveCoverage: defineLocations({
        select: { title: 'headline', slug: 'slug.current', language: 'language' },
        resolve: coverageLocations,
      }),
      liveUpdate: defineLocations({
        select: {
          id: '_id',
          title: 'coverage.headline',
          slug: 'coverage.slug.current',
          language: 'coverage.language',
        },
        resolve: updateLocations,
      }),
      page: defineLocations({
        select: { title: 'title', slug: 'slug.current', language: 'language' },
        resolve: pageLocations,
      }),
      frontPage: defineLocations({ select: { language: 'language' }, resolve: frontPageLocations }),
      siteSettings: defineLocations({
        message: 'Every page shows something of the settings.',
        tone: 'caution',
      }),
    },
  },
};
