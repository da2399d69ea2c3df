import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, languageEnum } from './columns.ts';

/** pending → confirmed → unsubscribed; suppressed addresses get no mail at all. */
export const subscriberState = pgEnum('subscriber_state', [
  'pending',
  'confirmed',
  'unsubscribed',
  'suppressed',
]);

/** An address on record. `emailKey` is the address folded for comparison; one row each. */
export const subscribers = pgTable(
  'subscribers',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    state: subscriberState('state').notNull(),
    language: languageEnum('language').notNull(),
    sourcePath: text('source_path'),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    unsubscribedAt: instant('unsubscribed_at'),
  },
  (table) => [
    uniqueIndex('subscribers_email_key').on(table.emailKey),
    index('subscribers_pending').on(table.createdAt).where(sql`${table.state} = 'pending'`),
    check('subscribers_email_length', sql`length(${table.email}) <= 254`),
  ],
);

/** The lists that a confirmed subscriber has chosen, by the id of the dataset's newsletterList. */
export const subscriberLists = pgTable(
  'subscriber_lists',
  {
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    listId: text('list_id').notNull(),
    chosenAt: instant('chosen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.listId] }),
    index('subscriber_lists_list').on(table.listId),
  ],
);

/** Addresses that must not be mailed, kept as a keyed hash so that an erased subscriber leaves no address behind. */
export const suppressions = pgTable('suppressions', {
  emailHash: text('email_hash').primaryKey(),
  reason: text('reason').notNull(),
  createdAt: instant('created_at').notNull(),
});
