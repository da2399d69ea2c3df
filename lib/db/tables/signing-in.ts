import { index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, languageEnum } from './columns.ts';
import { subscribers } from './subscribers.ts';

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
