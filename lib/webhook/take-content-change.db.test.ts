import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/database.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { siteStore } from '#lib/page-cache/site-store.ts';
import { signatureOf } from './a-signed-body.ts';
import { hasReceipt } from './receipts-store.ts';
import { takeContentChange } from './take-content-change.ts';

const secret = 'a-secret-that-both-ends-know-1234';
const now = new Date('2026-01-15T12:00:00Z');
const { db } = await testDatabase();

const article = {
  _id: 'article-a',
  _type: 'article',
  language: 'en',
  slugs: ['a', 'a-old'],
  originals: [null, null],
};

function delivery(content: object, { idempotencyKey = 'delivery-1' as string | null, at = now } = {}) {
  const body = JSON.stringify(content);
  return { body, idempotencyKey, signature: signatureOf(body, secret, at) };
}

function keepPage(): void {
  const value = { kind: 'page' };
  const kept = { value, tags: ['slug:en:a'], keptAt: 0, cacheControl: undefined, bytes: 1 };
  Reflect.apply(siteStore().keep, siteStore(), ['/en/articles/a', 'pages', kept, 0]);
}
const isKept = () => siteStore().get('/en/articles/a') !== undefined;

beforeEach(async () => {
  globalThis.sitePageStore = undefined;
  keepPage();
});

test('a signed change clears what was made of the document', async () => {
  const taken = await takeContentChange(db, delivery(article), secret, now);
  expect(taken).toMatchObject({ kind: 'cleared', forgotten: 1 });
  expect(isKept()).toBe(false);
});

test('the same message again changes nothing, whatever delivery it claims to be', async () => {
  const first = delivery(article, { idempotencyKey: 'delivery-2' });
  await takeContentChange(db, first, secret, now);
  keepPage();
  for (const idempotencyKey of ['delivery-2', 'delivery-made-up', null]) {
    const again = await takeContentChange(db, { ...first, idempotencyKey }, secret, now);
    expect(again).toEqual({ kind: 'seen before' });
  }
  expect(isKept()).toBe(true);
});

test('a retry that was signed anew is known by its delivery', async () => {
  await takeContentChange(
    db,
    delivery(article, { idempotencyKey: 'delivery-3', at: new Date(+now + 1) }),
    secret,
    now,
  );
  const retry = delivery(article, { idempotencyKey: 'delivery-3', at: new Date(+now + 2) });
  expect(await takeContentChange(db, retry, secret, now)).toEqual({ kind: 'seen before' });
});

test('forged and old messages change nothing and leave no receipt', async () => {
  const forged = {
    ...delivery(article, { idempotencyKey: 'delivery-4' }),
    signature: signatureOf('{}', secret, now),
  };
  expect(await takeContentChange(db, forged, secret, now)).toEqual({ kind: 'refused', because: 'forged' });
  const old = delivery(article, { idempotencyKey: 'delivery-4', at: new Date(+now - 600_000) });
  expect(await takeContentChange(db, old, secret, now)).toEqual({ kind: 'refused', because: 'out of time' });
  expect(isKept()).toBe(true);
  expect(await hasReceipt(db, ['delivery delivery-4'])).toBe(false);
});

test('a signed body that is no change is told so', async () => {
  for (const content of [{ hello: 'world' }, { _id: 1, _type: 'article' }]) {
    expect(await takeContentChange(db, delivery(content), secret, now)).toEqual({ kind: 'not a change' });
  }
  const body = '{"_id":';
  const broken = { body, signature: signatureOf(body, secret, now), idempotencyKey: null };
  expect(await takeContentChange(db, broken, secret, now)).toEqual({ kind: 'not a change' });
});

test('without a database the text is new all the same, and the sender has to try again', async () => {
  const nowhere = openDatabase('postgres://postgres:password@127.0.0.1:1/none');
  await expect(takeContentChange(nowhere.db, delivery(article), secret, now)).rejects.toThrow('no receipt');
  expect(isKept()).toBe(false);
  await nowhere.close();
});
