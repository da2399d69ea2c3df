import { InfoOutlineIcon } from '@sanity/icons/InfoOutline';
import { defineField, defineType } from 'sanity';
import { textBlock } from './text-block.ts';

export const factBox = defineType({
  name: 'factBox',
  title: 'Fact box',
  icon: InfoOutlineIcon,
  description: 'Background beside the text.',
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('A fact box needs a title.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'array',
      of: [textBlock],
      validation: (rule) => rule.required().min(1).error('A fact box needs a text.'),
    }),
  ],
  preview: { select: { title: 'title' }, prepare: ({ title }) => ({ title, subtitle: 'Fact box' }) },
});
