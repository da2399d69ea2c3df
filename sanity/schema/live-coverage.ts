import { BoltIcon } from '@sanity/icons/Bolt';
import { defineField, defineType } from 'sanity';
import { languageField } from './language-field.ts';
import { slugField } from './slug-field.ts';

export const liveCoverage = defineType({
  name: 'liveCoverage',
  title: 'Live coverage',
  icon: BoltIcon,
  type: 'document',
  fields: [
    languageField(),
    defineField({
      name: 'headline',
      title: 'Headline',
      type: 'string',
      validation: (rule) => rule.required().min(10).max(110).error('A headline has 10 to 110 characters.'),
    }),
    slugField('headline'),
    defineField({
      name: 'standfirst',
      title: 'Standfirst',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().min(40).max(260).error('A standfirst has 40 to 260 characters.'),
    }),
    defineField({
      name: 'section',
      title: 'Section',
      type: 'reference',
      to: [{ type: 'section' }],
      validation: (rule) => rule.required().error('Choose the section.'),
    }),
    defineField({
      name: 'state',
      title: 'State',
      type: 'string',
      options: {
        list: [
          { title: 'Live', value: 'live' },
          { title: 'Archived', value: 'archived' },
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'live',
      validation: (rule) => rule.required().error('Say whether it is live.'),
    }),
    defineField({
      name: 'order',
      title: 'Order of updates',
      type: 'string',
      options: {
        list: [
          { title: 'Newest first', value: 'newest' },
          { title: 'Oldest first', value: 'oldest' },
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'newest',
    }),
  ],
  preview: { select: { title: 'headline', subtitle: 'state' } },
});
