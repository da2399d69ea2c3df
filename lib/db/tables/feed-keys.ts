import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { subscribers } from './subscribers.ts';

/** What opens a subscriber's own feed, one each: whoever has its address reads every article whole. */
export const feedKeys = pgTable(
  'feed_keys',
  {
    id: uuid('id').primaryKey(),
    keyHash: text('key_hash').notNull(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('feed_keys_key_hash').on(table.keyHash),
    uniqueIndex('feed_keys_subscriber').on(table.subscriberId),
  ],
);
