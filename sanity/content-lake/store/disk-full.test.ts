import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeEach(async () => {
  lake = await startTestLake();
});
afterEach(() => lake.end());

/** The database may not grow any more, as on a disk without space. */
function fill(): void {
  const { database } = lake.lake;
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
  database.exec(`PRAGMA max_page_count = ${pages}`);
}
function makeSpace(): void {
  lake.lake.database.exec('PRAGMA max_page_count = 1000000');
}

const article = (id: string, text: string) => ({ _id: id, _type: 'article', text });

test('on a full disk a write is refused with 5xx, nothing of it stays, and reading goes on', async () => {
  const client = lake.client();
  await client.create(article('kept', 'small'));
  fill();
  const transaction = client
    .transaction()
    .patch('kept', { set: { text: 'changed' } })
    .create(article('large', 'x'.repeat(200_000)));
  expect(await refusal(transaction.commit())).toMatchObject({
    status: 507,
    body: { statusCode: 507, error: 'Insufficient Storage' },
  });
  expect(await client.getDocument('kept')).toMatchObject({ text: 'small' });
  expect(await client.getDocument('large')).toBeUndefined();

  makeSpace();
  await transaction.commit();
  lake = await lake.restart();
  expect(await lake.client().fetch('*{_id, "size": length(text)} | order(_id)')).toEqual([
    { _id: 'kept', size: 7 },
    { _id: 'large', size: 200_000 },
  ]);
  expect(lake.lake.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
});
