import { StackIcon } from '@sanity/icons/Stack';
import { defineField, defineType } from 'sanity';
import { bothLanguages } from './both-languages.ts';
import { slugField } from './slug-field.ts';

export const section = defineType({
  name: 'section',
  title: 'Section',
  icon: StackIcon,
  description: 'A part of the paper. Every article belongs to one.',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      type: 'localeString',
      validation: (rule) => rule.custom(bothLanguages),
    }),
    slugField('title.en'),
    defineField({ name: 'description', title: 'What it is, in one line', type: 'localeText' }),
    defineField({
      name: 'order',
      title: 'Order',
      description: 'Small numbers come first.',
      type: 'number',
      validation: (rule) => rule.required().integer().min(0).error('Give a whole number from 0.'),
    }),
  ],
  orderings: [{ name: 'order', title: 'Order of the paper', by: [{ field: 'order', direction: 'asc' }] }],
  preview: { select: { title: 'title.en', subtitle: 'title.es' } },
});
