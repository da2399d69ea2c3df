import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const languageEnum = pgEnum('language', ['en', 'es']);

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
    check('subscribers_email_length', sql`length(${table.email}) <= 254`),
  ],
);

export const deliveryPurpose = pgEnum('delivery_purpose', ['confirmation', 'newsletter']);

/** queued → sending → sent, failed, uncertain or dropped (its reader may not or need not get it any more). */
export const deliveryState = pgEnum('delivery_state', [
  'queued',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'dropped',
]);

/**
 * The outbox: one row is one mail to one subscriber. Written in the transaction that caused it, and the truth about
 * it; jobs only say when to look. `attempt` counts claims and fences a worker that lost its lease.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey(),
    purpose: deliveryPurpose('purpose').notNull(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    editionId: uuid('edition_id'),
    language: languageEnum('language').notNull(),
    sourcePath: text('source_path'),
    state: deliveryState('state').notNull(),
    attempt: integer('attempt').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    leasedUntil: instant('leased_until'),
    handedOverAt: instant('handed_over_at'),
    settledAt: instant('settled_at'),
    smtpCode: integer('smtp_code'),
    reason: text('reason'),
  },
  (table) => [
    uniqueIndex('deliveries_edition_subscriber').on(table.editionId, table.subscriberId),
    index('deliveries_subscriber').on(table.subscriberId),
    index('deliveries_open').on(table.dueAt).where(sql`${table.state} in ('queued', 'sending')`),
    check(
      'deliveries_newsletter_edition',
      sql`(${table.purpose} = 'newsletter') = (${table.editionId} is not null)`,
    ),
  ],
);

export const tokenPurpose = pgEnum('token_purpose', ['confirm', 'sign_in']);

/** Single-use links, hashed: the token itself exists only in the mail. */
export const tokens = pgTable(
  'tokens',
  {
    hash: text('hash').primaryKey(),
    purpose: tokenPurpose('purpose').notNull(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    sourcePath: text('source_path'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    spentAt: instant('spent_at'),
  },
  (table) => [index('tokens_subscriber').on(table.subscriberId)],
);

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    device: text('device'),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
  },
  (table) => [
    uniqueIndex('sessions_token_hash').on(table.tokenHash),
    index('sessions_subscriber').on(table.subscriberId),
  ],
);

/** Addresses that must not be mailed, kept as a keyed hash so that an erased subscriber leaves no address behind. */
export const suppressions = pgTable('suppressions', {
  emailHash: text('email_hash').primaryKey(),
  reason: text('reason').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Fixed windows of sign-ups, counted per keyed hash of an address or network, and overall. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.windowStart] }),
    index('rate_limits_window').on(table.windowStart),
  ],
);

/** Webhook deliveries already taken, against replay. */
export const webhookReceipts = pgTable(
  'webhook_receipts',
  {
    id: text('id').primaryKey(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [index('webhook_receipts_received').on(table.receivedAt)],
);
