import { defineField } from 'sanity';

/** Who may read the whole of an article. */
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
];
