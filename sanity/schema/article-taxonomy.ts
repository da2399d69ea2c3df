import { defineArrayMember, defineField } from 'sanity';

const group = 'taxonomy';

/** Where an article belongs and what stands beside it. */
export const articleTaxonomy = [
  defineField({
    name: 'section',
    title: 'Section',
    type: 'reference',
    to: [{ type: 'section' }],
    // Nothing is published without it, so it also stands where an editor writes.
    group: ['content', group],
    validation: (rule) => rule.required().error('Choose the section this article belongs to.'),
  }),
  defineField({
    name: 'topics',
    title: 'Topics',
    description: 'What it is about. Shared topics are what makes articles related.',
    type: 'array',
    group,
    of: [defineArrayMember({ type: 'reference', to: [{ type: 'topic' }] })],
    validation: (rule) => rule.unique().error('A topic is listed twice.'),
  }),
  defineField({
    name: 'places',
    title: 'Places',
    description: 'Where it happens.',
    type: 'array',
    group,
    of: [defineArrayMember({ type: 'reference', to: [{ type: 'place' }] })],
    validation: (rule) => rule.unique().error('A place is listed twice.'),
  }),
  defineField({
    name: 'relatedPinned',
    title: 'Pinned related articles',
    description: 'These come first under the article; the rest is chosen by topic, place, section and date.',
    type: 'array',
    group,
    of: [
      defineArrayMember({
        type: 'reference',
        to: [{ type: 'article' }],
        options: {
          filter: ({ document }) => ({
            filter: 'language == $language',
            params: { language: document.language ?? 'en' },
          }),
        },
      }),
    ],
    validation: (rule) => rule.unique().error('An article is pinned twice.'),
  }),
  defineField({
    name: 'excludeFromRelated',
    title: 'Keep this out of related articles',
    type: 'boolean',
    group,
    initialValue: false,
  }),
];
