import { WarningOutlineIcon } from '@sanity/icons/WarningOutline';
import { defineField, defineType } from 'sanity';

export const correctionNote = defineType({
  name: 'correctionNote',
  title: 'Correction in the text',
  icon: WarningOutlineIcon,
  description: 'Stands where the mistake stood.',
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
      title: 'Corrected on',
      type: 'datetime',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('A correction needs a date.'),
    }),
  ],
  preview: { select: { title: 'text', subtitle: 'date' } },
});
