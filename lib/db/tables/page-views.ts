import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, languageEnum } from './columns.ts';

/** How often an article was opened in an hour: numbers only, nothing of who opened it. */
export const pageViews = pgTable(
  'page_views',
  {
    language: languageEnum('language').notNull(),
    slug: text('slug').notNull(),
    hour: instant('hour').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.language, table.slug, table.hour] }),
    index('page_views_hour').on(table.hour),
  ],
);
