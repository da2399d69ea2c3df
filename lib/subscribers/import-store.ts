import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#lib/db/database.ts';
import { subscriberLists, subscribers, suppressions } from '#lib/db/schema.ts';
import type { ImportRow } from './decide-import.ts';
import type { Subscriber } from './subscriber-store.ts';

/** The subscribers of these addresses, locked until the batch is written: none changes between decision and write. */
export async function lockSubscribers(tx: Transaction, emailKeys: string[]): Promise<Subscriber[]> {
  return tx
    .select()
    .from(subscribers)
    .where(inArray(subscribers.emailKey, emailKeys))
    .orderBy(asc(subscribers.emailKey))
    .for('update');
}

/** By the primary key. */
export async function findSuppressions(
  tx: Transaction,
  emailHashes: string[],
): Promise<{ emailHash: string; reason: string }[]> {
  return tx
    .select({ emailHash: suppressions.emailHash, reason: suppressions.reason })
    .from(suppressions)
    .where(inArray(suppressions.emailHash, emailHashes));
}

/** One statement. Whoever signed up in the meantime keeps the row they made; the ids of those added are returned. */
export async function addImported(tx: Transaction, rows: ImportRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const added = await tx
    .insert(subscribers)
    .values(
      rows.map((row) => ({
        id: randomUUID(),
        email: row.email.address,
        emailKey: row.email.key,
        state: row.state,
        language: row.language,
        sourcePath: row.sourcePath,
        createdAt: row.createdAt,
        confirmedAt: row.confirmedAt,
        unsubscribedAt: row.unsubscribedAt,
      })),
    )
    .onConflictDoNothing({ target: subscribers.emailKey })
    .returning({ id: subscribers.id, emailKey: subscribers.emailKey });
  return new Map(added.map(({ id, emailKey }) => [emailKey, id]));
}

/** A pending subscriber is found confirmed elsewhere. The state stands in the condition: no other is touched. */
export async function confirmImported(tx: Transaction, id: string, row: ImportRow): Promise<void> {
  await tx
    .update(subscribers)
    .set({ state: 'confirmed', confirmedAt: row.confirmedAt })
    .where(and(eq(subscribers.id, id), eq(subscribers.state, 'pending')));
}

/** A statement may have 65,535 values; a choice has three. */
const mostOfOneStatement = 10_000;

export async function addLists(
  tx: Transaction,
  chosen: { subscriberId: string; listId: string; chosenAt: Date }[],
): Promise<void> {
  for (let start = 0; start < chosen.length; start += mostOfOneStatement) {
    const some = chosen.slice(start, start + mostOfOneStatement);
    await tx.insert(subscriberLists).values(some).onConflictDoNothing();
  }
}
