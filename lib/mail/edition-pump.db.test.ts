import { beforeEach, expect, test } from 'vitest';
import { editions, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { claimOfEdition, exchangeRows } from './edition-outbox-store.ts';
import { openPump } from './edition-pump.ts';
import { frozenEdition, testNewsletters } from './test-newsletters.ts';

const database = await testDatabase();
const { db, pool } = database;
const { relay, clock, openOffice, rowsOf, later } = await testNewsletters(database);
const start = clock.now;
const frozen = (readers: number) => frozenEdition(database, readers, start);
const restMs = 20;

beforeEach(async () => {
  await db.delete(editions);
  await db.delete(subscribers);
  clock.now = start;
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

test('an edition whose job was lost is found, all of it is sent, and what was put off when its time comes', async () => {
  const { editionId, people } = await frozen(700);
  relay.behaveTo(people[3]?.email ?? '', { kind: 'answer', at: 'rcpt', code: 450, times: 1 });
  const pump = openPump(openOffice());
  await pump.sweep();
  await pump.rest();
  expect(relay.mails).toHaveLength(699);
  await pump.sweep();
  await pump.rest();
  expect(relay.mails).toHaveLength(699);
  later(60_000);
  await pump.sweep();
  await pump.rest();
  expect((await rowsOf(editionId)).every(({ state }) => state === 'sent')).toBe(true);
});

test('a great edition does not keep a small one waiting until its end', async () => {
  const great = await frozen(1100);
  const small = await frozen(3);
  const pump = openPump(openOffice());
  pump.look(great.editionId);
  pump.look(small.editionId);
  await pump.rest();
  const addresses = new Set(small.people.map(({ email }) => email));
  const last = relay.mails.findLastIndex(({ to }) => addresses.has(to[0] ?? ''));
  expect(relay.mails).toHaveLength(1103);
  expect(last).toBeLessThan(600);
});

test('while the relay is away the pump waits, and goes on by itself when it is back', async () => {
  const { editionId } = await frozen(20);
  relay.behave({ kind: 'answer', at: 'connect', code: 421 });
  const pump = openPump(openOffice(), restMs);
  pump.look(editionId);
  await expect.poll(() => relay.turnedAway()).toBeGreaterThan(6);
  relay.behave({ kind: 'accept' });
  await expect.poll(() => relay.mails.length).toBe(20);
  await pump.rest();
  expect((await rowsOf(editionId)).every(({ attempt }) => attempt === 1)).toBe(true);
});

test('a relay that is away for more than an hour leaves the edition to a person', async () => {
  const { editionId } = await frozen(20);
  relay.behave({ kind: 'answer', at: 'connect', code: 421 });
  const pump = openPump(openOffice(), restMs);
  pump.look(editionId);
  await expect.poll(() => relay.turnedAway()).toBeGreaterThan(2);
  later(3_600_001);
  await pump.rest();
  const reason = 'no relay for more than an hour';
  expect(await db.select().from(editions)).toMatchObject([{ state: 'paused', reason }]);
  expect((await rowsOf(editionId)).every(({ state }) => state === 'queued')).toBe(true);
});

test('a sweep marks what a dead worker had in hand, and no living one loses its mails by it', async () => {
  const { editionId } = await frozen(10);
  const until = new Date(start.getTime() + 1000);
  const claimed = await claimOfEdition(pool, editionId, 2, start, until);
  await exchangeRows(
    pool,
    [],
    claimed.map((row) => ({ row, emailHash: '' })),
    start,
    until,
  );
  const pump = openPump(openOffice());
  await pump.sweep();
  await pump.rest();
  later(60_000);
  await pump.sweep();
  await pump.rest();
  const states = (await rowsOf(editionId)).map(({ state }) => state);
  expect(states.filter((state) => state === 'sent')).toHaveLength(8);
  expect(states.filter((state) => state === 'uncertain')).toHaveLength(2);
});
