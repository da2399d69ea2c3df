import { UserIcon } from '@sanity/icons/User';
import { defineField, defineType } from 'sanity';

export const byline = defineType({
  name: 'byline',
  title: 'Byline',
  icon: UserIcon,
  type: 'object',
  fields: [
    defineField({
      name: 'person',
      title: 'Person',
      type: 'reference',
      to: [{ type: 'person' }],
      validation: (rule) => rule.required().error('Choose the person or the desk.'),
    }),
    defineField({
      name: 'role',
      title: 'Role in this article',
      description: 'For example “Reporting” or “Photographs”. Leave empty for the writer.',
      type: 'string',
    }),
  ],
  preview: { select: { title: 'person.name', subtitle: 'role', media: 'person.picture.image' } },
});
