import { WarningOutlineIcon } from '@sanity/icons/WarningOutline';
import { defineField, defineType } from 'sanity';

export const correction = defineType({
  name: 'correction',
  title: 'Correction',
  icon: WarningOutlineIcon,
  type: 'object',
  fields: [
    defineField({
      name: 'text',
      title: 'What was wrong and what is right',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Say what was wrong and what is right.'),
    }),
    defineField({
      name: 'date',
      title: 'Date',
      type: 'datetime',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('A correction needs a date.'),
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {
        list: [
          { title: 'Correction: a fact was wrong', value: 'correction' },
          { title: 'Clarification: it could be misread', value: 'clarification' },
          { title: 'Update: something happened since', value: 'update' },
        ],
      },
      initialValue: 'correction',
      validation: (rule) => rule.required().error('Say what kind of correction this is.'),
    }),
  ],
  preview: { select: { title: 'text', subtitle: 'kind' } },
});
