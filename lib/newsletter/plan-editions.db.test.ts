import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, editions, newsletterDesk } from '#lib/db/schema.ts';
import type { EditionPress } from './freeze-edition.ts';
import { planEditions } from './plan-editions.ts';
import { testNewsroom } from './test-newsroom.ts';
import { watchDesk } from './watch-desk.ts';

const newsroom = await testNewsroom();
const { db, press, lake, putList, putArticle, subscribed, plans, queue, named } = newsroom;

const at = (instant: string) => new Date(`2026-01-${instant}Z`);
const look = (instant: string, by: EditionPress = press) => planEditions(by, at(instant));
/** Looks once a quarter of an hour, as a worker would more often. */
async function lookOn(from: string, until: string) {
  for (let now = at(from); now <= at(until); now = new Date(now.getTime() + 900_000))
    await planEditions(press, now);
}
const states = async () =>
  (await plans()).map(({ key, state, dueAt }) => `${key} ${state} ${dueAt.toISOString().slice(5, 16)}`);
/** As if a planner had looked all the time, and something else kept it from planning. */
const seenJustBefore = (instant: string) =>
  db.update(newsletterDesk).set({ seenAt: new Date(at(instant).getTime() - 1000) });
const sendAll = async () => {
  await db.update(deliveries).set({ state: 'sent' }).where(eq(deliveries.state, 'queued'));
};

test('the next digest of each list stands there beforehand, once, however many workers look', async () => {
  await putList();
  await putList({ _id: 'list-weekly', cadence: 'weekly', weekday: 'sunday', hour: 9 });
  await putList({ _id: 'list-instant', cadence: 'instant' });
  await Promise.all(Array.from({ length: 8 }, () => look('15T10:00')));
  expect(await states()).toEqual([
    'digest:list-daily:2026-01-15 planned 01-15T12:00',
    'digest:list-weekly:2026-01-18 planned 01-18T14:00',
  ]);
});

test('a planned digest follows its list: another hour, day or zone, and away when the list is', async () => {
  await putList();
  await look('15T10:00');
  const [before] = await plans();
  await putList({ hour: 8, timeZone: 'Europe/Madrid' });
  await look('15T10:05');
  expect(await states()).toEqual(['digest:list-daily:2026-01-16 planned 01-16T07:00']);
  expect((await plans())[0]?.id).toBe(before?.id);
  await putList({ cadence: 'weekly', weekday: 'monday' });
  await look('15T10:10');
  expect(await states()).toEqual(['digest:list-daily:2026-01-19 planned 01-19T12:00']);
  await lake.client.delete('list-daily');
  await look('15T10:15');
  expect(await states()).toEqual([]);
});

test('a held digest follows its list, too, and stays held', async () => {
  await putList();
  await look('15T10:00');
  await db.update(editions).set({ state: 'held' });
  await putList({ hour: 20 });
  await lookOn('15T10:15', '16T02:00');
  expect(await states()).toEqual([
    'digest:list-daily:2026-01-15 held 01-16T01:00',
    'digest:list-daily:2026-01-16 planned 01-17T01:00',
  ]);
});

test('a list that is moved to an hour of a day that has had its digest begins the next day', async () => {
  await putList();
  await putArticle('a', '2026-01-15T09:00:00Z');
  await lookOn('15T11:45', '15T12:00');
  await putList({ hour: 20 });
  await lookOn('15T12:15', '16T02:00');
  expect(await states()).toEqual([
    'digest:list-daily:2026-01-15 sent 01-15T12:00',
    'digest:list-daily:2026-01-16 planned 01-17T01:00',
  ]);
});

test('a list that an editor makes, or moves, past its hour sends nothing for the hour that is over', async () => {
  await putArticle('a', '2026-01-15T09:00:00Z');
  await putList();
  await look('15T12:30');
  await putList({ _id: 'list-moved', hour: 18 });
  await look('15T12:35');
  await putList({ _id: 'list-moved', hour: 7 });
  await look('15T12:40');
  expect(await states()).toEqual([
    'digest:list-daily:2026-01-16 planned 01-16T12:00',
    'digest:list-moved:2026-01-16 planned 01-16T12:00',
  ]);
});

test('a digest takes what came out since the one before, each article once, and goes to who chose its list', async () => {
  const listId = await putList();
  const readerId = await subscribed(listId);
  await subscribed('list-other');
  await newsroom.subscriber('unsubscribed', 'en', [listId]);
  await newsroom.subscriber('pending', 'en', [listId]);
  await newsroom.subscriber('suppressed', 'en', [listId]);
  await putArticle('too-old', '2026-01-14T12:00:00Z');
  await putArticle('first', '2026-01-14T12:00:00.001Z');
  await putArticle('embargoed', '2026-01-14T13:00:00Z', { embargoUntil: '2026-01-16T11:00:00Z' });
  await putArticle('last', '2026-01-15T12:00:00Z');
  await putArticle('next-day', '2026-01-15T12:00:01Z');
  await putArticle('imported', '2026-01-15T11:00:00Z', { firstPublishedAt: undefined });
  await lookOn('15T11:45', '15T12:15');
  const [first] = await plans();
  expect(first).toMatchObject({ state: 'sending', audience: 1 });
  expect(first?.articleIds).toEqual(['article-last', 'article-imported', 'article-first']);
  expect(await queue()).toMatchObject([{ subscriberId: readerId, editionId: first?.id, state: 'queued' }]);
  await sendAll();
  await lookOn('15T12:30', '16T12:15');
  const [sent, second] = await plans();
  expect(sent?.state).toBe('sent');
  expect(second?.articleIds).toEqual(['article-embargoed', 'article-next-day']);
});

test('a digest with nothing new is not sent', async () => {
  await subscribed(await putList());
  await lookOn('15T11:45', '15T12:15');
  expect((await states())[0]).toBe('digest:list-daily:2026-01-15 empty 01-15T12:00');
  expect(await queue()).toEqual([]);
});

test('an article for an instant list goes out once, and not again when it is published again', async () => {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  await subscribed(listId);
  await putArticle('plain', '2026-01-15T10:00:00Z');
  const id = await putArticle('named', '2026-01-15T10:00:00Z', named(listId));
  await Promise.all(Array.from({ length: 4 }, () => look('15T10:01').catch(() => undefined)));
  await putArticle('named', '2026-01-15T10:30:00Z', { ...named(listId), headline: 'Changed' });
  await lookOn('15T10:31', '15T12:00');
  expect(await states()).toEqual([`instant:list-instant:${id} sending 01-15T10:00`]);
  expect(await queue()).toHaveLength(1);
});

test('an hour late is late enough: the planner asks a person; what is older than two days is nobody’s business', async () => {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  await putArticle('now', '2026-01-15T10:00:00Z', named(listId));
  await putArticle('in-time', '2026-01-15T09:00:00Z', named(listId));
  await putArticle('late', '2026-01-15T08:59:59Z', named(listId));
  await putArticle('old', '2026-01-13T09:59:59Z', named(listId));
  await look('15T10:00');
  expect((await plans()).map(({ articleIds, state }) => `${articleIds} ${state}`)).toEqual([
    'article-late missed',
    'article-in-time sending',
    'article-now sending',
  ]);
});

test('a lake that is away when a digest is due delays it, and an hour later a person decides', async () => {
  await putList();
  await putArticle('a', '2026-01-15T09:00:00Z');
  await look('15T11:45');
  const failing = {
    ...press,
    render: () => {
      throw new Error('not now');
    },
  };
  await expect(look('15T12:00', failing)).rejects.toThrow('could not be made');
  await expect(look('15T12:45', failing)).rejects.toThrow('could not be made');
  expect((await states())[0]).toContain('planned');
  await expect(look('15T13:00', failing)).rejects.toThrow('could not be made');
  await look('15T13:00:01');
  expect((await states())[0]).toContain('2026-01-15 missed');
});

test('articles of a missed digest come with the next; nothing older than two cadences and a day before it does', async () => {
  await putList();
  await lookOn('12T11:45', '12T12:15');
  await putArticle('of-missed', '2026-01-13T10:00:00Z');
  await putArticle('of-next', '2026-01-13T13:00:00Z');
  await seenJustBefore('13T13:01');
  await look('13T13:01');
  await seenJustBefore('14T12:00');
  await look('14T12:00');
  await putArticle('too-old', '2026-01-15T12:00:00Z');
  await putArticle('in-time', '2026-01-15T12:00:01Z');
  await seenJustBefore('19T12:00');
  await look('19T12:00');
  expect(await states()).toEqual([
    'digest:list-daily:2026-01-12 empty 01-12T12:00',
    'digest:list-daily:2026-01-13 missed 01-13T12:00',
    'digest:list-daily:2026-01-14 sent 01-14T12:00',
    'digest:list-daily:2026-01-15 missed 01-15T12:00',
    'digest:list-daily:2026-01-19 sending 01-19T12:00',
    'digest:list-daily:2026-01-20 planned 01-20T12:00',
  ]);
  const articles = (await plans()).map(({ articleIds }) => articleIds.join());
  expect(articles).toEqual(['', '', 'article-of-next,article-of-missed', '', 'article-in-time', '']);
});

test('after a stop of more than an hour nothing goes out by itself, neither what was due nor what was being sent', async () => {
  const [daily, instant] = [await putList(), await putList({ _id: 'list-instant', cadence: 'instant' })];
  await subscribed(daily, instant);
  await putArticle('sent', '2026-01-15T10:00:00Z', named(instant));
  await look('15T10:00');
  await putArticle('unsent', '2026-01-15T11:50:00Z', named(instant));
  await look('15T12:01');
  expect(await states()).toEqual([
    'instant:list-instant:article-sent paused 01-15T10:00',
    'instant:list-instant:article-unsent missed 01-15T11:50',
    'digest:list-daily:2026-01-15 missed 01-15T12:00',
    'digest:list-daily:2026-01-16 planned 01-16T12:00',
  ]);
  await putArticle('afterwards', '2026-01-15T12:02:00Z', named(instant));
  await look('15T12:02');
  expect(await states()).toContain('instant:list-instant:article-afterwards sending 01-15T12:02');
});

test('a copy of the database, or a clock that was set back, stops everything once', async () => {
  const instant = await putList({ _id: 'list-instant', cadence: 'instant' });
  await subscribed(instant);
  for (const [minute, change] of [
    [10, { databaseIdentity: 'of the database that was copied' }],
    [30, { seenAt: at('15T12:00') }],
  ] as const) {
    await putArticle(`before-${minute}`, `2026-01-15T10:${minute}:00Z`, named(instant));
    await look(`15T10:${minute}`);
    await putArticle(`during-${minute}`, `2026-01-15T10:${minute}:30Z`, named(instant));
    await db.update(newsletterDesk).set(change);
    await look(`15T10:${minute + 1}`);
    await look(`15T10:${minute + 2}`);
    const found = (await states()).filter((line) => line.includes(`-${minute} `));
    expect(found.map((line) => line.split(' ')[1])).toEqual(['paused', 'missed']);
  }
});

test('an alarm lasts until the lake has said what it concerns', async () => {
  const instant = await putList({ _id: 'list-instant', cadence: 'instant' });
  await look('15T10:00');
  await putArticle('unsent', '2026-01-15T11:50:00Z', named(instant));
  await db.update(newsletterDesk).set({ databaseIdentity: 'another' });
  const [before] = await db.select().from(newsletterDesk);
  await watchDesk(db, at('15T12:00'));
  expect(await db.select().from(newsletterDesk)).toEqual([before]);
  await look('15T12:01');
  expect(await states()).toEqual(['instant:list-instant:article-unsent missed 01-15T11:50']);
});

test('while an operator has stopped all newsletters none is frozen', async () => {
  await putList();
  await putArticle('a', '2026-01-15T09:00:00Z');
  await look('15T11:45');
  await db.update(newsletterDesk).set({ pausedAt: at('15T11:50') });
  await look('15T12:00');
  expect((await states())[0]).toContain('planned');
  await db.update(newsletterDesk).set({ pausedAt: null });
  await look('15T12:15');
  expect((await states())[0]).toContain('sending');
});

test('an edition whose article is held, withdrawn or taken away is paused in mid-send', async () => {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  await subscribed(listId);
  for (const name of ['held', 'withdrawn', 'deleted', 'good']) {
    await putArticle(name, '2026-01-15T10:00:00Z', named(listId));
  }
  await look('15T10:00');
  await lake.client
    .patch('article-held')
    .set({ flags: { legalHold: true } })
    .commit();
  await lake.client
    .patch('article-withdrawn')
    .set({ flags: { withdrawn: true } })
    .commit();
  await lake.client.delete('article-deleted');
  await look('15T10:01');
  expect((await states()).map((line) => line.split(':').at(2)?.replace(' 01-15T10', ''))).toEqual([
    'article-deleted paused',
    'article-good sending',
    'article-held paused',
    'article-withdrawn paused',
  ]);
});

test('through a change of the clocks each day has its one digest, and each article comes once', async () => {
  await putList({ hour: 2, timeZone: 'Europe/Madrid' });
  const hours = 60;
  for (let hour = 0; hour < hours; hour += 1) {
    const now = new Date(Date.UTC(2026, 9, 23, 22 + hour));
    await putArticle(`hour-${hour}`, new Date(now.getTime() - 60_000).toISOString());
    await planEditions(press, now);
    await planEditions(press, new Date(now.getTime() + 1_800_000));
  }
  const gone = (await plans()).filter(({ state }) => state === 'sent');
  expect(gone.map(({ key, dueAt }) => `${key.slice(-10)} ${dueAt.toISOString().slice(8, 16)}`)).toEqual([
    '2026-10-24 24T00:00',
    '2026-10-25 25T00:00',
    '2026-10-26 26T01:00',
  ]);
  // The first digest has a day to tell, of which two hours had articles; the next a day, the last 25 hours.
  expect(gone.map(({ articleIds }) => articleIds.length)).toEqual([3, 24, 25]);
  const all = gone.flatMap(({ articleIds }) => articleIds);
  expect(new Set(all).size).toBe(all.length);
});
