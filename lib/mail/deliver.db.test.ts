import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { deliveries, subscribers, suppressions, tokens } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { hashToken, keyedHash } from '#lib/subscribers/secret-token.ts';
import { deliver, leaseMs } from './deliver.ts';
import { claimDelivery, enqueueDelivery, markHandedOver } from './outbox.ts';
import { clearOldRecords, sweepOutbox } from './tend-outbox.ts';
import { testPostOffice } from './test-post-office.ts';

const database = await testDatabase();
const { db } = database;
const { office, relay, clock } = await testPostOffice(database);
const start = clock.now;
const running = () => false;

beforeEach(async () => {
  // Whatever an earlier test left in hand would go out with this one's sweep.
  await db.delete(subscribers);
  clock.now = start;
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

type State = 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed';

async function queued(state: State = 'pending', confirmedAt: Date | null = null) {
  const subscriberId = randomUUID();
  const email = `${subscriberId}@example.com`;
  await db.insert(subscribers).values({
    id: subscriberId,
    email,
    emailKey: email,
    state,
    confirmedAt,
    language: 'en',
    createdAt: start,
  });
  const mail = {
    purpose: 'confirmation',
    subscriberId,
    language: 'en',
    sourcePath: '/articles/reef',
  } as const;
  const id = await db.transaction((tx) => enqueueDelivery(tx, office.jobs, mail, start));
  return { id, subscriberId, email };
}

async function rowOf(id: string) {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  return row;
}

function later(milliseconds: number) {
  clock.now = new Date(clock.now.getTime() + milliseconds);
}

test('a due mail is sent once, with a token whose hash alone is kept', async () => {
  const { id, email, subscriberId } = await queued();
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempt: 1, smtpCode: 250, handedOverAt: start });
  expect(relay.mails).toHaveLength(1);
  const [mail] = relay.mails;
  expect(mail?.to).toEqual([email]);
  const source = mail?.source.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '';
  const token = /https:\/\/news\.example\/confirm\?token=([\w-]{43})/.exec(source)?.[1] ?? '';
  const kept = await db.select().from(tokens).where(eq(tokens.subscriberId, subscriberId));
  expect(kept).toMatchObject([{ hash: hashToken(token), purpose: 'confirm', sourcePath: '/articles/reef' }]);
  expect(source).toContain(`Message-ID: <${id}@news.example>`);
});

test('of two claimers one gets the mail', async () => {
  const { id } = await queued();
  await Promise.all([deliver(office, id), deliver(office, id), deliver(office, id)]);
  expect(relay.mails).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempt: 1 });
});

test('a mail that is in hand or not due yet is left alone', async () => {
  const { id } = await queued();
  await claimDelivery(db, id, clock.now, leaseMs);
  await deliver(office, id);
  expect(relay.mails).toHaveLength(0);
  const next = await queued();
  clock.now = new Date(start.getTime() - 1);
  await deliver(office, next.id);
  expect(relay.mails).toHaveLength(0);
});

test('a confirmation whose worker died after the hand-over is sent again under the same Message-ID', async () => {
  const { id } = await queued();
  const claimed = await claimDelivery(db, id, clock.now, leaseMs);
  if (!claimed) throw new Error('The row was not claimed');
  await markHandedOver(db, claimed, clock.now);
  later(leaseMs + 1);
  await sweepOutbox(office, running);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempt: 2 });
  expect(relay.mails[0]?.source).toContain(`Message-ID: <${id}@news.example>`);
});

test('a worker that lost its lease can neither hand over nor settle', async () => {
  const { id } = await queued();
  const first = await claimDelivery(db, id, clock.now, leaseMs);
  later(leaseMs + 1);
  const second = await claimDelivery(db, id, clock.now, leaseMs);
  if (!first || !second) throw new Error('The row was not claimed');
  expect(await markHandedOver(db, first, clock.now)).toBe(false);
  expect(await markHandedOver(db, second, clock.now)).toBe(true);
});

test('a row whose job was lost goes out with the sweep', async () => {
  const { id } = await queued();
  await sweepOutbox(office, running);
  expect(await rowOf(id)).toMatchObject({ state: 'queued' });
  later(15_000);
  await sweepOutbox(office, running);
  expect(await rowOf(id)).toMatchObject({ state: 'sent' });
});

test('greylisting is waited out', async () => {
  const { id } = await queued();
  relay.behave({ kind: 'answer', at: 'rcpt', code: 450 });
  await deliver(office, id);
  const dueAt = new Date(start.getTime() + 60_000);
  expect(await rowOf(id)).toMatchObject({ state: 'queued', smtpCode: 450, dueAt });
  relay.behave({ kind: 'accept' });
  await deliver(office, id);
  expect(relay.mails).toHaveLength(0);
  later(60_000);
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempt: 2 });
});

test('an address that the server refuses is not tried again', async () => {
  const { id } = await queued();
  relay.behave({ kind: 'answer', at: 'rcpt', code: 550 });
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', smtpCode: 550 });
  relay.behave({ kind: 'accept' });
  later(86_400_000);
  await sweepOutbox(office, running);
  expect(relay.mails).toHaveLength(0);
});

test('a message that the server refuses after reading it is not tried again', async () => {
  const { id } = await queued();
  relay.behave({ kind: 'answer', at: 'data', code: 554 });
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', smtpCode: 554 });
});

test('a confirmation whose answer never came is sent again', async () => {
  const { id } = await queued();
  relay.behave({ kind: 'drop after data' });
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'queued', reason: 'lost' });
  relay.behave({ kind: 'accept' });
  later(2000);
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'sent' });
});

test('a reader who confirmed meanwhile is not asked again', async () => {
  const { id } = await queued('confirmed', new Date(start.getTime() + 1000));
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'dropped', reason: 'confirmed meanwhile' });
  expect(relay.mails).toHaveLength(0);
});

test('a reader who was confirmed before is told so, with a link that signs in for 15 minutes', async () => {
  const { id, subscriberId } = await queued('confirmed', new Date(start.getTime() - 86_400_000));
  await deliver(office, id);
  expect(relay.mails[0]?.source).toContain('Subject: You are already subscribed to Reef & Shore');
  const kept = await db.select().from(tokens).where(eq(tokens.subscriberId, subscriberId));
  const expiresAt = new Date(start.getTime() + 15 * 60_000);
  expect(kept).toMatchObject([{ purpose: 'sign_in', codeHash: null, signInRequestId: null, expiresAt }]);
});

test('a reader who had left is asked to confirm anew', async () => {
  const { id } = await queued('unsubscribed');
  await deliver(office, id);
  expect(relay.mails[0]?.source).toContain('Subject: Confirm your subscription');
});

test('a suppressed address gets nothing, by its state or by its hash', async () => {
  const byState = await queued('suppressed');
  const byHash = await queued();
  const emailHash = keyedHash(office.secret, 'suppression', byHash.email);
  await db.insert(suppressions).values({ emailHash, reason: 'complaint', createdAt: start });
  for (const { id } of [byState, byHash]) {
    await deliver(office, id);
    expect(await rowOf(id)).toMatchObject({ state: 'dropped', reason: 'suppressed' });
  }
  expect(relay.mails).toHaveLength(0);
});

test('who has erased an account and signs up anew is asked to confirm', async () => {
  const { id, email } = await queued();
  const emailHash = keyedHash(office.secret, 'suppression', email);
  await db.insert(suppressions).values({ emailHash, reason: 'erased', createdAt: start });
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'sent' });
  expect(relay.mails[0]?.source).toContain('Subject: Confirm your subscription');
});

test('while nobody knows how the paper signs its mails they wait', async () => {
  const { id } = await queued();
  const nameless = { ...office, senderFor: () => Promise.reject(new Error('The lake is away')) };
  await deliver(nameless, id);
  expect(await rowOf(id)).toMatchObject({ state: 'queued', reason: 'no settings' });
  later(15_000);
  await deliver(office, id);
  expect(await rowOf(id)).toMatchObject({ state: 'sent' });
});

test('an account that is deleted while its mail is handed over is gone, and neither waits for the other', async () => {
  const { id, subscriberId } = await queued();
  const erasing = await database.pool.connect();
  await erasing.query('begin');
  await erasing.query('select from subscribers where id = $1 for update', [subscriberId]);
  const delivering = deliver(office, id);
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await vi.waitFor(async () => expect((await database.pool.query(waiting)).rowCount).toBe(1));
  await erasing.query('delete from subscribers where id = $1', [subscriberId]);
  await erasing.query('commit');
  erasing.release();
  await delivering;
  expect(await rowOf(id)).toBeUndefined();
  expect(relay.mails).toEqual([]);
});

test('an address that nobody confirmed is forgotten after a month, but not while a link of it works', async () => {
  const day = 86_400_000;
  const typed = await queued();
  const { subscriberId: known } = await queued('unsubscribed', start);
  await deliver(office, typed.id);
  const remaining = async () =>
    (await db.select({ id: subscribers.id }).from(subscribers)).map(({ id }) => id);
  later(31 * day);
  await db.update(tokens).set({ expiresAt: new Date(clock.now.getTime() + day) });
  await clearOldRecords(db, clock.now);
  expect(await remaining()).toContain(typed.subscriberId);
  later(2 * day);
  await clearOldRecords(db, clock.now);
  expect(await remaining()).toEqual([known]);
});

test('an address whose mail still waits, or that was imported and never written to, is not forgotten', async () => {
  const { subscriberId } = await queued();
  const imported = await queued();
  await db.delete(deliveries).where(eq(deliveries.id, imported.id));
  await clearOldRecords(db, new Date(start.getTime() + 31 * 86_400_000));
  const rows = await db.select({ id: subscribers.id }).from(subscribers);
  expect(rows.map(({ id }) => id).sort()).toEqual([subscriberId, imported.subscriberId].sort());
});
