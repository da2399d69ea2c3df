import { defineArrayMember, defineField } from 'sanity';

/** Who may read the whole of an article, and who is told about it by mail. */
export const articleAccess = [
  defineField({
    name: 'access',
    title: 'Access',
    type: 'object',
    group: 'access',
    fields: [
      defineField({
        name: 'level',
        title: 'What it asks of its reader',
        type: 'string',
        options: {
          list: [
            { title: 'Default: open, closes with the archive rule', value: 'default' },
            { title: 'Public: never closes', value: 'public' },
            { title: 'Subscribers: always asks', value: 'subscribers' },
          ],
          layout: 'radio',
        },
        initialValue: 'default',
        validation: (rule) => rule.required().error('Choose what the article asks of its reader.'),
      }),
      defineField({
        name: 'giftable',
        title: 'Subscribers may give it away',
        description: 'Switched off, links that were given before open it no more.',
        type: 'boolean',
        initialValue: true,
      }),
    ],
  }),
  defineField({
    name: 'newsletter',
    title: 'Newsletter',
    type: 'object',
    group: 'newsletter',
    fields: [
      defineField({
        name: 'send',
        title: 'Send this article',
        description: 'To the lists below, when it is published or with their next edition.',
        type: 'boolean',
        initialValue: false,
      }),
      defineField({
        name: 'lists',
        title: 'Lists',
        type: 'array',
        of: [defineArrayMember({ type: 'reference', to: [{ type: 'newsletterList' }] })],
        hidden: ({ parent }) => !parent?.send,
        validation: (rule) => rule.unique().error('A list is chosen twice.'),
      }),
      defineField({
        name: 'subject',
        title: 'Subject',
        description: 'The headline, if left empty.',
        type: 'string',
        hidden: ({ parent }) => !parent?.send,
        validation: (rule) => rule.max(110).error('A subject has at most 110 characters.'),
      }),
    ],
    validation: (rule) =>
      rule.custom((value?: { send?: boolean; lists?: unknown[] }) =>
        value?.send && !value.lists?.length
          ? { message: 'Choose at least one list, or do not send.', path: ['lists'] }
          : true,
      ),
  }),
];
