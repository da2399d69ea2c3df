import { DocumentIcon } from '@sanity/icons/Document';
import { defineField, defineType } from 'sanity';
import { bodyMembers } from './body-members.ts';
import { languageField } from './language-field.ts';
import { slugField } from './slug-field.ts';
import { translationOfField } from './translation-of-field.ts';

export const page = defineType({
  name: 'page',
  title: 'Page',
  icon: DocumentIcon,
  description: 'What stands: about, privacy, corrections policy.',
  type: 'document',
  fields: [
    languageField(),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      validation: (rule) => rule.required().error('A page needs a title.'),
    }),
    slugField('title'),
    defineField({ name: 'standfirst', title: 'Standfirst', type: 'text', rows: 2 }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'array',
      of: bodyMembers,
      validation: (rule) => rule.required().min(1).error('A page needs a text.'),
    }),
    translationOfField('page'),
  ],
  preview: {
    select: { title: 'title', slug: 'slug.current', language: 'language' },
    prepare: ({ title, slug, language }) => ({
      title,
      subtitle: `${language === 'es' ? '/es' : ''}/pages/${slug ?? '…'}`,
    }),
  },
});
