import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { subscribers } from './subscribers.ts';

/** An article that a subscriber gave away: whoever has the link reads it whole, until it ends or is taken back. */
export const gifts = pgTable(
  'gifts',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    articleId: text('article_id').notNull(),
    giverId: uuid('giver_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    uniqueIndex('gifts_token_hash').on(table.tokenHash),
    index('gifts_giver').on(table.giverId, table.createdAt),
  ],
);
