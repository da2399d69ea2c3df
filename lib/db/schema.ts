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
    index('subscribers_pending').on(table.createdAt).where(sql`${table.state} = 'pending'`),
    check('subscribers_email_length', sql`length(${table.email}) <= 254`),
  ],
);

/**
 * One press of "send me a link or a code", whatever is known of the address. The browser that asked holds the handle,
 * so nobody else can use up its attempts.
 */
export const signInRequests = pgTable(
  'sign_in_requests',
  {
    id: uuid('id').primaryKey(),
    handleHash: text('handle_hash').notNull(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('sign_in_requests_handle').on(table.handleHash),
    index('sign_in_requests_subscriber').on(table.subscriberId),
    index('sign_in_requests_expiry').on(table.expiresAt),
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

/**
 * `instant`: one article, as it comes out. `digest`: what has come out since the one before. `correction`: one article
 * again, because an editor wants those who got it to know.
 */
export const editionKind = pgEnum('edition_kind', ['instant', 'digest', 'correction']);

/**
 * planned → sending → sent, or empty when there is nothing new. A person holds, cancels or pauses. `missed`: its time
 * passed while nobody could send it, so that only a person sends it now.
 */
export const editionState = pgEnum('edition_state', [
  'planned',
  'held',
  'missed',
  'sending',
  'paused',
  'sent',
  'empty',
  'cancelled',
]);

/**
 * One sending of one List. `key` says which, so that two plans of the same one are one row: `instant:LIST:ARTICLE`,
 * `digest:LIST:DAY`, `correction:LIST:ARTICLE:CORRECTION`. From `frozenAt` on, content and audience are fixed.
 */
export const editions = pgTable(
  'editions',
  {
    id: uuid('id').primaryKey(),
    key: text('key').notNull(),
    kind: editionKind('kind').notNull(),
    listId: text('list_id').notNull(),
    language: languageEnum('language').notNull(),
    state: editionState('state').notNull(),
    /** Of a digest: known when it is frozen. */
    articleIds: text('article_ids').array().notNull(),
    /** Of a digest: what came out after this instant, until `dueAt`. */
    periodFrom: instant('period_from'),
    dueAt: instant('due_at').notNull(),
    createdAt: instant('created_at').notNull(),
    frozenAt: instant('frozen_at'),
    audience: integer('audience'),
    settledAt: instant('settled_at'),
    /** When a batch of it was last begun, for people who look at the table. */
    activeAt: instant('active_at'),
    /** Why it is held, missed, paused or cancelled, for people. */
    reason: text('reason'),
  },
  (table) => [
    uniqueIndex('editions_key').on(table.key),
    index('editions_due').on(table.dueAt),
    index('editions_list').on(table.listId, table.dueAt),
    index('editions_open')
      .on(table.state)
      .where(sql`${table.state} in ('planned', 'held', 'missed', 'sending', 'paused')`),
  ],
);

/** How much of its articles a mail holds: `full` goes to those who may read everything. */
export const renderingAccess = pgEnum('rendering_access', ['full', 'preview']);

/** A frozen edition as it goes out: one for each language of its readers and each access; the recipient is left open. */
export const editionRenderings = pgTable(
  'edition_renderings',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    language: languageEnum('language').notNull(),
    access: renderingAccess('access').notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.language, table.access] })],
);

/** Every newsletter together: whether an operator has stopped them, and which database was last seen, and when. */
export const newsletterDesk = pgTable(
  'newsletter_desk',
  {
    id: integer('id').primaryKey(),
    pausedAt: instant('paused_at'),
    reason: text('reason'),
    databaseIdentity: text('database_identity'),
    seenAt: instant('seen_at'),
  },
  (table) => [check('newsletter_desk_is_one', sql`${table.id} = 1`)],
);

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
    listIds: text('list_ids').array(),
    /** What its sign-up was written in; taken over by whoever presses the button. */
    language: languageEnum('language'),
    /** A link outlives the request it was made for: its page can say what became of it. */
    signInRequestId: uuid('sign_in_request_id').references(() => signInRequests.id, { onDelete: 'set null' }),
    /** The keyed hash of the 6-digit code beside the link, which opens only the request it belongs to. */
    codeHash: text('code_hash'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    spentAt: instant('spent_at'),
  },
  (table) => [
    index('tokens_subscriber').on(table.subscriberId),
    index('tokens_sign_in_request').on(table.signInRequestId),
  ],
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

/** What has been counted in which window, of keyed hashes of addresses and networks, and overall. */
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
