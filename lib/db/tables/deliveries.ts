import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, languageEnum } from './columns.ts';
import { editions } from './editions.ts';
import { signInRequests } from './signing-in.ts';
import { subscribers } from './subscribers.ts';

export const deliveryPurpose = pgEnum('delivery_purpose', ['confirmation', 'newsletter', 'sign_in']);

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
    editionId: uuid('edition_id').references(() => editions.id, { onDelete: 'cascade' }),
    language: languageEnum('language').notNull(),
    sourcePath: text('source_path'),
    /** What this sign-up asks for; nothing is changed before its mail's button is pressed. Null: nothing was said. */
    listIds: text('list_ids').array(),
    signInRequestId: uuid('sign_in_request_id').references(() => signInRequests.id, { onDelete: 'set null' }),
    state: deliveryState('state').notNull(),
    attempt: integer('attempt').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** Of a newsletter: its first try, from which patience with the relay counts. */
    triedSince: instant('tried_since'),
    leasedUntil: instant('leased_until'),
    handedOverAt: instant('handed_over_at'),
    settledAt: instant('settled_at'),
    smtpCode: integer('smtp_code'),
    reason: text('reason'),
    /** Said later by the provider, after it had accepted the mail. */
    bouncedAt: instant('bounced_at'),
    complainedAt: instant('complained_at'),
  },
  (table) => [
    uniqueIndex('deliveries_edition_subscriber').on(table.editionId, table.subscriberId),
    index('deliveries_subscriber').on(table.subscriberId),
    index('deliveries_sign_in_request')
      .on(table.signInRequestId)
      .where(sql`${table.signInRequestId} is not null`),
    index('deliveries_open')
      .on(table.dueAt)
      .where(sql`${table.state} in ('queued', 'sending') and ${table.purpose} <> 'newsletter'`),
    index('deliveries_edition_open')
      .on(table.editionId, table.dueAt)
      .where(sql`${table.state} in ('queued', 'sending') and ${table.purpose} = 'newsletter'`),
    index('deliveries_in_hand')
      .on(table.leasedUntil)
      .where(sql`${table.state} = 'sending' and ${table.purpose} = 'newsletter'`),
    index('deliveries_in_doubt').on(table.editionId).where(sql`${table.state} = 'uncertain'`),
    check(
      'deliveries_newsletter_edition',
      sql`(${table.purpose} = 'newsletter') = (${table.editionId} is not null)`,
    ),
  ],
);
