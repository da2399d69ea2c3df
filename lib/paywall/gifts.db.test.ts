import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { gifts, sessions, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { eraseSubscriber } from '#lib/subscribers/erase-subscriber.ts';
import { suppressAddress } from '#lib/subscribers/suppress-address.ts';
import { giftsOf, giftToken, giveGift, holdGift, isGifted, openGift, revokeGift } from './gifts.ts';

const { db } = await testDatabase();
const secret = 'a secret of at least 24 characters';
const desk = { db, secret, rules: { perMonth: 2, lifetimeDays: 7 }, timeZone: 'America/Cancun' };
const now = new Date('2026-11-24T15:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

async function aGiver(): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const times = { createdAt: now, confirmedAt: now };
  await db
    .insert(subscribers)
    .values({ id, email, emailKey: email, state: 'confirmed', language: 'en', ...times });
  return id;
}

async function given(giverId: string, articleId: string, at = now) {
  const giving = await giveGift(desk, { giverId, articleId }, at);
  if (giving.kind !== 'given') throw new Error(giving.kind);
  return { ...giving.gift, token: giftToken(secret, giving.gift.id) };
}

test('whoever has the link reads the article, and that one only, until its days are over', async () => {
  const { token, expiresAt } = await given(await aGiver(), 'article-a');
  expect(expiresAt).toEqual(days(7));
  expect(await openGift(db, token, now)).toEqual({ kind: 'open', articleId: 'article-a', expiresAt });
  expect(await isGifted(db, token, 'article-a', now)).toBe(true);
  expect(await isGifted(db, token, 'article-b', now)).toBe(false);
  expect(await isGifted(db, token, 'article-a', new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(await isGifted(db, token, 'article-a', expiresAt)).toBe(false);
  expect(await openGift(db, token, expiresAt)).toEqual({ kind: 'ended' });
});

test('the database keeps nothing that opens the article', async () => {
  const { id, token } = await given(await aGiver(), 'article-a');
  const [row] = await db.select().from(gifts).where(eq(gifts.id, id));
  expect(JSON.stringify(row)).not.toContain(token);
});

test('looking at a link, however often, changes nothing', async () => {
  const giverId = await aGiver();
  const { token } = await given(giverId, 'article-a');
  for (let look = 0; look < 3; look += 1) expect((await openGift(db, token, now)).kind).toBe('open');
  expect(await giftsOf(db, giverId)).toHaveLength(1);
});

test('the same article again is the same link, and does not count twice', async () => {
  const giverId = await aGiver();
  const first = await given(giverId, 'article-a');
  expect((await given(giverId, 'article-a', days(1))).token).toBe(first.token);
  expect((await given(giverId, 'article-b')).token).not.toBe(first.token);
  expect(await giveGift(desk, { giverId, articleId: 'article-c' }, now)).toEqual({
    kind: 'limited',
    renewsAt: new Date('2026-12-01T05:00:00Z'),
  });
});

test('two givers of one article have two links', async () => {
  const [one, other] = [await given(await aGiver(), 'article-a'), await given(await aGiver(), 'article-a')];
  expect(one.token).not.toBe(other.token);
});

test('when the first link is over, the same article is a new gift', async () => {
  const giverId = await aGiver();
  const first = await given(giverId, 'article-a');
  const second = await given(giverId, 'article-a', days(7));
  expect(second.token).not.toBe(first.token);
  expect((await openGift(db, first.token, days(7))).kind).toBe('ended');
});

test('the month’s limit is the paper’s month: it ends at its midnight', async () => {
  const giverId = await aGiver();
  await given(giverId, 'article-a', new Date('2026-11-01T05:00:00Z'));
  await given(giverId, 'article-b');
  const before = new Date('2026-12-01T04:59:59Z');
  expect((await giveGift(desk, { giverId, articleId: 'article-c' }, before)).kind).toBe('limited');
  await given(giverId, 'article-c', new Date('2026-12-01T05:00:00Z'));
});

test('pressed many times at once, one gift comes of it, and no more than the limit of different ones', async () => {
  const giverId = await aGiver();
  const presses = ['a', 'a', 'a', 'b', 'c', 'd'].map((name) =>
    giveGift(desk, { giverId, articleId: `article-${name}` }, now),
  );
  await Promise.all(presses);
  const rows = await giftsOf(db, giverId);
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map((row) => row.articleId)).size).toBe(2);
});

test('taken back, a link opens nothing from that moment on, and still counts', async () => {
  const giverId = await aGiver();
  const { id, token } = await given(giverId, 'article-a');
  expect(await revokeGift(db, { id, giverId }, days(1))).toBe(true);
  expect(await revokeGift(db, { id, giverId }, days(2))).toBe(true);
  expect((await giftsOf(db, giverId))[0]?.revokedAt).toEqual(days(1));
  expect((await openGift(db, token, days(1))).kind).toBe('ended');
  expect(await isGifted(db, token, 'article-a', days(1))).toBe(false);
  await given(giverId, 'article-b');
  expect((await giveGift(desk, { giverId, articleId: 'article-c' }, now)).kind).toBe('limited');
});

test('nobody takes back what somebody else has given', async () => {
  const { id, token } = await given(await aGiver(), 'article-a');
  expect(await revokeGift(db, { id, giverId: await aGiver() }, now)).toBe(false);
  expect((await openGift(db, token, now)).kind).toBe('open');
});

test('when the giver’s account is deleted, so is all they have given, and nothing more can be', async () => {
  const giverId = await aGiver();
  const { token } = await given(giverId, 'article-a');
  expect(await eraseSubscriber(db, secret, giverId, now)).toBe(true);
  expect((await openGift(db, token, now)).kind).toBe('unknown');
  expect(await isGifted(db, token, 'article-a', now)).toBe(false);
  expect(await giveGift(desk, { giverId, articleId: 'article-b' }, now)).toEqual({ kind: 'stranger' });
});

test('a giver who leaves the newsletters, is suppressed or signs out has given all the same', async () => {
  const [leaves, stopped] = [await aGiver(), await aGiver()];
  const links = [await given(leaves, 'article-a'), await given(stopped, 'article-a')];
  await db.update(subscribers).set({ state: 'unsubscribed' }).where(eq(subscribers.id, leaves));
  const emailKey = `${stopped}@example.com`;
  expect(await suppressAddress(db, secret, { emailKey, reason: 'complaint' }, now)).toMatchObject({
    isSubscriber: true,
  });
  await db.delete(sessions).where(eq(sessions.subscriberId, leaves));
  for (const { token } of links) {
    expect((await openGift(db, token, now)).kind).toBe('open');
    expect(await isGifted(db, token, 'article-a', now)).toBe(true);
  }
});

test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000), '.'.repeat(50), "' or 1=1 --"])(
  'what is no link of ours opens nothing: %j',
  async (token) => {
    expect(await openGift(db, token, now)).toEqual({ kind: 'unknown' });
    expect(await isGifted(db, token, 'article-a', now)).toBe(false);
  },
);

test('a browser holds several gifts, and drops the oldest of too many', async () => {
  const giverId = await aGiver();
  const one = await given(giverId, 'article-a');
  const two = await given(giverId, 'article-b');
  const held = holdGift(holdGift(null, one.token), two.token);
  expect(await isGifted(db, held, 'article-a', now)).toBe(true);
  expect(await isGifted(db, held, 'article-b', now)).toBe(true);
  expect(holdGift(held, one.token)).toBe(`${two.token}.${one.token}`);
  let full: string = one.token;
  for (let more = 0; more < 8; more += 1) full = holdGift(full, giftToken(secret, String(more)));
  expect(await isGifted(db, full, 'article-a', now)).toBe(false);
  expect(full.split('.')).toHaveLength(8);
});
