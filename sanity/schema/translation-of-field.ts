import { defineField } from 'sanity';
import { translatesEnglish } from './translates-english.ts';

/** The link from a Spanish document to its English original. */
export const translationOfField = (type: 'article' | 'page', group?: string) =>
  defineField({
    name: 'translationOf',
    title: 'Translation of',
    description: 'The English original. Readers can then switch between the two.',
    type: 'reference',
    to: [{ type }],
    ...(group ? { group } : {}),
    options: { filter: 'language == "en"' },
    hidden: ({ document, value }) => document?.language !== 'es' && !value,
    validation: (rule) => rule.custom(translatesEnglish),
  });
