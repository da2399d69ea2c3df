import { HomeIcon } from '@sanity/icons/Home';
import { defineArrayMember, defineField, defineType } from 'sanity';
import { languageField } from './language-field.ts';
import { ofThisLanguage } from './of-this-language.ts';

const articleReference = defineArrayMember({
  type: 'reference',
  to: [{ type: 'article' }],
  options: ofThisLanguage,
});

/** What an editor puts first. What is left open is filled with the newest; no article shows twice. */
export const frontPage = defineType({
  name: 'frontPage',
  title: 'Front page',
  icon: HomeIcon,
  type: 'document',
  fields: [
    { ...languageField(), readOnly: true },
    defineField({
      name: 'breaking',
      title: 'Breaking',
      description: 'A bar above everything. Empty it when the news is no longer breaking.',
      type: 'object',
      options: { collapsible: true },
      fields: [
        defineField({
          name: 'text',
          title: 'Words',
          type: 'string',
          validation: (rule) => rule.max(110).error('The bar holds at most 110 characters.'),
        }),
        defineField({
          name: 'article',
          title: 'Article',
          type: 'reference',
          to: [{ type: 'article' }],
          options: ofThisLanguage,
        }),
      ],
    }),
    defineField({
      name: 'lead',
      title: 'Lead',
      description: 'The article of the day.',
      type: 'reference',
      to: [{ type: 'article' }],
      options: ofThisLanguage,
    }),
    defineField({
      name: 'leadRelated',
      title: 'Under the lead',
      description: 'Up to two lines.',
      type: 'array',
      of: [articleReference],
      validation: (rule) => [
        rule.max(2).error('There is room for two.'),
        rule.unique().error('An article is listed twice.'),
      ],
    }),
    defineField({
      name: 'seconds',
      title: 'Beside the lead',
      description: 'Up to three.',
      type: 'array',
      of: [articleReference],
      validation: (rule) => [
        rule.max(3).error('There is room for three.'),
        rule.unique().error('An article is listed twice.'),
      ],
    }),
    defineField({
      name: 'packages',
      title: 'Packages',
      description: 'Articles on one matter, under the lead. Up to two; take one away when it is over.',
      type: 'array',
      of: [defineArrayMember({ type: 'featuredPackage' })],
      validation: (rule) => rule.max(2).error('There is room for two packages.'),
    }),
    defineField({
      name: 'sections',
      title: 'Sections, in this order',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'section' }] })],
      validation: (rule) => rule.unique().error('A section is listed twice.'),
    }),
    defineField({
      name: 'opinion',
      title: 'Opinion',
      type: 'array',
      of: [articleReference],
      validation: (rule) => rule.unique().error('An article is listed twice.'),
    }),
  ],
  preview: {
    select: { language: 'language', lead: 'lead.headline', media: 'lead.hero.image' },
    prepare: ({ language, lead, media }) => ({
      title: language === 'es' ? 'Spanish front page' : 'English front page',
      subtitle: lead,
      media,
    }),
  },
});
