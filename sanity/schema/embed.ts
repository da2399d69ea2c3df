import { PlayIcon } from '@sanity/icons/Play';
import { defineField, defineType } from 'sanity';

export const embed = defineType({
  name: 'embed',
  title: 'Embed',
  icon: PlayIcon,
  description: 'A video, map or document of another site. Readers load it only when they ask for it.',
  type: 'object',
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      validation: (rule) => [
        rule.required().error('An embed needs an address.'),
        rule.uri({ scheme: ['https'] }).error('Only addresses that begin with https:// can be embedded.'),
      ],
    }),
    defineField({
      name: 'title',
      title: 'What it is',
      description: 'Read aloud to those who cannot see it, and shown before it is loaded.',
      type: 'string',
      validation: (rule) => rule.required().error('Say what this shows.'),
    }),
    defineField({
      name: 'picture',
      title: 'Picture',
      description: 'Stands in its place until a reader asks for it. A still that we may print.',
      type: 'figure',
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'url', media: 'picture.image' } },
});
