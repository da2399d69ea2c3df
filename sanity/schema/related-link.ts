import { LinkIcon } from '@sanity/icons/Link';
import { defineField, defineType } from 'sanity';

export const relatedLink = defineType({
  name: 'relatedLink',
  title: 'Related link',
  icon: LinkIcon,
  description: 'A line in the text that leads to another article.',
  type: 'object',
  fields: [
    defineField({
      name: 'article',
      title: 'Article',
      type: 'reference',
      to: [{ type: 'article' }],
      validation: (rule) => rule.required().error('Choose the article.'),
    }),
  ],
  preview: {
    select: { title: 'article.headline', media: 'article.hero.image' },
    prepare: ({ title, media }) => ({ title, subtitle: 'Related link', media }),
  },
});
