import { UserIcon } from '@sanity/icons/User';
import { defineArrayMember, defineField, defineType } from 'sanity';
import { slugField } from './slug-field.ts';

export const person = defineType({
  name: 'person',
  title: 'Person',
  icon: UserIcon,
  description: 'Who signs articles: somebody, or a desk.',
  type: 'document',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required().error('A byline needs a name.'),
    }),
    slugField('name'),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {
        list: [
          { title: 'Somebody', value: 'person' },
          { title: 'A desk', value: 'desk' },
        ],
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'person',
      validation: (rule) => rule.required().error('Say whether this is somebody or a desk.'),
    }),
    defineField({ name: 'role', title: 'Role at the paper', type: 'localeString' }),
    defineField({ name: 'bio', title: 'About', type: 'localeText' }),
    defineField({ name: 'picture', title: 'Picture', type: 'figure' }),
    defineField({
      name: 'sameAs',
      title: 'Elsewhere',
      description: 'Addresses of profiles that are theirs.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'url',
          validation: (rule) => rule.uri({ scheme: ['https'] }).error('Begin the address with https://.'),
        }),
      ],
    }),
  ],
  preview: { select: { title: 'name', subtitle: 'role.en', media: 'picture.image' } },
});
