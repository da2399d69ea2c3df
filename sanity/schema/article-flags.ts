import { defineField } from 'sanity';

const flag = (name: string, title: string, description: string) =>
  defineField({ name, title, description, type: 'boolean', initialValue: false });

/** What a reader never sees: marks for machines, holds, notes. */
export const articleFlags = [
  defineField({
    name: 'flags',
    title: 'Flags',
    type: 'object',
    group: 'flags',
    fields: [
      flag('sensitive', 'Sensitive', 'Says so above the text; never with a joke or an offer beside it.'),
      flag(
        'legalHold',
        'Legal hold',
        'Out of sight until the lawyers are done. The address answers as unknown.',
      ),
      flag('withdrawn', 'Withdrawn', 'Taken back for good. The address says so for ever.'),
      flag('hideFromNewsSitemap', 'Hide from the news sitemap', 'News search engines do not hear of it.'),
    ],
  }),
  defineField({
    name: 'editorNote',
    title: 'Note among editors',
    description: 'Never leaves Studio.',
    type: 'text',
    rows: 3,
    group: 'flags',
  }),
  defineField({
    name: 'previousSlugs',
    title: 'Earlier slugs',
    description: 'Old addresses lead here. Written by itself when a changed slug is published.',
    type: 'array',
    of: [{ type: 'string' }],
    group: 'seo',
    readOnly: true,
    hidden: ({ value }) => !value?.length,
  }),
];
