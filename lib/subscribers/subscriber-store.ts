import { randomUUID } from 'node:crypto';
import { and, eq, exists, gt, inArray, isNull, lt, ne, notExists, sql } from 'drizzle-orm';
import type { Database, Queryable, Transaction } from '#lib/db/database.ts';
import { deliveries, subscribers, tokens } from '#lib/db/schema.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { EmailAddress } from './email-address.ts';

export type Subscriber = typeof subscribers.$inferSelect;

type NewSubscriber = { email: EmailAddress; language: Language; sourcePath: string | null };

/**
 * The subscriber with this address, made when there is none; parallel calls end on one row by the unique key. Only a
 * pending one takes over what is typed now: anybody can type the address of somebody who was here before.
 */
export async function findOrAddSubscriber(db: Queryable, wish: NewSubscriber, now: Date): Promise<string> {
  const pending = sql`${subscribers.state} = 'pending'`;
  const rows = await db
    .insert(subscribers)
    .values({
      id: randomUUID(),
      email: wish.email.address,
      emailKey: wish.email.key,
      state: 'pending',
      language: wish.language,
      sourcePath: wish.sourcePath,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: subscribers.emailKey,
      set: {
        language: sql`case when ${pending} then excluded.language else ${subscribers.language} end`,
        sourcePath: sql`case when ${pending} then excluded.source_path else ${subscribers.sourcePath} end`,
      },
    })
    .returning({ id: subscribers.id });
  const id = rows[0]?.id;
  if (!id) throw new Error('The upsert of a subscriber returned no row');
  return id;
}

export async function findSubscriber(db: Queryable, id: string): Promise<Subscriber | null> {
  const rows = await db.select().from(subscribers).where(eq(subscribers.id, id));
  return rows[0] ?? null;
}

/**
 * Until the transaction ends, nobody else who does so touches what hangs on this subscriber: statements in another
 * order than theirs cannot end in a deadlock. Rows that refer to it can still be added.
 */
export async function lockSubscriber(tx: Transaction, id: string): Promise<void> {
  await tx
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(eq(subscribers.id, id))
    .for('no key update');
}

/** The language of mails and of the account page. */
export async function setLanguage(db: Queryable, id: string, language: Language): Promise<void> {
  await db.update(subscribers).set({ language }).where(eq(subscribers.id, id));
}

/** Somebody who had left chooses newsletters again while signed in: their address was confirmed long ago. */
export async function resubscribe(db: Queryable, id: string): Promise<void> {
  await db
    .update(subscribers)
    .set({ state: 'confirmed', unsubscribedAt: null })
    .where(and(eq(subscribers.id, id), eq(subscribers.state, 'unsubscribed')));
}

/** Whose address was once proved to be theirs: they may sign in, also after having left the newsletters. */
export function hasConfirmed({ state, confirmedAt }: Subscriber): boolean {
  return confirmedAt !== null && (state === 'confirmed' || state === 'unsubscribed');
}

/** By the unique key of addresses. */
export async function findSubscriberByKey(db: Queryable, emailKey: string): Promise<Subscriber | null> {
  const rows = await db.select().from(subscribers).where(eq(subscribers.emailKey, emailKey));
  return rows[0] ?? null;
}

/** Suppressed addresses stay suppressed, whoever confirms. */
export async function confirmSubscriber(db: Queryable, id: string, now: Date): Promise<void> {
  await db
    .update(subscribers)
    .set({
      state: 'confirmed',
      confirmedAt: sql`case when ${subscribers.state} = 'confirmed' then ${subscribers.confirmedAt} else ${now.toISOString()}::timestamptz end`,
      unsubscribedAt: null,
    })
    .where(and(eq(subscribers.id, id), ne(subscribers.state, 'suppressed')));
}

/** By the primary key; whatever belongs to the subscriber goes with the row. Null: there was none. */
export async function deleteSubscriber(
  db: Queryable,
  id: string,
): Promise<Pick<Subscriber, 'emailKey' | 'state'> | null> {
  const rows = await db
    .delete(subscribers)
    .where(eq(subscribers.id, id))
    .returning({ emailKey: subscribers.emailKey, state: subscribers.state });
  return rows[0] ?? null;
}

/** By the unique key of addresses. The id, or null when the address is no subscriber's. */
export async function suppressSubscriber(db: Queryable, emailKey: string): Promise<string | null> {
  const rows = await db
    .update(subscribers)
    .set({ state: 'suppressed' })
    .where(eq(subscribers.emailKey, emailKey))
    .returning({ id: subscribers.id });
  return rows[0]?.id ?? null;
}

/** By the unique key of addresses: reads on, if the address was ever confirmed, and gets no newsletter by itself. */
export async function unsuppressSubscriber(db: Queryable, emailKey: string): Promise<string | null> {
  const wasConfirmed = sql`${subscribers.confirmedAt} is not null`;
  const rows = await db
    .update(subscribers)
    .set({ state: sql`(case when ${wasConfirmed} then 'unsubscribed' else 'pending' end)::subscriber_state` })
    .where(and(eq(subscribers.emailKey, emailKey), eq(subscribers.state, 'suppressed')))
    .returning({ id: subscribers.id });
  return rows[0]?.id ?? null;
}

/**
 * Forgets addresses that somebody typed and nobody ever confirmed, but for those with a link that still works or a
 * mail under way. Whoever came by an import and was never written to stays: that is the operator's to decide. By the
 * index of pending rows.
 */
export async function forgetPendingSince(db: Database, since: Date, now: Date): Promise<void> {
  const links = db.select({ hash: tokens.hash }).from(tokens);
  const ownMail = eq(deliveries.subscriberId, subscribers.id);
  const open = inArray(deliveries.state, ['queued', 'sending']);
  const live = and(eq(tokens.subscriberId, subscribers.id), gt(tokens.expiresAt, now));
  const forgotten = and(
    eq(subscribers.state, 'pending'),
    isNull(subscribers.confirmedAt),
    lt(subscribers.createdAt, since),
    exists(db.select({ id: deliveries.id }).from(deliveries).where(ownMail)),
    notExists(db.select({ id: deliveries.id }).from(deliveries).where(and(ownMail, open))),
    notExists(links.where(live)),
  );
  await db.transaction(async (tx) => {
    // Locked first, looked at again afterwards: whoever signs up at this moment has a mail that one statement misses.
    const rows = await tx
      .select({ id: subscribers.id })
      .from(subscribers)
      .where(forgotten)
      .for('update', { skipLocked: true });
    if (rows.length === 0) return;
    const ids = sql.param(rows.map(({ id }) => id));
    await tx.delete(subscribers).where(and(sql`${subscribers.id} = any(${ids}::uuid[])`, forgotten));
  });
}
