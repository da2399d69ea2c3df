import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { deliveries, editions, subscriberLists, subscribers, unsubscriptions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';

type State = 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed';

export const start = new Date('2026-01-15T17:00:00Z');
export const afterDays = (days: number) => new Date(start.getTime() + days * 86_400_000);

/** A real database with readers of newsletters in it, and editions that were sent to them. */
export async function testReaders() {
  const { db } = await testDatabase();

  async function reader(state: State = 'confirmed', listIds = ['daily', 'weekly']) {
    const id = randomUUID();
    const email = `${id}@example.com`;
    const row = {
      id,
      email,
      emailKey: email,
      state,
      language: 'en',
      createdAt: start,
      confirmedAt: start,
    } as const;
    await db.insert(subscribers).values(row);
    const chosen = listIds.map((listId) => ({ subscriberId: id, listId, chosenAt: start }));
    if (chosen.length > 0) await db.insert(subscriberLists).values(chosen);
    return { id, email };
  }

  async function edition(listId = 'daily') {
    const id = randomUUID();
    const row = { id, key: id, kind: 'digest', listId, language: 'en', state: 'sending' } as const;
    await db.insert(editions).values({ ...row, articleIds: [], dueAt: start, createdAt: start });
    return id;
  }

  async function mailed(subscriberId: string, editionId: string, state: 'queued' | 'sent' = 'sent') {
    const id = randomUUID();
    const row = { id, purpose: 'newsletter', subscriberId, editionId, language: 'en', state } as const;
    await db.insert(deliveries).values({ ...row, createdAt: start, dueAt: start });
    return id;
  }

  const stateOf = async (id: string) =>
    (await db.select().from(subscribers).where(eq(subscribers.id, id)))[0];
  const deliveryOf = async (id: string) =>
    (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0];
  const leavingsOf = (id: string) =>
    db.select().from(unsubscriptions).where(eq(unsubscriptions.subscriberId, id));

  return { db, reader, edition, mailed, stateOf, deliveryOf, leavingsOf };
}
