import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, editions } from '#lib/db/schema.ts';
import { chooseLists } from '#lib/subscribers/choose-lists.ts';
import { listsOf } from '#lib/subscribers/list-store.ts';
import { findSubscriber, hasConfirmed } from '#lib/subscribers/subscriber-store.ts';
import { suppressAddress } from '#lib/subscribers/suppress-address.ts';
import { chooseNewsletters } from './choose-newsletters.ts';
import { leaveAll, leaveList, undoLeaving } from './leave.ts';
import { findLeaving, setLeaveReason } from './leaving-store.ts';
import { findNewsletterReader } from './newsletter-reader.ts';
import { newsletterToken } from './newsletter-token.ts';
import { afterDays, start, testReaders } from './test-reader.ts';

const { db, reader, edition, stateOf, leavingsOf } = await testReaders();
const secret = 'a secret of at least 24 characters';

async function left(subscriberId: string, listId?: string) {
  const holder = { subscriberId, editionId: null };
  const leaving = listId
    ? await leaveList(db, holder, listId, start)
    : await leaveAll(db, holder, null, start);
  if (leaving.kind !== 'left') throw new Error('There was nothing to leave');
  return leaving.id;
}

test('leaving ends all newsletters, says by which mail, and keeps what was chosen and the way in', async () => {
  const { id } = await reader();
  const editionId = await edition();
  await leaveAll(db, { subscriberId: id, editionId }, null, start);
  const after = await stateOf(id);
  expect(after).toMatchObject({ state: 'unsubscribed', unsubscribedAt: start, confirmedAt: start });
  expect(await listsOf(db, id)).toEqual(['daily', 'weekly']);
  expect(await leavingsOf(id)).toMatchObject([{ editionId, listId: null, reason: null, undoneAt: null }]);
  const subscriber = await findSubscriber(db, id);
  expect(subscriber && hasConfirmed(subscriber)).toBe(true);
});

test('pressed twice, or fifty times at once, it is one leaving', async () => {
  const { id } = await reader();
  const holder = { subscriberId: id, editionId: null };
  const presses = await Promise.all(Array.from({ length: 50 }, () => leaveAll(db, holder, null, start)));
  expect(presses.filter(({ kind }) => kind === 'left')).toHaveLength(1);
  expect(await leaveAll(db, holder, null, afterDays(1))).toEqual({ kind: 'nothing to leave' });
  expect(await leavingsOf(id)).toHaveLength(1);
});

test('whoever gets nothing, or is not there any more, has nothing to leave, and nothing of theirs changes', async () => {
  for (const state of ['pending', 'unsubscribed', 'suppressed'] as const) {
    const { id } = await reader(state);
    const holder = { subscriberId: id, editionId: null };
    expect(await leaveAll(db, holder, null, start)).toEqual({ kind: 'nothing to leave' });
    expect(await leaveList(db, holder, 'daily', start)).toEqual({ kind: 'nothing to leave' });
    expect(await stateOf(id)).toMatchObject({ state });
    expect(await listsOf(db, id)).toEqual(['daily', 'weekly']);
  }
  const nobody = { subscriberId: randomUUID(), editionId: null };
  expect(await leaveAll(db, nobody, null, start)).toEqual({ kind: 'nothing to leave' });
  expect(await leaveList(db, nobody, 'daily', start)).toEqual({ kind: 'nothing to leave' });
});

test('a mail whose edition is not kept any more still lets its reader leave', async () => {
  const { id } = await reader();
  const editionId = await edition();
  await db.delete(editions).where(eq(editions.id, editionId));
  expect(await leaveAll(db, { subscriberId: id, editionId }, null, start)).toMatchObject({ kind: 'left' });
  expect(await leavingsOf(id)).toMatchObject([{ editionId: null }]);
});

test('one List is left, the others stay', async () => {
  const { id } = await reader();
  const editionId = await edition();
  const holder = { subscriberId: id, editionId };
  await leaveList(db, holder, 'daily', start);
  expect(await stateOf(id)).toMatchObject({ state: 'confirmed' });
  expect(await listsOf(db, id)).toEqual(['weekly']);
  expect(await leavingsOf(id)).toMatchObject([{ editionId, listId: 'daily' }]);
});

test('an undo brings back what came before, once, and is kept as one', async () => {
  const all = await reader();
  const one = await reader();
  const ids = { all: await left(all.id), one: await left(one.id, 'daily') };
  for (const when of [afterDays(1), afterDays(2)]) {
    expect(await undoLeaving(db, all.id, ids.all, when)).toEqual({ kind: 'undone' });
    expect(await undoLeaving(db, one.id, ids.one, when)).toEqual({ kind: 'undone' });
  }
  expect(await stateOf(all.id)).toMatchObject({ state: 'confirmed', unsubscribedAt: null });
  expect(await listsOf(db, one.id)).toEqual(['daily', 'weekly']);
  expect(await leavingsOf(all.id)).toMatchObject([{ undoneAt: afterDays(1) }]);
});

test('after a leaving anew, the undo of the one before changes nothing', async () => {
  const { id } = await reader();
  const first = await left(id);
  await undoLeaving(db, id, first, start);
  await left(id);
  await undoLeaving(db, id, first, start);
  expect(await stateOf(id)).toMatchObject({ state: 'unsubscribed' });
});

test('nobody undoes somebody else’s leaving, one of long ago, or one of an address that gets no mail', async () => {
  const { id, email } = await reader();
  const leaving = await left(id);
  const other = await reader();
  expect(await undoLeaving(db, other.id, leaving, start)).toEqual({ kind: 'unknown' });
  expect(await undoLeaving(db, id, leaving, afterDays(8))).toEqual({ kind: 'too late' });
  expect(await stateOf(id)).toMatchObject({ state: 'unsubscribed' });
  await suppressAddress(db, secret, { emailKey: email, reason: 'bounce' }, start);
  expect(await undoLeaving(db, id, leaving, start)).toEqual({ kind: 'too late' });
  expect(await stateOf(id)).toMatchObject({ state: 'suppressed' });
});

test('the reason is asked afterwards, the last word holds, and it is nobody else’s to give', async () => {
  const { id } = await reader();
  const leaving = { subscriberId: id, id: await left(id) };
  expect(await setLeaveReason(db, { ...leaving, reason: 'too_many' })).toBe(true);
  expect(await setLeaveReason(db, { ...leaving, reason: 'other: moving' })).toBe(true);
  const other = await reader();
  expect(await setLeaveReason(db, { ...leaving, subscriberId: other.id, reason: 'forged' })).toBe(false);
  expect(await leavingsOf(id)).toMatchObject([{ reason: 'other: moving' }]);
});

test('the page knows what was left: everything, else the List that is named, else nothing', async () => {
  const see = async (id: string, named: string | null) => {
    const subscriber = await findSubscriber(db, id);
    return subscriber && (await findLeaving(db, subscriber, named));
  };
  const { id } = await reader();
  const one = await left(id, 'daily');
  expect(await see(id, null)).toBeNull();
  expect(await see(id, one)).toMatchObject({ listId: 'daily' });
  const all = await left(id);
  expect(await see(id, one)).toMatchObject({ id: all });
  await chooseLists(db, id, ['daily'], afterDays(1));
  expect(await see(id, all)).toBeNull();
  await undoLeaving(db, id, one, start);
  expect(await see(id, one)).toBeNull();
  const stranger = await reader();
  expect(await see(stranger.id, one)).toBeNull();
});

test('a mail’s link says who, what they chose and which List brought it; a forged or orphaned one says why not', async () => {
  const { id, email } = await reader();
  const editionId = await edition('weekly');
  const token = (subscriberId: string) => newsletterToken(secret, { subscriberId, editionId });
  expect(await findNewsletterReader(db, secret, token(id))).toMatchObject({
    ...{ kind: 'known', subscriber: { email }, listIds: ['daily', 'weekly'], editionListId: 'weekly' },
  });
  expect(await findNewsletterReader(db, 'another secret of 24 characters', token(id))).toEqual({
    kind: 'unknown',
  });
  expect(await findNewsletterReader(db, secret, token(randomUUID()))).toEqual({ kind: 'gone' });
});

test('lists and language are chosen by the link while subscribed; who has left does not come back by it', async () => {
  const choice = { listIds: ['instant'], language: 'es' } as const;
  const { id } = await reader();
  expect(await chooseNewsletters(db, id, { ...choice, listIds: ['instant'] }, start)).toEqual({
    kind: 'saved',
  });
  expect(await listsOf(db, id)).toEqual(['instant']);
  expect(await stateOf(id)).toMatchObject({ language: 'es', state: 'confirmed' });
  for (const state of ['pending', 'unsubscribed', 'suppressed'] as const) {
    const other = await reader(state);
    const refused = await chooseNewsletters(db, other.id, { ...choice, listIds: ['instant'] }, start);
    expect(refused).toEqual({ kind: 'not subscribed' });
    expect(await listsOf(db, other.id)).toEqual(['daily', 'weekly']);
    expect(await stateOf(other.id)).toMatchObject({ state, language: 'en' });
  }
});

test('whoever leaves or chooses does not wait for an edition that is being frozen', async () => {
  const [all, one, choosing] = [await reader(), await reader(), await reader()];
  const frozen = await edition();
  await db.transaction(async (freezing) => {
    for (const { id } of [all, one, choosing]) {
      const mail = {
        purpose: 'newsletter',
        state: 'queued',
        language: 'en',
        createdAt: start,
        dueAt: start,
      } as const;
      await freezing
        .insert(deliveries)
        .values({ ...mail, id: randomUUID(), subscriberId: id, editionId: frozen });
    }
    await left(all.id);
    await left(one.id, 'daily');
    await chooseNewsletters(db, choosing.id, { listIds: ['weekly'], language: 'en' }, start);
    await chooseLists(db, choosing.id, [], start);
  });
  expect(await stateOf(all.id)).toMatchObject({ state: 'unsubscribed' });
  expect(await listsOf(db, choosing.id)).toEqual([]);
});
