import { boolean, customType, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, languageEnum } from './columns.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What readers can search: a row for each published article. `openText` is what everybody sees of the body, whatever
 * the clock says; `gatedText` is the rest. Each reader is answered from the vector of what that reader may read.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    articleId: text('article_id').primaryKey(),
    language: languageEnum('language').notNull(),
    /** False: withdrawn, held, or kept out of search; then it has no words. */
    listed: boolean('listed').notNull(),
    slug: text('slug').notNull(),
    kind: text('kind').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    sectionId: text('section_id').notNull(),
    topicIds: text('topic_ids').array().notNull(),
    access: text('access').notNull(),
    firstPublishedAt: instant('first_published_at').notNull(),
    publishedAt: instant('published_at').notNull(),
    embargoUntil: instant('embargo_until'),
    openText: text('open_text').notNull(),
    gatedText: text('gated_text').notNull(),
    openVector: tsvector('open_vector').notNull(),
    wholeVector: tsvector('whole_vector').notNull(),
    /** When the document was last changed in the lake: an older state never replaces a newer one. */
    changedAt: instant('changed_at').notNull(),
    /** The setting by which the text was divided. */
    previewParagraphs: integer('preview_paragraphs').notNull(),
  },
  (table) => [
    index('search_documents_open').using('gin', table.openVector),
    index('search_documents_whole').using('gin', table.wholeVector),
    index('search_documents_newest').on(table.publishedAt, table.articleId),
  ],
);
