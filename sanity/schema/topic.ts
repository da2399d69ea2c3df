import { TagIcon } from '@sanity/icons/Tag';
import { defineField, defineType } from 'sanity';
import { bothLanguages } from './both-languages.ts';
import { slugField } from './slug-field.ts';

export const topic = defineType({
  name: 'topic',
  title: 'Topic',
  icon: TagIcon,
  description: 'What articles are about.',
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
  ],
  orderings: [{ name: 'name', title: 'Name', by: [{ field: 'title.en', direction: 'asc' }] }],
  preview: { select: { title: 'title.en', subtitle: 'title.es' } },
});
