import { defineArrayMember, defineField } from 'sanity';
import { embargoInFuture } from './embargo-in-future.ts';

const group = 'times';

/** When an article came out, and what was put right since. */
export const articleTimes = [
  defineField({
    name: 'publishedAt',
    title: 'Published',
    description: 'Set by itself on the first publish.',
    type: 'datetime',
    group,
  }),
  defineField({
    name: 'firstPublishedAt',
    title: 'First published',
    description: 'Set once by the first publish.',
    type: 'datetime',
    group,
    readOnly: true,
  }),
  defineField({
    name: 'updatedAt',
    title: 'Updated',
    description: 'Set it when readers should know that something new is in it; not for a misplaced comma.',
    type: 'datetime',
    group,
  }),
  defineField({
    name: 'embargoUntil',
    title: 'Embargo until',
    description: 'A published article stays out of sight until then.',
    type: 'datetime',
    group,
    validation: (rule) => rule.custom(embargoInFuture),
  }),
  defineField({
    name: 'corrections',
    title: 'Corrections',
    description: 'Shown under the text, newest first.',
    type: 'array',
    group,
    of: [defineArrayMember({ type: 'correction' })],
  }),
];
