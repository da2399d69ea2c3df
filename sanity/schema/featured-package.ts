import { PackageIcon } from '@sanity/icons/Package';
import { defineArrayMember, defineField, defineType } from 'sanity';
import { ofThisLanguage } from './of-this-language.ts';

/** Articles that belong together, under one headline of their own. */
export const featuredPackage = defineType({
  name: 'featuredPackage',
  title: 'Package',
  icon: PackageIcon,
  type: 'object',
  fields: [
    defineField({
      name: 'title',
      title: 'Headline of the package',
      type: 'string',
      validation: (rule) => [
        rule.required().error('A package needs a headline of its own.'),
        rule.max(80).error('A package has room for a headline of 80 characters.'),
      ],
    }),
    defineField({
      name: 'standfirst',
      title: 'One sentence',
      description: 'What holds the articles together.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.max(200).error('There is room for 200 characters.'),
    }),
    defineField({
      name: 'articles',
      title: 'Articles',
      description: 'Two to five. The first one shows its picture.',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'article' }], options: ofThisLanguage })],
      validation: (rule) => [
        rule.required().min(2).error('A package has at least two articles.'),
        rule.max(5).error('There is room for five.'),
        rule.unique().error('An article is listed twice.'),
      ],
    }),
  ],
  preview: {
    select: { title: 'title', first: 'articles.0.headline', media: 'articles.0.hero.image' },
    prepare: ({ title, first, media }) => ({ title: title ?? 'No headline yet', subtitle: first, media }),
  },
});
