import { articleSlug } from '../seed-many/many-documents.ts';

export type Question = { query: string; params: Record<string, unknown>; isAskedBySite: boolean };

const fields = `_id, headline, "section": section->{title}, "by": bylines[]{ "name": person->name }`;
const listable = 'flags.withdrawn != true && flags.legalHold != true';
const english = `_type == "article" && language == "en" && ${listable}`;
const newest = '| order(publishedAt desc, _id asc)';

/** What the site asks, in its words, and what it does not. */
export const questions = {
  articleBySlug: {
    query: `*[_type == "article" && language == "en" && slug.current == $slug][0...1]{${fields}}`,
    params: { slug: articleSlug(777) },
    isAskedBySite: true,
  },
  latestOfSection: {
    query: `*[section._ref == $section && ${english}] ${newest}[0...20]{${fields}}`,
    params: { section: 'many-section-3' },
    isAskedBySite: true,
  },
  related: {
    query: `*[references($terms) && ${english} && excludeFromRelated != true] ${newest}[0...60]{${fields}}`,
    // So many that the answer is full, 60 articles, at every size.
    params: {
      terms: [
        'many-topic-1',
        'many-topic-20',
        'many-topic-40',
        'many-topic-60',
        'many-place-4',
        'many-place-9',
      ],
    },
    isAskedBySite: true,
  },
  newest: {
    query: `*[${english}] ${newest}[0...20]{${fields}}`,
    params: {},
    isAskedBySite: true,
  },
  count: {
    query: `count(*[section._ref == $section && ${english}])`,
    params: { section: 'many-section-3' },
    isAskedBySite: true,
  },
  textMatch: {
    query: `*[_type == "article" && headline match "harbour*" && headline match "lighthouse*"] ${newest}[0...20]{headline}`,
    params: {},
    isAskedBySite: false,
  },
  bodyMatch: {
    query: `*[_type == "article" && pt::text(body) match "lighthouse" && headline match "77*"][0...20]._id`,
    params: {},
    isAskedBySite: false,
  },
  nextPageByDate: {
    query: `*[${english} && publishedAt < $last] ${newest}[0...20]{${fields}}`,
    params: { last: '2025-12-20T00:00:00.000Z' },
    isAskedBySite: false,
  },
  nextPageById: {
    query: `*[_id > $last] | order(_id)[0...20]{_id}`,
    params: { last: 'many-article-5' },
    isAskedBySite: false,
  },
} as const satisfies Record<string, Question>;
