import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, languageEnum } from './columns.ts';

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
    dueAt: instant('due_at').notNull(),
    createdAt: instant('created_at').notNull(),
    frozenAt: instant('frozen_at'),
    audience: integer('audience'),
    settledAt: instant('settled_at'),
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
