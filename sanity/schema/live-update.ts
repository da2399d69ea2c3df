import { CommentIcon } from '@sanity/icons/Comment';
import { defineArrayMember, defineField, defineType } from 'sanity';
import { textBlock } from './text-block.ts';

export const liveUpdate = defineType({
  name: 'liveUpdate',
  title: 'Live update',
  icon: CommentIcon,
  type: 'document',
  fields: [
    defineField({
      name: 'coverage',
      title: 'Live coverage',
      type: 'reference',
      to: [{ type: 'liveCoverage' }],
      validation: (rule) => rule.required().error('Choose the coverage this belongs to.'),
    }),
    defineField({
      name: 'headline',
      title: 'Headline',
      type: 'string',
      validation: (rule) =>
        rule.required().max(110).error('An update needs a headline of at most 110 characters.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'array',
      of: [textBlock, defineArrayMember({ type: 'figure' })],
    }),
    defineField({
      name: 'publishedAt',
      title: 'Time',
      type: 'datetime',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('An update needs its time.'),
    }),
    defineField({ name: 'keyMoment', title: 'Key moment', type: 'boolean', initialValue: false }),
    defineField({ name: 'pinned', title: 'Pinned to the top', type: 'boolean', initialValue: false }),
  ],
  orderings: [{ name: 'newest', title: 'Newest first', by: [{ field: 'publishedAt', direction: 'desc' }] }],
  preview: { select: { title: 'headline', subtitle: 'coverage.headline' } },
});
