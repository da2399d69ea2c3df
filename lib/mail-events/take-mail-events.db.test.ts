import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { afterDays, start, testReaders } from '#lib/newsletter/test-reader.ts';
import { findSuppression, suppressionHash } from '#lib/subscribers/suppression-store.ts';
import { hasReceipt } from '#lib/webhook/receipts-store.ts';
import type { MailEvent } from './mail-event.ts';
import { takeMailEvents } from './take-mail-events.ts';

const { db, reader, edition, mailed, stateOf, deliveryOf, leavingsOf } = await testReaders();
const secret = 'a secret of at least 24 characters';
const suppressionOf = (email: string) => findSuppression(db, suppressionHash(secret, email));
const said = (...events: MailEvent[]) => ({ kind: 'events' as const, events, receipt: randomUUID() });
const event = (kind: MailEvent['kind'], more: Partial<MailEvent>): MailEvent => ({
  ...{ kind, permanent: false, deliveryId: null, emailKey: null, ...more },
});

async function sentOne() {
  const subscriber = await reader();
  const editionId = await edition();
  return { ...subscriber, editionId, deliveryId: await mailed(subscriber.id, editionId) };
}

test('a permanent bounce is noted at its mail, and its address gets none any more', async () => {
  const { id, email, deliveryId } = await sentOne();
  const taken = await takeMailEvents(
    db,
    secret,
    said(event('bounce', { permanent: true, deliveryId })),
    start,
  );
  expect(taken).toEqual({ kind: 'taken', bounces: 1, complaints: 0, strangers: 0 });
  expect(await deliveryOf(deliveryId)).toMatchObject({ bouncedAt: start, complainedAt: null, state: 'sent' });
  expect(await stateOf(id)).toMatchObject({ state: 'suppressed' });
  expect(await suppressionOf(email)).toMatchObject({ reason: 'bounce' });
  expect(await leavingsOf(id)).toEqual([]);
});

test('another bounce is noted, and its address goes on', async () => {
  const { id, email, deliveryId } = await sentOne();
  await takeMailEvents(db, secret, said(event('bounce', { deliveryId })), start);
  expect(await deliveryOf(deliveryId)).toMatchObject({ bouncedAt: start });
  expect(await stateOf(id)).toMatchObject({ state: 'confirmed' });
  expect(await suppressionOf(email)).toBeNull();
});

test('whoever calls a mail spam has left by it and gets none any more', async () => {
  const { id, email, editionId, deliveryId } = await sentOne();
  await takeMailEvents(db, secret, said(event('complaint', { deliveryId })), start);
  expect(await deliveryOf(deliveryId)).toMatchObject({ complainedAt: start, bouncedAt: null });
  expect(await stateOf(id)).toMatchObject({ state: 'suppressed', unsubscribedAt: start });
  expect(await leavingsOf(id)).toMatchObject([{ editionId, reason: 'complaint', listId: null }]);
  expect(await suppressionOf(email)).toMatchObject({ reason: 'complaint' });
});

test('a mail that is not known any more is found by its address; what is not ours changes nothing', async () => {
  const { id, email } = await reader();
  const strangers = [
    event('bounce', { permanent: true, emailKey: 'nobody-of-ours@example.com' }),
    event('complaint', { deliveryId: randomUUID() }),
    event('complaint', {}),
  ];
  const known = event('complaint', { deliveryId: randomUUID(), emailKey: email });
  const taken = await takeMailEvents(db, secret, said(...strangers, known), start);
  expect(taken).toEqual({ kind: 'taken', bounces: 0, complaints: 1, strangers: 3 });
  expect(await stateOf(id)).toMatchObject({ state: 'suppressed' });
  expect(await suppressionOf('nobody-of-ours@example.com')).toBeNull();
});

test('the mail outweighs the address that a provider names with it', async () => {
  const { id, deliveryId } = await sentOne();
  const other = await reader();
  const named = event('bounce', { permanent: true, deliveryId, emailKey: other.email });
  await takeMailEvents(db, secret, said(named), start);
  expect(await stateOf(id)).toMatchObject({ state: 'suppressed' });
  expect(await stateOf(other.id)).toMatchObject({ state: 'confirmed' });
});

test('the same message again changes nothing; a second message about the same mail keeps the first time', async () => {
  const { id, deliveryId } = await sentOne();
  const message = said(event('complaint', { deliveryId }));
  await takeMailEvents(db, secret, message, start);
  expect(await takeMailEvents(db, secret, message, afterDays(0.1))).toEqual({ kind: 'seen before' });
  await takeMailEvents(db, secret, said(event('complaint', { deliveryId })), afterDays(0.2));
  expect(await deliveryOf(deliveryId)).toMatchObject({ complainedAt: start });
  expect(await leavingsOf(id)).toHaveLength(1);
});

test('without a database nothing is acknowledged', async () => {
  const nowhere = openDatabase('postgres://postgres:password@127.0.0.1:1/none');
  const message = said(event('complaint', { deliveryId: randomUUID() }));
  await expect(takeMailEvents(nowhere.db, secret, message, start)).rejects.toThrow();
  expect(await hasReceipt(db, [message.receipt])).toBe(false);
  await nowhere.close();
});

test('no address is in the log', async () => {
  const info = vi.spyOn(log, 'info');
  const { email, deliveryId } = await sentOne();
  await takeMailEvents(db, secret, said(event('complaint', { deliveryId, emailKey: email })), start);
  expect(info).toHaveBeenCalled();
  expect(JSON.stringify(info.mock.calls)).not.toContain('@');
  info.mockRestore();
});
