import { defineField, defineType } from 'sanity';

export const seo = defineType({
  name: 'seo',
  title: 'Search and sharing',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'For search results; the headline, if left empty.',
      type: 'string',
      validation: (rule) => rule.max(70).warning('Search results cut titles at about 70 characters.'),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'For search results; the standfirst, if left empty.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.max(170).warning('Search results cut descriptions at about 170 characters.'),
    }),
    defineField({
      name: 'image',
      title: 'Picture for sharing',
      description: 'The picture at the top, if left empty.',
      type: 'image',
      options: { hotspot: true },
    }),
    defineField({
      name: 'noindex',
      title: 'Keep out of search engines',
      type: 'boolean',
      initialValue: false,
    }),
  ],
});
