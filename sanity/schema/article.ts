import { DocumentTextIcon } from '@sanity/icons/DocumentText';
import { defineField, defineType } from 'sanity';
import { articleAccess } from './article-access.ts';
import { articleContent } from './article-content.ts';
import { articleFlags } from './article-flags.ts';
import { articleNewsletter } from './article-newsletter.ts';
import { articleStatus } from './article-status.ts';
import { articleTaxonomy } from './article-taxonomy.ts';
import { articleTimes } from './article-times.ts';

/** A published piece. One document per language. */
export const article = defineType({
  name: 'article',
  title: 'Article',
  icon: DocumentTextIcon,
  type: 'document',
  groups: [
    { name: 'content', title: 'Content', default: true },
    { name: 'taxonomy', title: 'Section and topics' },
    { name: 'times', title: 'Times and corrections' },
    { name: 'access', title: 'Access' },
    { name: 'newsletter', title: 'Newsletter' },
    { name: 'seo', title: 'Search and sharing' },
    { name: 'flags', title: 'Flags and notes' },
  ],
  fields: [
    ...articleContent,
    ...articleTaxonomy,
    ...articleTimes,
    ...articleAccess,
    articleNewsletter,
    defineField({ name: 'seo', title: 'Search and sharing', type: 'seo', group: 'seo' }),
    ...articleFlags,
  ],
  orderings: [
    { name: 'newest', title: 'Newest first', by: [{ field: 'publishedAt', direction: 'desc' }] },
    { name: 'edited', title: 'Last edited', by: [{ field: '_updatedAt', direction: 'desc' }] },
    { name: 'headline', title: 'Headline', by: [{ field: 'headline', direction: 'asc' }] },
  ],
  preview: {
    select: {
      title: 'headline',
      section: 'section.title.en',
      language: 'language',
      flags: 'flags',
      embargoUntil: 'embargoUntil',
      media: 'hero.image',
    },
    prepare: ({ title, section, language, flags, embargoUntil, media }) => ({
      title: title ?? 'No headline yet',
      subtitle: [section, language === 'es' && 'Spanish', articleStatus(flags, embargoUntil, Date.now())]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
});
