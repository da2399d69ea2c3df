import { DoubleQuoteIcon } from '@sanity/icons/DoubleQuote';
import { defineField, defineType } from 'sanity';

export const pullQuote = defineType({
  name: 'pullQuote',
  title: 'Pull quote',
  icon: DoubleQuoteIcon,
  description: 'A sentence of the article set large. The quotation itself stays in the text.',
  type: 'object',
  fields: [
    defineField({
      name: 'text',
      title: 'Words',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('A pull quote needs its words.'),
    }),
    defineField({ name: 'attribution', title: 'Who said it', type: 'string' }),
  ],
  preview: { select: { title: 'text', subtitle: 'attribution' } },
});
