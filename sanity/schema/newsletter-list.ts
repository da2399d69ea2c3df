import { EnvelopeIcon } from '@sanity/icons/Envelope';
import { defineArrayMember, defineField, defineType } from 'sanity';
import { bothLanguages } from './both-languages.ts';
import { languageField } from './language-field.ts';
import { slugField } from './slug-field.ts';
import { timeZoneField } from './time-zone-field.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const newsletterList = defineType({
  name: 'newsletterList',
  title: 'Newsletter list',
  icon: EnvelopeIcon,
  description: 'What a subscriber can choose to get by mail.',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      type: 'localeString',
      validation: (rule) => rule.custom(bothLanguages),
    }),
    slugField('title.en'),
    languageField(),
    defineField({
      name: 'cadence',
      title: 'Cadence',
      type: 'string',
      options: {
        list: [
          { title: 'Instant: with every article sent', value: 'instant' },
          { title: 'Daily', value: 'daily' },
          { title: 'Weekly', value: 'weekly' },
        ],
      },
      validation: (rule) => rule.required().error('Say how often it goes out.'),
    }),
    defineField({
      name: 'hour',
      title: 'Hour',
      description: 'Of the day, 0 to 23, in the time zone below.',
      type: 'number',
      hidden: ({ document }) => document?.cadence === 'instant',
      validation: (rule) => rule.integer().min(0).max(23).error('Give an hour from 0 to 23.'),
    }),
    defineField({
      name: 'weekday',
      title: 'Day',
      type: 'string',
      options: { list: weekdays.map((title) => ({ title, value: title.toLowerCase() })) },
      hidden: ({ document }) => document?.cadence !== 'weekly',
    }),
    timeZoneField,
    defineField({
      name: 'sections',
      title: 'Sections',
      description: 'Only articles of these; all, if left empty.',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'section' }] })],
      validation: (rule) => rule.unique().error('A section is listed twice.'),
    }),
    defineField({
      name: 'isDefault',
      title: 'For everybody who does not choose',
      description: 'Ticked beforehand in forms that offer a choice, and taken by those that offer none.',
      type: 'boolean',
      initialValue: false,
    }),
  ],
  validation: (rule) =>
    rule.custom((list) => {
      if (!list) return true;
      const { cadence, hour, weekday } = list;
      if (cadence !== 'instant' && typeof hour !== 'number') {
        return { message: 'Say at which hour it goes out.', path: ['hour'] };
      }
      if (cadence === 'weekly' && !weekday) {
        return { message: 'Say on which day it goes out.', path: ['weekday'] };
      }
      return true;
    }),
  preview: { select: { title: 'title.en', subtitle: 'cadence' } },
});
