import { defineArrayMember, defineField } from 'sanity';
import { fitsLists } from './fits-lists.ts';

/** Which newsletters an article goes out with. Whether it has gone out is the site's to know, not the document's. */
export const articleNewsletter = defineField({
  name: 'newsletter',
  title: 'Newsletter',
  type: 'object',
  group: 'newsletter',
  fields: [
    defineField({
      name: 'send',
      title: 'Goes out by mail',
      description: 'Each list sends an article once: to publish it again mails nobody again.',
      type: 'boolean',
      initialValue: true,
    }),
    defineField({
      name: 'lists',
      title: 'Lists',
      description:
        'Left empty, every daily and weekly list of its language and section takes it along. A list that sends each article at once sends it only when it is named here.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{ type: 'newsletterList' }],
          options: {
            filter: ({ document }) => ({
              filter: 'language == $language',
              params: { language: document.language ?? 'en' },
            }),
          },
        }),
      ],
      hidden: ({ parent }) => parent?.send === false,
      validation: (rule) => [rule.unique().error('A list is chosen twice.'), rule.custom(fitsLists)],
    }),
    defineField({
      name: 'subject',
      title: 'Subject',
      description: 'Of a mail that holds this article alone. The headline, if left empty.',
      type: 'string',
      hidden: ({ parent }) => parent?.send === false,
      validation: (rule) => rule.max(110).error('A subject has at most 110 characters.'),
    }),
  ],
});
