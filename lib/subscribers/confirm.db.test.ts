import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import { sessions, subscribers, tokens } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { confirm, inspectConfirmation, type Press } from './confirm.ts';
import { eraseSubscriber } from './erase-subscriber.ts';
import { listsOf, setLists } from './list-store.ts';
import { hashToken, newToken } from './secret-token.ts';
import { findSession } from './session-store.ts';
import { addSuppression, findSuppression, suppressionHash } from './suppression-store.ts';
import { addToken } from './token-store.ts';

const { db } = await testDatabase();
const now = new Date('2026-01-15T17:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const days = (count: number) => hours(24 * count);

async function invited(state: 'pending' | 'unsubscribed' | 'suppressed' = 'pending') {
  const id = randomUUID();
  const email = `${id}@example.com`;
  await db.insert(subscribers).values({ id, email, emailKey: email, state, language: 'en', createdAt: now });
  return { id, token: await tokenFor(id) };
}

async function tokenFor(
  subscriberId: string,
  purpose: 'confirm' | 'sign_in' = 'confirm',
  listIds: string[] | null = null,
  language: 'en' | 'es' | null = null,
) {
  const token = newToken();
  const row = {
    purpose,
    subscriberId,
    ...{ listIds, language },
    sourcePath: '/articles/reef',
    createdAt: now,
    expiresAt: hours(24),
  };
  await addToken(db, { token, ...row });
  return token;
}

const secret = 'a secret of at least 24 characters';
const list = (id: string, language: 'en' | 'es', isDefault: boolean): NewsletterList => ({
  id,
  language,
  isDefault,
  cadence: 'daily',
  titles: { en: id, es: id },
});
const lists = [list('daily-en', 'en', true), list('weekly-en', 'en', false), list('daily-es', 'es', true)];

const press = (token: string, session: string | null = null): Press => ({
  token,
  session,
  device: 'Firefox on Linux',
  secret,
  chosen: null,
  lists,
});

async function stateOf(id: string) {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id));
  return row;
}

test('the button confirms, opens a session and leads back to the source', async () => {
  const { id, token } = await invited();
  const result = await confirm(db, press(token), now);
  if (result.kind !== 'confirmed') throw new Error(result.kind);
  expect(result.sourcePath).toBe('/articles/reef');
  expect(await stateOf(id)).toMatchObject({ state: 'confirmed', confirmedAt: now });
  expect(await findSession(db, result.sessionToken, now)).toMatchObject({ subscriberId: id });
  const [kept] = await db.select().from(sessions).where(eq(sessions.subscriberId, id));
  expect(kept?.tokenHash).toBe(hashToken(result.sessionToken));
});

test('looking at a link, however often, spends nothing', async () => {
  const { id, token } = await invited();
  for (let look = 0; look < 3; look += 1) {
    expect(await inspectConfirmation(db, token, now)).toEqual({ kind: 'open', listIds: null });
  }
  expect(await stateOf(id)).toMatchObject({ state: 'pending' });
  expect(await confirm(db, press(token), now)).toMatchObject({ kind: 'confirmed' });
});

test('a token works once, also when the button is pressed twice at the same time', async () => {
  const { id, token } = await invited();
  const results = await Promise.all([confirm(db, press(token), now), confirm(db, press(token), now)]);
  expect(results.map((result) => result.kind).sort()).toEqual(['confirmed', 'used']);
  expect(await db.select().from(sessions).where(eq(sessions.subscriberId, id))).toHaveLength(1);
  expect(await inspectConfirmation(db, token, now)).toEqual({ kind: 'used', confirmed: true });
});

test('the same reader who presses again is led back, a stranger with the link is not', async () => {
  const { token } = await invited();
  const first = await confirm(db, press(token), now);
  if (first.kind !== 'confirmed') throw new Error(first.kind);
  expect(await confirm(db, press(token, first.sessionToken), now)).toEqual({
    kind: 'repeated',
    sourcePath: '/articles/reef',
  });
  const other = await invited();
  const stranger = await confirm(db, press(other.token), now);
  if (stranger.kind !== 'confirmed') throw new Error(stranger.kind);
  expect(await confirm(db, press(token, stranger.sessionToken), now)).toMatchObject({ kind: 'used' });
});

test('the first press ends the other links of the same reader', async () => {
  const { id, token } = await invited();
  const second = await tokenFor(id);
  await confirm(db, press(token), now);
  expect(await confirm(db, press(second), now)).toEqual({ kind: 'used', confirmed: true });
});

test('who comes back after erasing an account lifts what kept newsletters away; a complaint stays', async () => {
  for (const [reason, left] of [
    ['erased', undefined],
    ['complaint', 'complaint'],
  ] as const) {
    const { id, token } = await invited();
    const emailHash = suppressionHash(secret, `${id}@example.com`);
    await addSuppression(db, { emailHash, reason }, now);
    await confirm(db, press(token), now);
    expect((await findSuppression(db, emailHash))?.reason).toBe(left);
  }
});

test('confirming ends the session that this browser held before', async () => {
  const [first, second] = [await invited(), await invited()];
  const before = await confirm(db, press(first.token), now);
  if (before.kind !== 'confirmed') throw new Error(before.kind);
  await confirm(db, press(second.token, before.sessionToken), now);
  expect(await findSession(db, before.sessionToken, now)).toBeNull();
});

test('an expired link confirms nobody', async () => {
  const { id, token } = await invited();
  expect(await confirm(db, press(token), hours(24))).toEqual({ kind: 'expired' });
  expect(await stateOf(id)).toMatchObject({ state: 'pending' });
});

test('a token of another purpose, an unknown one and a mutilated one confirm nobody', async () => {
  const { id } = await invited();
  expect(await confirm(db, press(await tokenFor(id, 'sign_in')), now)).toEqual({ kind: 'unknown' });
  expect(await confirm(db, press(newToken()), now)).toEqual({ kind: 'unknown' });
  expect(await confirm(db, press('x'.repeat(42)), now)).toEqual({ kind: 'malformed' });
  expect(await stateOf(id)).toMatchObject({ state: 'pending' });
});

test('one who had left comes back, one who is suppressed stays so', async () => {
  const left = await invited('unsubscribed');
  await confirm(db, press(left.token), now);
  expect(await stateOf(left.id)).toMatchObject({
    state: 'confirmed',
    confirmedAt: now,
    unsubscribedAt: null,
  });
  const suppressed = await invited('suppressed');
  await confirm(db, press(suppressed.token), now);
  expect(await stateOf(suppressed.id)).toMatchObject({ state: 'suppressed' });
});

test('a session ends 90 days after its last use, which is written at most daily', async () => {
  const { id, token } = await invited();
  const result = await confirm(db, press(token), now);
  if (result.kind !== 'confirmed') throw new Error(result.kind);
  const lastUsed = async () =>
    (await db.select().from(sessions).where(eq(sessions.subscriberId, id)))[0]?.lastUsedAt;
  await findSession(db, result.sessionToken, hours(23));
  expect(await lastUsed()).toEqual(now);
  await findSession(db, result.sessionToken, days(89));
  expect(await lastUsed()).toEqual(days(89));
  expect(await findSession(db, result.sessionToken, days(178))).not.toBeNull();
  expect(await findSession(db, result.sessionToken, days(268))).toBeNull();
  expect(await findSession(db, 'forged', now)).toBeNull();
});

test('no token is kept as it is', async () => {
  const { token } = await invited();
  const kept = await db.select().from(tokens);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test('the lists of the sign-up become the subscriber’s, and the link says which before it is used', async () => {
  const { id } = await invited();
  const token = await tokenFor(id, 'confirm', ['weekly-en', 'ended-en']);
  expect(await inspectConfirmation(db, token, now)).toEqual({
    kind: 'open',
    listIds: ['weekly-en', 'ended-en'],
  });
  await confirm(db, press(token), now);
  expect(await listsOf(db, id)).toEqual(['weekly-en']);
});

test('who was offered no choice gets the default lists of their language', async () => {
  const { id, token } = await invited();
  await confirm(db, press(token), now);
  expect(await listsOf(db, id)).toEqual(['daily-en']);
});

test('what is ticked beside the button counts, none at all included', async () => {
  const { id } = await invited();
  await confirm(db, { ...press(await tokenFor(id, 'confirm', ['weekly-en'])), chosen: ['daily-es'] }, now);
  expect(await listsOf(db, id)).toEqual(['daily-es']);
  const other = await invited('unsubscribed');
  await confirm(db, { ...press(other.token), chosen: [] }, now);
  expect(await listsOf(db, other.id)).toEqual([]);
});

test('the lists of who has confirmed before stay as they are, whatever a later link asks for', async () => {
  const { id, token } = await invited();
  await confirm(db, press(token), now);
  await setLists(db, id, ['weekly-en'], now);
  const strangers = await tokenFor(id, 'confirm', ['daily-en', 'daily-es']);
  expect(await confirm(db, press(strangers), now)).toMatchObject({ kind: 'confirmed' });
  expect(await listsOf(db, id)).toEqual(['weekly-en']);
});

test('when the default lists cannot be read nothing is spent, and a choice needs no dataset', async () => {
  const { id, token } = await invited();
  await expect(confirm(db, { ...press(token), lists: null }, now)).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: 'pending' });
  await confirm(db, { ...press(token), chosen: ['weekly-en'], lists: null }, now);
  expect(await listsOf(db, id)).toEqual(['weekly-en']);
});

test('two links of one reader pressed at once, while the account is deleted, end without waiting for each other', async () => {
  const readers = [];
  for (let count = 0; count < 20; count += 1) {
    const { id, token } = await invited();
    readers.push({ id, tokens: [token, await tokenFor(id)] });
  }
  for (const [
    index,
    {
      id,
      tokens: [one = '', other = ''],
    },
  ] of readers.entries()) {
    const presses = [confirm(db, press(one), now), confirm(db, press(other), now)];
    const erasing = index % 2 === 0 ? [eraseSubscriber(db, secret, id, now)] : [];
    const [results] = await Promise.all([Promise.all(presses), ...erasing]);
    const kinds = results.map(({ kind }) => kind).sort();
    if (erasing.length === 0) expect(kinds).toEqual(['confirmed', 'used']);
    expect(await db.select().from(sessions).where(eq(sessions.subscriberId, id))).toHaveLength(
      erasing.length === 0 ? 1 : 0,
    );
  }
});

test('who comes back in another language gets its default lists and is written to in it', async () => {
  const { id } = await invited('unsubscribed');
  await confirm(db, press(await tokenFor(id, 'confirm', null, 'es')), now);
  expect(await stateOf(id)).toMatchObject({ state: 'confirmed', language: 'es' });
  expect(await listsOf(db, id)).toEqual(['daily-es']);
});

test('a link that a stranger caused leaves the language of a confirmed reader alone', async () => {
  const { id, token } = await invited();
  await confirm(db, press(token), now);
  await confirm(db, press(await tokenFor(id, 'confirm', null, 'es')), now);
  expect(await stateOf(id)).toMatchObject({ language: 'en' });
});
