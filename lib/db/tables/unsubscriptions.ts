import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { editions } from './editions.ts';
import { subscribers } from './subscribers.ts';

/** A subscriber who leaves, by which mail and why; `listId` when it is one List only. An undo is kept, too. */
export const unsubscriptions = pgTable(
  'unsubscriptions',
  {
    id: uuid('id').primaryKey(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    editionId: uuid('edition_id').references(() => editions.id, { onDelete: 'set null' }),
    listId: text('list_id'),
    reason: text('reason'),
    createdAt: instant('created_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    index('unsubscriptions_subscriber').on(table.subscriberId, table.createdAt),
    index('unsubscriptions_edition').on(table.editionId),
  ],
);
