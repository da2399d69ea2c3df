import { ImagesIcon } from '@sanity/icons/Images';
import { defineArrayMember, defineField, defineType } from 'sanity';

export const gallery = defineType({
  name: 'gallery',
  title: 'Gallery',
  icon: ImagesIcon,
  type: 'object',
  fields: [
    defineField({
      name: 'figures',
      title: 'Pictures',
      type: 'array',
      of: [defineArrayMember({ type: 'figure' })],
      validation: (rule) => rule.required().min(2).error('A gallery has at least two pictures.'),
    }),
  ],
  preview: {
    select: { figures: 'figures', media: 'figures.0.image' },
    prepare: ({ figures, media }) => ({
      title: 'Gallery',
      subtitle: `${Object.keys(figures ?? {}).length} pictures`,
      media,
    }),
  },
});
