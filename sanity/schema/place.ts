import { MarkerIcon } from '@sanity/icons/Marker';
import { defineField, defineType } from 'sanity';
import { bothLanguages } from './both-languages.ts';
import { slugField } from './slug-field.ts';

export const place = defineType({
  name: 'place',
  title: 'Place',
  icon: MarkerIcon,
  description: 'Where things happen.',
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
