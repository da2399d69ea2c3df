import { defineField } from 'sanity';

const group = 'access';

/** What stands under a preview, and when articles close. */
export const settingsOfWall = [
  defineField({
    name: 'wall',
    title: 'Wall',
    description: 'Stands under the preview of an article that asks for a subscription.',
    type: 'object',
    group,
    fields: [
      defineField({ name: 'heading', title: 'Heading', type: 'localeString' }),
      defineField({ name: 'sentence', title: 'Sentence', type: 'localeString' }),
      defineField({
        name: 'previewParagraphs',
        title: 'Paragraphs in a preview',
        description: 'Where the article has no paywall break.',
        type: 'number',
        initialValue: 3,
        validation: (rule) => rule.required().integer().min(0).error('Give a whole number from 0.'),
      }),
    ],
  }),
  defineField({
    name: 'meter',
    title: 'Meter',
    type: 'object',
    group,
    fields: [
      defineField({
        name: 'freeArticles',
        title: 'Free subscriber-only articles a month',
        type: 'number',
        initialValue: 0,
        validation: (rule) => rule.integer().min(0).error('Give a whole number from 0.'),
      }),
    ],
  }),
  defineField({
    name: 'archiveRule',
    title: 'Archive rule',
    description: 'Articles with default access close when they are older than this.',
    type: 'object',
    group,
    fields: [
      defineField({ name: 'enabled', title: 'On', type: 'boolean', initialValue: true }),
      defineField({
        name: 'days',
        title: 'Days',
        type: 'number',
        initialValue: 365,
        validation: (rule) => rule.required().integer().min(1).error('Give a whole number from 1.'),
      }),
    ],
  }),
];
