import { eq } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { beforeEach, expect, test, vi } from 'vitest';
import { editions, subscriberLists, subscribers, suppressions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { openNewsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { suppressionHash } from '#lib/subscribers/suppression-store.ts';
import { deliverBatch } from './deliver-batch.ts';
import { handOverMs } from './edition-ledger.ts';
import { claimOfEdition, exchangeRows, markLostUncertain, releaseRows } from './edition-outbox-store.ts';
import { editionStrain } from './edition-strain.ts';
import type { NewsletterOffice } from './newsletter-office.ts';
import { frozenEdition, testNewsletters } from './test-newsletters.ts';
import type { Behaviour } from './test-relay.ts';

const database = await testDatabase();
const { db, pool } = database;
const { relay, clock, openOffice, rowsOf, addressees, later } = await testNewsletters(database);
const start = clock.now;
const frozen = (readers: number) => frozenEdition(database, readers, start);
const sendAll = (office: NewsletterOffice, editionId: string) =>
  deliverBatch(office, editionId, editionStrain());
const states = async (editionId: string) => (await rowsOf(editionId)).map(({ state }) => state);

beforeEach(async () => {
  await db.delete(editions);
  await db.delete(subscribers);
  await db.delete(suppressions);
  clock.now = start;
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

test('every reader gets one mail, in their language and with their own way to leave', async () => {
  const { editionId, people } = await frozen(7);
  expect(await sendAll(openOffice(), editionId)).toEqual({ kind: 'done' });
  expect(addressees()).toEqual(people.map(({ email }) => email).sort());
  for (const { id, email, language } of people) {
    const source = relay.mails.find(({ to }) => to[0] === email)?.source ?? '';
    expect((await simpleParser(source)).subject).toBe(`News in ${language}`);
    const token = /^List-Unsubscribe:\s.*token=([\w-]+)/m.exec(source)?.[1] ?? '';
    expect(openNewsletterToken(openOffice().secret, token)).toEqual({ subscriberId: id, editionId });
  }
  const rows = await rowsOf(editionId);
  expect(rows.every(({ smtpCode, attempt }) => smtpCode === 250 && attempt === 1)).toBe(true);
  expect(await states(editionId)).toEqual(rows.map(() => 'sent'));
});

test('three workers at once send each mail once, and none has more in hand than connections', async () => {
  const { editionId, people } = await frozen(60);
  relay.behave({ kind: 'slow', ms: 5 });
  await Promise.all([1, 2, 3].map(() => sendAll(openOffice(), editionId)));
  expect(addressees()).toEqual(people.map(({ email }) => email).sort());
  expect(relay.mostAtOnce()).toBeLessThanOrEqual(9);
});

test('whoever left, left the list or may not be mailed since the freeze gets nothing', async () => {
  const { editionId, people } = await frozen(5);
  const [left, suppressed, hashed, other] = people;
  const change = (id: string | undefined, state: 'unsubscribed' | 'suppressed') =>
    db
      .update(subscribers)
      .set({ state })
      .where(eq(subscribers.id, id ?? ''));
  await change(left?.id, 'unsubscribed');
  await change(suppressed?.id, 'suppressed');
  const emailHash = suppressionHash(openOffice().secret, hashed?.emailKey ?? '');
  await db.insert(suppressions).values({ emailHash, reason: 'complaint', createdAt: start });
  await db.delete(subscriberLists).where(eq(subscriberLists.subscriberId, other?.id ?? ''));
  await sendAll(openOffice(), editionId);
  expect(addressees()).toEqual([people[4]?.email]);
  expect((await rowsOf(editionId)).map(({ state, reason }) => reason ?? state)).toEqual([
    'unsubscribed meanwhile',
    'suppressed',
    'suppressed',
    'left the list meanwhile',
    'sent',
  ]);
});

test('who unsubscribes in mid-send gets nothing but what was in hand at that moment', async () => {
  const { editionId } = await frozen(40);
  relay.behave({ kind: 'slow', ms: 20 });
  const sending = sendAll(openOffice(), editionId);
  await vi.waitFor(() => expect(relay.mails.length).toBeGreaterThan(5));
  await db.update(subscribers).set({ state: 'unsubscribed' });
  const before = relay.mails.length;
  await sending;
  // Three in hand when it was written down, and those three perhaps after the count.
  expect(relay.mails.length).toBeLessThanOrEqual(before + 6);
  expect((await states(editionId)).filter((state) => state === 'sent')).toHaveLength(relay.mails.length);
});

test('a stopped edition stops, and goes on with the others when it is released', async () => {
  const { editionId, people } = await frozen(40);
  relay.behave({ kind: 'slow', ms: 20 });
  const sending = sendAll(openOffice(), editionId);
  await vi.waitFor(() => expect(relay.mails.length).toBeGreaterThan(5));
  await db.update(editions).set({ state: 'paused' });
  await sending;
  expect(new Set(await states(editionId))).toEqual(new Set(['sent', 'queued']));
  await db.update(editions).set({ state: 'sending' });
  await sendAll(openOffice(), editionId);
  expect(addressees()).toEqual(people.map(({ email }) => email).sort());
});

test('of a stopped edition that is then cancelled nobody gets the rest, what was claimed included', async () => {
  const { editionId } = await frozen(1);
  const claimed = await claimOfEdition(pool, editionId, 1, start, start);
  await db.update(editions).set({ state: 'cancelled' });
  await releaseRows(pool, claimed, start);
  expect(await rowsOf(editionId)).toMatchObject([{ state: 'dropped', reason: 'edition cancelled' }]);
});

test('a worker that is told to stop ends with empty hands', async () => {
  const { editionId } = await frozen(40);
  relay.behave({ kind: 'slow', ms: 20 });
  const stop = new AbortController();
  const sending = sendAll(openOffice({ stopping: stop.signal }), editionId);
  await vi.waitFor(() => expect(relay.mails.length).toBeGreaterThan(5));
  stop.abort();
  await sending;
  const rows = await rowsOf(editionId);
  expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(relay.mails.length);
  expect(
    rows.filter(({ state }) => state === 'queued').every(({ leasedUntil }) => leasedUntil === null),
  ).toBe(true);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['sent', 'queued']));
});

const minute = 60_000;
test.each<[string, Behaviour, object]>([
  ['greylisted', { kind: 'answer', at: 'rcpt', code: 450 }, { state: 'queued', smtpCode: 450 }],
  ['a full mailbox', { kind: 'answer', at: 'rcpt', code: 452 }, { state: 'queued', smtpCode: 452 }],
  ['put off after DATA', { kind: 'answer', at: 'data', code: 451 }, { state: 'queued', smtpCode: 451 }],
  ['refused after DATA', { kind: 'answer', at: 'data', code: 554 }, { state: 'failed', smtpCode: 554 }],
  ['no such mailbox', { kind: 'answer', at: 'rcpt', code: 550 }, { state: 'failed', smtpCode: 550 }],
  ['dropped after DATA', { kind: 'drop after data' }, { state: 'uncertain' }],
  ['stalled after DATA', { kind: 'stall after data' }, { state: 'uncertain' }],
  ['dropped before DATA', { kind: 'drop at rcpt' }, { state: 'queued', reason: 'unreachable' }],
  ['closing at RCPT', { kind: 'answer', at: 'rcpt', code: 421 }, { state: 'queued', smtpCode: 421 }],
  ['slow', { kind: 'slow', ms: 300 }, { state: 'sent' }],
])('%s: the others get their mail, this row says what became of it', async (_, behaviour, expected) => {
  const { editionId, people } = await frozen(12);
  const odd = people[4]?.email ?? '';
  relay.behaveTo(odd, { ...behaviour, times: 1 });
  await sendAll(openOffice({ patienceMs: 700 }), editionId);
  const rows = await rowsOf(editionId);
  expect(rows.filter(({ state }) => state === 'sent').length).toBeGreaterThanOrEqual(11);
  const row = rows.find(({ subscriberId }) => subscriberId === people[4]?.id);
  expect(row).toMatchObject(expected);
  later(2 * minute);
  await sendAll(openOffice(), editionId);
  const once = people.map(({ email }) => email).sort();
  expect(addressees()).toEqual(row?.state === 'failed' ? once.filter((email) => email !== odd) : once);
});

test('an address whose mailbox does not exist gets no mail any more, one that was refused by policy does', async () => {
  const { editionId, people } = await frozen(3);
  const at = { kind: 'answer', at: 'rcpt', code: 550 } as const;
  relay.behaveTo(people[0]?.email ?? '', { ...at, text: '5.1.1 No such user' });
  relay.behaveTo(people[1]?.email ?? '', { ...at, text: '5.7.1 Not from you' });
  await sendAll(openOffice(), editionId);
  expect(await states(editionId)).toEqual(['failed', 'failed', 'sent']);
  const kept = await db.select().from(suppressions);
  expect(kept).toMatchObject([
    { emailHash: suppressionHash(openOffice().secret, people[0]?.emailKey ?? ''), reason: 'bounce' },
  ]);
});

test.each<[string, Behaviour]>([
  ['lets nobody in', { kind: 'answer', at: 'connect', code: 421 }],
  ['does not take our sender', { kind: 'answer', at: 'mail', code: 550 }],
])('while the relay %s no mail is given up or in doubt', async (_, behaviour) => {
  const { editionId } = await frozen(12);
  relay.behave(behaviour);
  expect(await sendAll(openOffice(), editionId)).toMatchObject({ kind: 'no relay' });
  expect(await states(editionId)).toEqual(Array(12).fill('queued'));
  relay.behave({ kind: 'accept' });
  later(minute);
  expect(await sendAll(openOffice(), editionId)).toEqual({ kind: 'done' });
  expect(relay.mails).toHaveLength(12);
});

test('a relay that refuses everybody stops the edition, and nobody is suppressed for it', async () => {
  const { editionId } = await frozen(60);
  relay.behave({ kind: 'answer', at: 'rcpt', code: 550 });
  await sendAll(openOffice(), editionId);
  const [edition] = await db.select().from(editions);
  expect(edition).toMatchObject({
    state: 'paused',
    reason: expect.stringMatching(/^2\d of the last 2\d mails were refused$/),
  });
  const failed = (await states(editionId)).filter((state) => state === 'failed');
  expect(failed.length).toBeLessThanOrEqual(22);
  expect(await db.select().from(suppressions)).toEqual([]);
});

test('a relay that loses mails stops the edition after a few of them', async () => {
  const { editionId } = await frozen(60);
  relay.behave({ kind: 'drop after data' });
  await sendAll(openOffice(), editionId);
  expect(await db.select().from(editions)).toMatchObject([{ state: 'paused' }]);
  const uncertain = (await states(editionId)).filter((state) => state === 'uncertain');
  expect(uncertain.length).toBeLessThanOrEqual(7);
});

test('what a dead worker had claimed is sent by another, what it had in hand is uncertain', async () => {
  const { editionId, people } = await frozen(6);
  const until = new Date(start.getTime() + handOverMs);
  const claimed = await claimOfEdition(pool, editionId, 4, start, until);
  const next = claimed.slice(0, 2).map((row) => ({ row, emailHash: '' }));
  await exchangeRows(pool, [], next, start, until);
  await sendAll(openOffice(), editionId);
  expect(relay.mails).toHaveLength(2);
  later(handOverMs + 1);
  await markLostUncertain(pool, clock.now);
  await sendAll(openOffice(), editionId);
  expect((await states(editionId)).filter((state) => state === 'uncertain')).toHaveLength(2);
  expect(new Set(addressees()).size).toBe(4);
  expect(people).toHaveLength(6);
});

test('who lost a claim to another worker can neither hand over nor settle', async () => {
  const { editionId } = await frozen(1);
  const until = new Date(start.getTime() + 1000);
  const [first] = await claimOfEdition(pool, editionId, 1, start, until);
  later(2000);
  const [second] = await claimOfEdition(pool, editionId, 1, clock.now, until);
  if (!first || !second) throw new Error('The row was not claimed');
  const handOver = (row: typeof first) => exchangeRows(pool, [], [{ row, emailHash: '' }], clock.now, until);
  expect((await handOver(first)).inHand).toEqual([]);
  expect((await handOver(second)).inHand).toHaveLength(1);
  // The answer may have been lost with its connection: asking again is no second hand-over.
  expect((await handOver(second)).inHand).toHaveLength(1);
  await exchangeRows(pool, [{ row: first, state: 'failed', code: 550, reason: null }], [], clock.now, until);
  expect(await states(editionId)).toEqual(['sending']);
});

test('a database that cuts every connection in mid-send costs no mail and doubles none', async () => {
  const { editionId, people } = await frozen(60);
  relay.behave({ kind: 'slow', ms: 10 });
  const sending = sendAll(openOffice(), editionId);
  for (let cut = 0; cut < 3; cut += 1) {
    const seen = relay.mails.length;
    await vi.waitFor(() => expect(relay.mails.length).toBeGreaterThan(seen + 5), { timeout: 10_000 });
    await pool
      .query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()')
      .catch(() => undefined);
  }
  await sending;
  expect(addressees()).toEqual(people.map(({ email }) => email).sort());
  expect(new Set(await states(editionId))).toEqual(new Set(['sent']));
});

test('an edition whose paper is not known yet waits', async () => {
  const { editionId } = await frozen(2);
  const nameless = openOffice({ senderFor: () => Promise.reject(new Error('The lake is away')) });
  expect(await sendAll(nameless, editionId)).toEqual({ kind: 'not ready' });
  expect(await states(editionId)).toEqual(['queued', 'queued']);
});
