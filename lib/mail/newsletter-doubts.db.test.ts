import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { deliveries, editions, newsletterDesk, subscribers, suppressions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { cancelEdition } from '#lib/newsletter/edition-actions.ts';
import { deliverBatch } from './deliver-batch.ts';
import { decideUncertain, pauseEdition, resumeEdition, retryFailed } from './edition-delivery-actions.ts';
import { handOverMs } from './edition-ledger.ts';
import { claimOfEdition, exchangeRows, markLostUncertain } from './edition-outbox-store.ts';
import { listEditionsAtWork } from './edition-progress-store.ts';
import { openPump } from './edition-pump.ts';
import { editionStrain } from './edition-strain.ts';
import type { NewsletterOffice } from './newsletter-office.ts';
import { smtpPatience } from './smtp-settings.ts';
import { frozenEdition, testNewsletters } from './test-newsletters.ts';

const database = await testDatabase();
const { db, pool } = database;
const { relay, clock, openOffice, rowsOf, later } = await testNewsletters(database);
const start = clock.now;
const hourMs = 3_600_000;
const jobs = new PgBoss({ connectionString: database.url, max: 2, supervise: false, schedule: false });
await jobs.start();
afterAll(() => jobs.stop({ graceful: false }));

const frozen = (readers: number) => frozenEdition(database, readers, start);
const sendAll = (editionId: string, changed: Partial<NewsletterOffice> = {}) =>
  deliverBatch(openOffice(changed), editionId, editionStrain());
const statesOf = async (editionId: string) => (await rowsOf(editionId)).map(({ state }) => state);
const editionOf = async (id: string) => (await db.select().from(editions).where(eq(editions.id, id)))[0];

beforeEach(async () => {
  for (const table of [editions, subscribers, suppressions, newsletterDesk]) await db.delete(table);
  clock.now = start;
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

test('a relay that refuses everybody costs no reader of a small list their mail for good', async () => {
  const { editionId } = await frozen(12);
  relay.behave({ kind: 'answer', at: 'rcpt', code: 550, text: 'relay not permitted' });
  await sendAll(editionId);
  expect(await statesOf(editionId)).toEqual(Array(12).fill('failed'));
  expect(await db.select().from(suppressions)).toEqual([]);
});

test('an edition that was paused for a day has patience with a server that asks for it', async () => {
  const { editionId } = await frozen(1);
  await pauseEdition(db, editionId, 'over night');
  later(25 * hourMs);
  await resumeEdition(db, jobs, editionId);
  relay.behave({ kind: 'answer', at: 'rcpt', code: 450 });
  await sendAll(editionId);
  expect(await statesOf(editionId)).toEqual(['queued']);
  later(25 * hourMs);
  await sendAll(editionId);
  expect(await statesOf(editionId)).toEqual(['failed']);
});

test('a mail in hand is nobody else’s for longer than a relay may take for it', () => {
  // It may be silent before it answers to MAIL, RCPT, DATA, the end of the mail and RSET.
  expect(handOverMs).toBeGreaterThan(5 * smtpPatience.socketTimeout);
});

test('a mail that is taken after all is written down as sent, though it was given up as uncertain', async () => {
  const { editionId } = await frozen(1);
  const until = new Date(start.getTime() + handOverMs);
  const [row] = await claimOfEdition(pool, editionId, 1, start, until);
  if (!row) throw new Error('No row was claimed');
  await exchangeRows(pool, [], [{ row, emailHash: '' }], start, until);
  later(handOverMs + 1);
  await markLostUncertain(pool, clock.now);
  expect(await statesOf(editionId)).toEqual(['uncertain']);
  await exchangeRows(pool, [{ row, state: 'sent', code: 250, reason: null }], [], clock.now, clock.now);
  expect(await statesOf(editionId)).toEqual(['sent']);
});

test('nothing leaves a database that nobody has looked at since it may have been restored', async () => {
  const { editionId } = await frozen(3);
  await db.insert(newsletterDesk).values({ id: 1, databaseIdentity: 'the old one', seenAt: start });
  later(2 * hourMs);
  await sendAll(editionId);
  expect(relay.mails).toEqual([]);
  await db.update(newsletterDesk).set({ seenAt: clock.now });
  await sendAll(editionId);
  expect(relay.mails).toHaveLength(3);
});

test('what was withdrawn since is not mailed by a retry, nor by going on; the edition waits for a person', async () => {
  const { editionId } = await frozen(2);
  relay.behave({ kind: 'answer', at: 'data', code: 554 });
  await sendAll(editionId);
  await db.update(editions).set({ state: 'sent', articleIds: ['withdrawn'] });
  relay.behave({ kind: 'accept' });
  await retryFailed(db, jobs, editionId, clock.now);
  await sendAll(editionId, { isHeldBack: async (articleIds) => articleIds.includes('withdrawn') });
  expect(relay.mails).toEqual([]);
  expect(await editionOf(editionId)).toMatchObject({ state: 'paused', reason: 'article held back' });
});

test('an edition with a mail in doubt is shown until somebody has decided, however long ago it was due', async () => {
  const { editionId } = await frozen(1);
  const long = new Date(start.getTime() - 90 * 24 * hourMs);
  await db.update(editions).set({ state: 'sent', settledAt: long, dueAt: long });
  const shown = async () =>
    (await listEditionsAtWork(db, new Date(start.getTime() - 24 * hourMs))).map(({ id }) => id);
  await db.update(deliveries).set({ state: 'uncertain', settledAt: long });
  expect(await shown()).toEqual([editionId]);
  await db.update(deliveries).set({ state: 'sent' });
  expect(await shown()).toEqual([]);
});

test('what became of a cancelled edition can still be said, and nothing of it is sent again', async () => {
  const { editionId } = await frozen(1);
  await db.update(editions).set({ state: 'cancelled' });
  await db.update(deliveries).set({ state: 'uncertain' });
  const [row] = await rowsOf(editionId);
  const decide = (decision: 'sent' | 'send again') =>
    decideUncertain(db, jobs, { editionId, deliveryIds: [row?.id ?? ''], decision }, start);
  expect(await decide('send again')).toEqual({ kind: 'not in that state', state: 'cancelled' });
  expect(await decide('sent')).toMatchObject({ kind: 'done', count: 1 });
  expect(await statesOf(editionId)).toEqual(['sent']);
});

test('what a dead worker had claimed of a cancelled edition is settled with the rest', async () => {
  const { editionId } = await frozen(3);
  await claimOfEdition(pool, editionId, 2, start, new Date(start.getTime() + 30_000));
  await db.update(editions).set({ state: 'paused' });
  later(31_000);
  await cancelEdition(db, editionId, null, clock.now);
  expect(await statesOf(editionId)).toEqual(['dropped', 'dropped', 'dropped']);
});

test('a mailbox that turns out not to exist at the second try gets no mail any more', async () => {
  const { editionId, people } = await frozen(2);
  const late = people[0]?.email ?? '';
  relay.behaveTo(late, { kind: 'answer', at: 'rcpt', code: 450 });
  await sendAll(editionId);
  later(2 * hourMs);
  relay.behaveTo(late, { kind: 'answer', at: 'rcpt', code: 550, text: '5.1.1 No such user' });
  await sendAll(editionId);
  expect(await db.select().from(suppressions)).toMatchObject([{ reason: 'bounce' }]);
});

test('who goes on after an hour without the relay is given an hour again', async () => {
  const { editionId } = await frozen(2);
  relay.behave({ kind: 'answer', at: 'connect', code: 421 });
  const pump = openPump(openOffice(), 5);
  pump.look(editionId);
  await expect.poll(() => relay.turnedAway()).toBeGreaterThan(2);
  later(hourMs + 1);
  await pump.rest();
  expect(await editionOf(editionId)).toMatchObject({ state: 'paused' });
  later(5 * hourMs);
  await resumeEdition(db, jobs, editionId);
  const before = relay.turnedAway();
  pump.look(editionId);
  await expect.poll(() => relay.turnedAway()).toBeGreaterThan(before + 2);
  relay.behave({ kind: 'accept' });
  await pump.rest();
  expect(relay.mails).toHaveLength(2);
});

test('many that ended well hide none that waits for a person', async () => {
  const { editionId } = await frozen(1);
  await db.update(editions).set({ state: 'paused', dueAt: new Date(start.getTime() - 72 * hourMs) });
  const sent = {
    kind: 'instant',
    listId: 'instant',
    language: 'en',
    state: 'sent',
    settledAt: start,
  } as const;
  const times = { dueAt: start, createdAt: start, articleIds: [] };
  await db
    .insert(editions)
    .values(Array.from({ length: 60 }, (_, key) => ({ id: randomUUID(), key: `${key}`, ...sent, ...times })));
  const shown = await listEditionsAtWork(db, new Date(start.getTime() - 24 * hourMs));
  expect(shown).toHaveLength(50);
  expect(shown[0]?.id).toBe(editionId);
});
