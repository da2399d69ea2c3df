import { ImageIcon } from '@sanity/icons/Image';
import { defineField, defineType } from 'sanity';
import { pictureHasWords } from './picture-has-words.ts';

/** A picture with its words: what pages need to show it to everybody and to say whose it is. */
export const figure = defineType({
  name: 'figure',
  title: 'Picture',
  icon: ImageIcon,
  type: 'object',
  fields: [
    defineField({
      name: 'image',
      title: 'Picture',
      description: 'Set the hotspot on what must stay visible when the picture is cropped.',
      type: 'image',
      options: { hotspot: true },
    }),
    defineField({
      name: 'alt',
      title: 'Alternative text',
      description: 'What the picture shows, for readers who cannot see it. Not the caption.',
      type: 'string',
    }),
    defineField({ name: 'caption', title: 'Caption', type: 'text', rows: 2 }),
    defineField({ name: 'credit', title: 'Credit', description: 'Who made it, as printed.', type: 'string' }),
    defineField({ name: 'source', title: 'Source', description: 'Where it came from.', type: 'string' }),
    defineField({
      name: 'licence',
      title: 'Licence',
      description: 'What allows us to print it.',
      type: 'string',
    }),
  ],
  validation: (rule) => rule.custom(pictureHasWords),
  preview: {
    select: { title: 'alt', subtitle: 'caption', media: 'image' },
  },
});
