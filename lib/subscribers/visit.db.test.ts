import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { pointConfigurationAt } from '#lib/content/a-lake.ts';
import { anArticle } from '#lib/content/an-article.ts';
import { openDatabase } from '#lib/db/database.ts';
import { subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { decideAccess } from '#lib/paywall/decide-access.ts';
import { giftToken, giveGift } from '#lib/paywall/gifts.ts';
import { openMeter, sealMeter, spendOn } from '#lib/paywall/meter.ts';
import { config } from '../config.ts';
import { sealPending } from './pending-sign-up.ts';
import { newToken } from './secret-token.ts';
import { addSession } from './session-store.ts';
import { anybodysVisit, visitOf } from './visit.ts';

const database = await testDatabase();
const now = new Date('2026-11-24T15:00:00Z');
const meter = { freeArticles: 3, timeZone: 'America/Cancun' };
const reading = { articleId: 'article-a', originalId: 'article-a', meter };

beforeAll(() => pointConfigurationAt('http://localhost'));
afterEach(() => {
  globalThis.siteDatabase = undefined;
});

const visit = (
  cookies: Record<string, string>,
  db = database,
  articleId = 'article-a',
  originalOf = articleId,
) => {
  globalThis.siteDatabase = db;
  const get = (name: string) => (cookies[name] === undefined ? undefined : { value: cookies[name] });
  return visitOf({ get }, { ...reading, articleId, originalId: originalOf }, now);
};

async function everyCookie() {
  const { SESSION_SECRET: secret } = config();
  const { db } = database;
  const subscriberId = randomUUID();
  const email = `${subscriberId}@example.com`;
  const row = { id: subscriberId, email, emailKey: email, state: 'confirmed', language: 'en' } as const;
  await db.insert(subscribers).values({ ...row, createdAt: now });
  const session = newToken();
  await addSession(db, { token: session, subscriberId, device: null }, now);
  const desk = { db, secret, rules: { perMonth: 9, lifetimeDays: 7 }, timeZone: meter.timeZone };
  const giving = await giveGift(desk, { giverId: subscriberId, articleId: 'article-a' }, now);
  if (giving.kind !== 'given') throw new Error(giving.kind);
  const unused = openMeter(secret, null, meter, now);
  const pending = { address: 'ana@example.com', language: 'en', source: null, listIds: null } as const;
  return {
    subscriberId,
    session,
    gift: giftToken(secret, giving.gift.id),
    meter: sealMeter(secret, spendOn(unused, meter, 'article-a') ?? unused),
    pending: sealPending(secret, { ...pending, sentAt: new Date(now.getTime() - 20_000) }),
  };
}

test('a session goes before a free article, that before a gift, and each opens what it is for', async () => {
  const { subscriberId, ...cookies } = await everyCookie();
  const { session, gift, meter: spent } = cookies;
  const kindOf = async (given: Record<string, string>, articleId?: string) =>
    (await visit(given, database, articleId)).reader;
  expect(await kindOf(cookies)).toEqual({ kind: 'subscriber', subscriberId });
  expect(await kindOf({ session })).toEqual({ kind: 'subscriber', subscriberId });
  expect(await kindOf({ gift, meter: spent })).toEqual({ kind: 'metered' });
  expect(await kindOf({ gift })).toEqual({ kind: 'gifted' });
  expect(await kindOf({ meter: spent })).toEqual({ kind: 'metered' });
  expect(await kindOf({ gift, meter: spent }, 'article-b')).toEqual({ kind: 'anonymous' });
  expect(await kindOf({})).toEqual({ kind: 'anonymous' });
});

test('who has spent a free article reads on, though an editor has ended the gift of it that they hold', async () => {
  const { gift, meter: spent } = await everyCookie();
  const article = anArticle({ id: 'article-a', access: 'subscribers', giftable: false });
  const archiveRule = { enabled: true, days: 365 };
  const pageFor = async (cookies: Record<string, string>) =>
    decideAccess(article, (await visit(cookies)).reader, archiveRule, now);
  expect(await pageFor({ gift })).toEqual({ kind: 'preview', reason: 'subscribers-only' });
  expect(await pageFor({ gift, meter: spent })).toEqual({ kind: 'full', reason: 'metered' });
});

test('a free article that was spent on opens its translation, too; a gift opens only itself', async () => {
  const { gift, meter: spent } = await everyCookie();
  const spanish = async (cookies: Record<string, string>) =>
    (await visit(cookies, database, 'article-es-a', 'article-a')).reader.kind;
  expect(await spanish({ meter: spent })).toBe('metered');
  expect(await spanish({ gift })).toBe('anonymous');
});

test('one cookie under another’s name opens nothing', async () => {
  const { session, gift, meter: spent, pending } = await everyCookie();
  for (const cookies of [
    { session: gift, gift: session, meter: pending, pending: spent },
    { session: 'x', gift: 'x', meter: 'x', pending: 'x' },
  ]) {
    expect(await visit(cookies)).toMatchObject({ reader: { kind: 'anonymous' }, pending: null });
  }
});

test('a browser in which an address was left knows which, and how long a second message waits', async () => {
  const { session, pending } = await everyCookie();
  expect((await visit({ pending })).pending).toEqual({ address: 'ana@example.com', waitSeconds: 40 });
  expect((await visit({ pending, session })).pending).toBeNull();
});

test('a database that does not answer makes everybody less and nobody more', async () => {
  const broken = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const { session, gift, meter: spent } = await everyCookie();
  const kindOf = async (cookies: Record<string, string>) =>
    (await visit(cookies, { ...broken, url: '' })).reader.kind;
  expect(await kindOf({ session })).toBe('anonymous');
  expect(await kindOf({ gift })).toBe('anonymous');
  expect(await kindOf({ meter: spent })).toBe('metered');
  await broken.close();
});

test('everybody’s visit is the one of a browser without cookies', async () => {
  expect(anybodysVisit(reading, now)).toEqual(await visit({}));
});
