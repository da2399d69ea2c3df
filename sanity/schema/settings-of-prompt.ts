import { defineArrayMember, defineField } from 'sanity';
import { bothLanguages } from './both-languages.ts';

const group = 'subscribing';

/** The form that stands under every article, and the prompt that brings it to the reader. */
export const settingsOfPrompt = [
  defineField({
    name: 'subscribeForm',
    title: 'Form',
    description: 'Stands in the page and in the prompt. {name} becomes the name of the paper.',
    type: 'object',
    group,
    fields: [
      defineField({
        name: 'heading',
        title: 'Heading',
        type: 'localeString',
        validation: (rule) => rule.custom(bothLanguages),
      }),
      defineField({ name: 'sentence', title: 'Sentence', type: 'localeString' }),
      defineField({
        name: 'button',
        title: 'Button',
        type: 'localeString',
        validation: (rule) => rule.custom(bothLanguages),
      }),
    ],
  }),
  defineField({
    name: 'prompt',
    title: 'Prompt',
    description:
      'The soft invitation on an open article. It comes at the earlier of the two, time or scroll.',
    type: 'object',
    group,
    fields: [
      defineField({ name: 'enabled', title: 'On', type: 'boolean', initialValue: true }),
      defineField({
        name: 'delaySeconds',
        title: 'After so many seconds',
        type: 'number',
        initialValue: 60,
        validation: (rule) => rule.required().min(0).error('Give the seconds, from 0.'),
      }),
      defineField({
        name: 'scrollPercent',
        title: 'After so much of the article, in per cent',
        type: 'number',
        initialValue: 50,
        validation: (rule) => rule.required().min(1).max(100).error('Give a number from 1 to 100.'),
      }),
      defineField({
        name: 'minArticlesRead',
        title: 'Articles read before it may come',
        type: 'number',
        initialValue: 0,
        validation: (rule) => rule.required().integer().min(0).error('Give a whole number from 0.'),
      }),
      defineField({
        name: 'repeatAfterDays',
        title: 'Days until it may come again',
        type: 'number',
        initialValue: 1,
        validation: (rule) => rule.required().min(0).error('Give the days, from 0.'),
      }),
      defineField({
        name: 'maxDismissals',
        title: 'Gone for good after so many dismissals',
        type: 'number',
        initialValue: 5,
        validation: (rule) => rule.required().integer().min(1).error('Give a whole number from 1.'),
      }),
      defineField({
        name: 'excludedSections',
        title: 'Never in these sections',
        type: 'array',
        of: [defineArrayMember({ type: 'reference', to: [{ type: 'section' }] })],
        validation: (rule) => rule.unique().error('A section is listed twice.'),
      }),
      defineField({
        name: 'sentence',
        title: 'Sentence',
        description:
          'While the archive rule is off there is no archive to promise: then the form’s sentence stands here.',
        type: 'localeString',
        validation: (rule) => rule.custom(bothLanguages),
      }),
      defineField({
        name: 'continueLabel',
        title: 'Words of the way out',
        type: 'localeString',
        validation: (rule) => rule.custom(bothLanguages),
      }),
    ],
  }),
];
