import { defineField } from 'sanity';
import { slugFormat } from './slug-format.ts';
import { uniqueSlug } from './unique-slug.ts';

/** The last part of a page's address, made from the given field. */
export const slugField = (source: string, group?: string) =>
  defineField({
    name: 'slug',
    title: 'Slug',
    description: 'The last part of the address. Press Generate, then shorten it to the words that matter.',
    type: 'slug',
    ...(group ? { group } : {}),
    options: { source, maxLength: 96, isUnique: uniqueSlug },
    // One rule only: each further one would ask the lake about uniqueness again.
    validation: (rule) => rule.custom(slugFormat),
  });
