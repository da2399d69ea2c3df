import { CalendarIcon } from '@sanity/icons/Calendar';
import { defineField, defineType } from 'sanity';
import { bothLanguages } from './both-languages.ts';
import { slugField } from './slug-field.ts';

export const event = defineType({
  name: 'event',
  title: 'Event',
  icon: CalendarIcon,
  description: 'What, where and when.',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'What',
      type: 'localeString',
      validation: (rule) => rule.custom(bothLanguages),
    }),
    slugField('title.en'),
    defineField({
      name: 'start',
      title: 'Begins',
      type: 'datetime',
      validation: (rule) => rule.required().error('Say when it begins.'),
    }),
    defineField({
      name: 'end',
      title: 'Ends',
      type: 'datetime',
      validation: (rule) =>
        rule.custom((end: string | undefined, { document }) => {
          const start = document?.start;
          return !end || typeof start !== 'string' || end >= start || 'It cannot end before it begins.';
        }),
    }),
    defineField({
      name: 'allDay',
      title: 'Whole days',
      description: 'Only the days count, not the hours; the day on which it ends is part of it.',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({
      name: 'state',
      title: 'State',
      type: 'string',
      options: {
        list: [
          { title: 'As planned', value: 'scheduled' },
          { title: 'Postponed', value: 'postponed' },
          { title: 'Cancelled', value: 'cancelled' },
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'scheduled',
    }),
    defineField({ name: 'place', title: 'Where', type: 'reference', to: [{ type: 'place' }] }),
    defineField({ name: 'description', title: 'Description', type: 'localeText' }),
    defineField({
      name: 'moreUrl',
      title: 'Page of whoever arranges it',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['https'] }).error('Begin the address with https://.'),
    }),
  ],
  orderings: [{ name: 'start', title: 'When it begins', by: [{ field: 'start', direction: 'asc' }] }],
  preview: { select: { title: 'title.en', subtitle: 'start' } },
});
