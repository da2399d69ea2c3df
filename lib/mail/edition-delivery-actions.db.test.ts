import { eq } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { deliveries, editions, newsletterDesk, subscribers, unsubscriptions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { deliverBatch } from './deliver-batch.ts';
import {
  decideUncertain,
  listUncertain,
  pauseEdition,
  resumeEdition,
  retryFailed,
} from './edition-delivery-actions.ts';
import { findProgress, listEditionsAtWork } from './edition-progress-store.ts';
import { editionStrain } from './edition-strain.ts';
import { editionQueue } from './mail-jobs.ts';
import { findNewsletterStop, releaseNewsletters, stopNewsletters } from './newsletter-stop-store.ts';
import { frozenEdition, testNewsletters } from './test-newsletters.ts';

const database = await testDatabase();
const { db } = database;
const { relay, clock, openOffice, rowsOf, addressees } = await testNewsletters(database);
const office = openOffice();
const start = clock.now;
const jobs = new PgBoss({ connectionString: database.url, max: 2, supervise: false, schedule: false });
await jobs.start();
afterAll(() => jobs.stop({ graceful: false }));
const nobody = '00000000-0000-4000-8000-000000000000';

const frozen = (readers: number) => frozenEdition(database, readers, start);
const sendAll = (editionId: string) => deliverBatch(office, editionId, editionStrain());
const jobsTaken = async () => (await jobs.fetch(editionQueue, { batchSize: 100 })).length;
const stateOf = async () => (await db.select().from(editions))[0]?.state;
const settled = (editionId: string) =>
  db.update(editions).set({ state: 'sent', settledAt: start }).where(eq(editions.id, editionId));

beforeEach(async () => {
  await db.delete(editions);
  await db.delete(subscribers);
  await db.delete(newsletterDesk);
  await jobsTaken();
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

test('of fifty who press resume one does it, and one job says so', async () => {
  const { editionId } = await frozen(3);
  expect(await pauseEdition(db, editionId, 'a typo')).toMatchObject({ kind: 'done' });
  expect(await db.select().from(editions)).toMatchObject([{ state: 'paused', reason: 'a typo' }]);
  await sendAll(editionId);
  expect(relay.mails).toHaveLength(0);
  const pressed = await Promise.all(Array.from({ length: 50 }, () => resumeEdition(db, jobs, editionId)));
  expect(pressed.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  expect(pressed.filter((one) => one.kind === 'not in that state' && one.state === 'sending')).toHaveLength(
    49,
  );
  expect(await jobsTaken()).toBe(1);
  expect(await pauseEdition(db, nobody, '')).toEqual({ kind: 'unknown' });
});

test('the failed are sent once more on demand, nobody else is', async () => {
  const { editionId, people } = await frozen(4);
  relay.behaveTo(people[1]?.email ?? '', { kind: 'answer', at: 'data', code: 554, times: 1 });
  await sendAll(editionId);
  await settled(editionId);
  const pressed = await Promise.all([1, 2, 3].map(() => retryFailed(db, jobs, editionId, start)));
  expect(pressed.map((one) => (one.kind === 'done' ? one.count : one.kind)).sort()).toEqual([0, 0, 1]);
  expect(await stateOf()).toBe('sending');
  expect(await jobsTaken()).toBe(1);
  await sendAll(editionId);
  expect(addressees()).toEqual(people.map(({ email }) => email).sort());
});

test('with nothing to retry an edition stays settled, and a planned one is not in that state', async () => {
  const { editionId } = await frozen(1);
  await sendAll(editionId);
  await settled(editionId);
  expect(await retryFailed(db, jobs, editionId, start)).toMatchObject({ kind: 'done', count: 0 });
  expect(await stateOf()).toBe('sent');
  await db.update(editions).set({ state: 'planned' });
  const answer = { kind: 'not in that state', state: 'planned' };
  expect(await retryFailed(db, jobs, editionId, start)).toEqual(answer);
});

test('the uncertain ones are shown, and a person says of each once what becomes of it', async () => {
  const { editionId, people } = await frozen(4);
  for (const { email } of people.slice(0, 2)) relay.behaveTo(email, { kind: 'drop after data', times: 1 });
  await sendAll(editionId);
  await settled(editionId);
  const listed = await listUncertain(db, editionId, { after: null, most: 1 });
  const rest = await listUncertain(db, editionId, { after: listed[0]?.id ?? null, most: 9 });
  const uncertain = [...listed, ...rest];
  expect(uncertain.map(({ email }) => email).sort()).toEqual(
    people
      .slice(0, 2)
      .map(({ email }) => email)
      .sort(),
  );
  const [first = nobody, second = nobody] = uncertain.map(({ id }) => id);
  const decide = (id: string, decision: 'sent' | 'send again') =>
    decideUncertain(db, jobs, { editionId, deliveryIds: [id], decision }, start);
  expect(await decide(first, 'sent')).toMatchObject({ kind: 'done', count: 1 });
  expect(await stateOf()).toBe('sent');
  expect(await decide(first, 'send again')).toMatchObject({ kind: 'done', count: 0 });
  expect(await decide(second, 'send again')).toEqual({ kind: 'done', count: 1, waits: false });
  await sendAll(editionId);
  expect(relay.mails).toHaveLength(5);
  expect((await rowsOf(editionId)).map(({ state }) => state)).toEqual(Array(4).fill('sent'));
});

test('while every newsletter is stopped nothing leaves, and it goes on when they are released', async () => {
  const { editionId } = await frozen(3);
  await stopNewsletters(db, 'the relay asks for a pause', start);
  expect(await findNewsletterStop(db)).toEqual({ since: start, reason: 'the relay asks for a pause' });
  await sendAll(editionId);
  expect(relay.mails).toHaveLength(0);
  await releaseNewsletters(db);
  expect(await findNewsletterStop(db)).toBeNull();
  await sendAll(editionId);
  expect(relay.mails).toHaveLength(3);
});

test('progress counts every row once, with what came back later and who left by it', async () => {
  const { editionId, people } = await frozen(6);
  relay.behaveTo(people[0]?.email ?? '', { kind: 'answer', at: 'data', code: 554 });
  relay.behaveTo(people[1]?.email ?? '', { kind: 'drop after data' });
  relay.behaveTo(people[2]?.email ?? '', { kind: 'answer', at: 'rcpt', code: 450 });
  await db
    .update(subscribers)
    .set({ state: 'unsubscribed' })
    .where(eq(subscribers.id, people[3]?.id ?? ''));
  await sendAll(editionId);
  const sent = eq(deliveries.subscriberId, people[4]?.id ?? '');
  await db.update(deliveries).set({ bouncedAt: start, complainedAt: start }).where(sent);
  const leave = { id: nobody, subscriberId: people[5]?.id ?? '', editionId, createdAt: start };
  await db.insert(unsubscriptions).values(leave);
  const now = new Date(start.getTime() + 10_000);
  expect(await findProgress(db, editionId, now)).toEqual({
    ...{ audience: 6, waiting: 1, sent: 2, failed: 1, uncertain: 1, dropped: 1 },
    ...{ bounced: 1, complained: 1, unsubscribed: 1, perSecond: 0.5, secondsLeft: 2 },
  });
  expect((await listEditionsAtWork(db, start)).map(({ id }) => id)).toEqual([editionId]);
});
