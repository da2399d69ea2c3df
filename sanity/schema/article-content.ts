import { defineArrayMember, defineField } from 'sanity';
import { bodyMembers } from './body-members.ts';
import { languageField } from './language-field.ts';
import { onePaywallBreak } from './one-paywall-break.ts';
import { slugField } from './slug-field.ts';
import { translationOfField } from './translation-of-field.ts';

const group = 'content';

/** What a reader reads. */
export const articleContent = [
  languageField(group),
  defineField({
    name: 'headline',
    title: 'Headline',
    type: 'string',
    group,
    validation: (rule) => [
      rule.required().error('An article needs a headline.'),
      rule.min(10).error('A headline has at least 10 characters.'),
      rule.max(110).error('A headline has at most 110 characters: longer ones are cut off elsewhere.'),
    ],
  }),
  defineField({
    name: 'standfirst',
    title: 'Standfirst',
    description: 'One or two sentences under the headline. Lists, feeds and search results show them too.',
    type: 'text',
    rows: 3,
    group,
    validation: (rule) => [
      rule.required().error('An article needs a standfirst: lists and search results show it.'),
      rule.min(40).error('A standfirst has at least 40 characters.'),
      rule.max(260).error('A standfirst has at most 260 characters.'),
    ],
  }),
  slugField('headline', group),
  defineField({
    name: 'kind',
    title: 'Kind',
    type: 'string',
    group,
    options: {
      list: [
        { title: 'News', value: 'news' },
        { title: 'Analysis', value: 'analysis' },
        { title: 'Opinion', value: 'opinion' },
        { title: 'Brief', value: 'brief' },
      ],
      layout: 'radio',
      direction: 'horizontal',
    },
    initialValue: 'news',
    validation: (rule) => rule.required().error('Say what kind of article this is.'),
  }),
  defineField({ name: 'dateline', title: 'Dateline', type: 'dateline', group }),
  defineField({
    name: 'bylines',
    title: 'Bylines',
    description: 'In the order in which they are printed.',
    type: 'array',
    group,
    of: [defineArrayMember({ type: 'byline' })],
    validation: (rule) => rule.required().min(1).error('Say who wrote this: a person or a desk.'),
  }),
  defineField({
    name: 'bylineText',
    title: 'Byline as printed',
    description: 'Only where the names alone do not do, for example “A staff report”.',
    type: 'string',
    group,
  }),
  defineField({
    name: 'hero',
    title: 'Picture at the top',
    description: 'An article without a picture is set as type; nothing grey takes its place.',
    type: 'figure',
    group,
  }),
  defineField({
    name: 'body',
    title: 'Text',
    type: 'array',
    group,
    of: [...bodyMembers, defineArrayMember({ type: 'paywallBreak' })],
    validation: (rule) => [
      rule.required().min(1).error('An article needs a text.'),
      rule.custom(onePaywallBreak),
    ],
  }),
  translationOfField('article', group),
];
