import { DocumentsIcon } from '@sanity/icons/Documents';
import { defineArrayMember, defineField } from 'sanity';
import { safeHref } from './safe-href.ts';

/** Running text: paragraphs, headings, quotes and lists with links. */
export const textBlock = defineArrayMember({
  type: 'block',
  styles: [
    { title: 'Paragraph', value: 'normal' },
    { title: 'Heading', value: 'h2' },
    { title: 'Small heading', value: 'h3' },
    { title: 'Quote', value: 'blockquote' },
  ],
  lists: [
    { title: 'Bullets', value: 'bullet' },
    { title: 'Numbers', value: 'number' },
  ],
  marks: {
    decorators: [
      { title: 'Strong', value: 'strong' },
      { title: 'Emphasis', value: 'em' },
    ],
    annotations: [
      {
        name: 'link',
        title: 'Link',
        type: 'object',
        fields: [
          defineField({
            name: 'href',
            title: 'Address',
            type: 'string',
            validation: (rule) => [rule.required().error('A link needs an address.'), rule.custom(safeHref)],
          }),
        ],
      },
      {
        name: 'articleLink',
        title: 'Link to an article',
        icon: DocumentsIcon,
        type: 'object',
        fields: [
          defineField({
            name: 'article',
            title: 'Article',
            description: 'The link follows the article when its slug changes.',
            type: 'reference',
            to: [{ type: 'article' }],
            validation: (rule) => rule.required().error('Choose the article.'),
          }),
        ],
      },
    ],
  },
});
