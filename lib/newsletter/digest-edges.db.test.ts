import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { deliveries, subscribers } from '#lib/db/schema.ts';
import { sendCorrection, sendEditionNow } from './edition-actions.ts';
import { setEdition } from './edition-store.ts';
import { planEditions } from './plan-editions.ts';
import { testNewsroom } from './test-newsroom.ts';

const { db, press, putList, putArticle, subscribed, plans, queue, named } = await testNewsroom();
const at = (instant: string) => new Date(`2026-01-${instant}Z`);
const look = (instant: string) => planEditions(press, at(instant));

async function instant() {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  const readers = [await subscribed(listId), await subscribed(listId)];
  const articleId = await putArticle('a', '2026-01-15T10:00:00Z', named(listId));
  await look('15T10:00:05');
  const [edition] = await plans();
  if (!edition) throw new Error('none');
  return { listId, readers, articleId, id: edition.id };
}

/** Each row of an audience that is written down meanwhile waits until `during` has been done. */
async function holdAudience<T>(begin: () => Promise<T>, during: () => Promise<unknown>): Promise<Promise<T>> {
  await db.execute(sql`create or replace function wait_for_test() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(42); return new; end $$`);
  await db.execute(
    sql`create trigger wait_for_test before insert on deliveries for each row execute function wait_for_test()`,
  );
  let begun: Promise<T> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(42)`);
    begun = begin();
    begun.catch(() => undefined);
    const waiting = sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await vi.waitFor(async () => expect((await db.execute(waiting)).rowCount).toBe(1));
    await during();
  });
  await begun?.catch(() => undefined);
  await db.execute(sql`drop trigger wait_for_test on deliveries`);
  if (!begun) throw new Error('Nothing was begun');
  return begun;
}

async function plannedDigest() {
  const listId = await putList();
  const readers = [await subscribed(listId), await subscribed(listId)];
  await putArticle('a', '2026-01-15T09:00:00Z');
  await look('15T10:00');
  const [edition] = await plans();
  return { id: edition?.id ?? '', readers };
}

test('a reader who is erased while the audience is being written does not stop the edition', async () => {
  const { id, readers } = await plannedDigest();
  let erasing: Promise<unknown> | undefined;
  const sent = await holdAudience(
    () => sendEditionNow(press, id, at('15T12:00')),
    async () => {
      erasing = db
        .delete(subscribers)
        .where(eq(subscribers.id, readers[1] ?? ''))
        .then();
    },
  );
  expect(sent).toEqual({ kind: 'done' });
  await erasing;
});

test('an edition whose freeze breaks off is not half there, and goes out whole the next time', async () => {
  const { id } = await plannedDigest();
  const killed = holdAudience(
    () => sendEditionNow(press, id, at('15T11:00')),
    () =>
      db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`),
  );
  await expect(killed).rejects.toThrow();
  expect(await queue()).toEqual([]);
  expect(await plans()).toMatchObject([{ state: 'planned', audience: null, frozenAt: null }]);
  expect(await sendEditionNow(press, id, at('15T11:01'))).toEqual({ kind: 'done' });
  expect(await queue()).toHaveLength(2);
});

test('whoever is still to get the uncorrected text gets the correction, too', async () => {
  const { listId, articleId, id } = await instant();
  const [first] = await queue();
  await db
    .update(deliveries)
    .set({ state: 'sent' })
    .where(eq(deliveries.id, first?.id ?? ''));
  await setEdition(db, id, { state: 'paused' });
  const correctionDate = '2026-01-15T10:30:00Z';
  await putArticle('a', '2026-01-15T10:00:00Z', {
    ...named(listId),
    corrections: [{ _key: 'c', text: 'It was the other one.', date: correctionDate, kind: 'correction' }],
  });
  expect(await sendCorrection(press, { listId, articleId, correctionDate }, at('15T10:31'))).toEqual({
    kind: 'done',
  });
  const correction = (await plans()).find(({ kind }) => kind === 'correction');
  expect(correction?.audience).toBe(2);
});

test('an article whose legal hold or lateness kept it out of one digest comes with the next', async () => {
  const listId = await putList();
  await subscribed(listId);
  await putArticle('a', '2026-01-15T09:00:00Z');
  await look('15T11:30');
  await look('15T12:00:02');
  await putArticle('late', '2026-01-15T11:59:59Z');
  await putArticle('b', '2026-01-15T13:00:00Z');
  await look('15T12:00:12');
  await db.execute(sql`update newsletter_desk set seen_at = '2026-01-16T11:59:55Z'`);
  await look('16T12:00:02');
  const sent = (await plans()).filter(({ state }) => state === 'sending' || state === 'sent');
  expect(sent.map(({ articleIds }) => articleIds)).toEqual([['article-a'], ['article-b', 'article-late']]);
});

test('an article that must not be sent any more is not, though it was planned', async () => {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  await subscribed(listId);
  await db.execute(sql`insert into newsletter_desk (id, paused_at) values (1, '2026-01-15T09:00:00Z')`);
  await putArticle('a', '2026-01-15T10:00:00Z', named(listId));
  await look('15T10:00:05');
  await putArticle('a', '2026-01-15T10:00:00Z', { newsletter: { send: false, lists: [] } });
  await db.execute(sql`update newsletter_desk set paused_at = null`);
  await look('15T10:10');
  expect(await queue()).toEqual([]);
});

test('a first digest that was missed leaves its articles to the next', async () => {
  const listId = await putList();
  await subscribed(listId);
  await putArticle('a', '2026-01-15T09:00:00Z');
  await look('15T11:30');
  await look('15T13:30');
  await putArticle('b', '2026-01-15T14:00:00Z');
  await db.execute(sql`update newsletter_desk set seen_at = '2026-01-16T11:59:55Z'`);
  await look('16T12:00:02');
  const sent = (await plans()).find(({ state }) => state === 'sending');
  expect(sent?.articleIds).toEqual(['article-b', 'article-a']);
});

test('a missed day of 25 hours leaves all of its articles to the next', async () => {
  const listId = await putList({ timeZone: 'America/New_York' });
  await subscribed(listId);
  const tick = (i: string) => planEditions(press, new Date(i));
  const seen = (i: string) => db.execute(sql`update newsletter_desk set seen_at = ${i}::timestamptz`);
  await putArticle('x', '2026-10-31T09:00:00Z');
  await tick('2026-10-31T10:30:00Z');
  await tick('2026-10-31T11:00:05Z'); // 07:00 EDT, sent
  await tick('2026-10-31T11:00:15Z');
  await putArticle('y', '2026-10-31T11:30:00Z'); // 07:30 EDT
  await tick('2026-11-01T13:30:00Z'); // long stopped: 07:00 EST of the 1st is missed
  await seen('2026-11-02T11:59:55Z');
  await putArticle('z', '2026-11-02T09:00:00Z');
  await tick('2026-11-02T12:00:05Z'); // 07:00 EST
  const last = (await plans()).filter(({ state }) => state === 'sending' || state === 'sent').at(-1);
  expect(last?.articleIds).toEqual(['article-z', 'article-y']);
});
