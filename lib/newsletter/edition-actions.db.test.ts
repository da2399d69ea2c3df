import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { deliveries, editionRenderings, subscribers } from '#lib/db/schema.ts';
import { editionQueue } from '#lib/mail/mail-jobs.ts';
import { countAudience } from './audience-store.ts';
import {
  cancelEdition,
  holdEdition,
  releaseEdition,
  sendCorrection,
  sendEditionNow,
} from './edition-actions.ts';
import { findEdition, setEdition } from './edition-store.ts';
import { planEditions } from './plan-editions.ts';
import { lockList } from './plan-store.ts';
import { previewEdition } from './preview-edition.ts';
import { testNewsroom } from './test-newsroom.ts';

const newsroom = await testNewsroom();
const { db, press, lake, putList, putArticle, subscribed, plans, queue, named } = newsroom;

const at = (instant: string) => new Date(`2026-01-${instant}Z`);
const look = (instant: string) => planEditions(press, at(instant));

async function planned() {
  const listId = await putList();
  const readerId = await subscribed(listId);
  await putArticle('a', '2026-01-15T09:00:00Z');
  await look('15T10:00');
  const [edition] = await plans();
  if (!edition) throw new Error('nothing planned');
  return { listId, readerId, id: edition.id };
}

test('fifty who press “send now” at once, and a planner beside them, make one edition and one mail a reader', async () => {
  const { id } = await planned();
  const pressed = await Promise.all([
    ...Array.from({ length: 50 }, () => sendEditionNow(press, id, at('15T12:00'))),
    look('15T12:00').then(() => null),
  ]);
  const kinds = pressed.flatMap((outcome) => outcome?.kind ?? []);
  expect(kinds.filter((kind) => kind === 'done').length).toBeLessThanOrEqual(1);
  expect(new Set(kinds)).toEqual(new Set([...kinds.filter((kind) => kind === 'done'), 'not in that state']));
  expect(await queue()).toHaveLength(1);
  expect(await db.select().from(editionRenderings)).toHaveLength(4);
  const calls = await press.jobs.findJobs(editionQueue);
  expect(calls.filter(({ data }) => JSON.stringify(data).includes(id))).toHaveLength(1);
});

/** Until somebody waits for a lock that this test holds. */
const somebodyWaits = () =>
  vi.waitFor(
    async () => {
      const { rows } = await newsroom.database.pool.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      expect(rows).toHaveLength(1);
    },
    { timeout: 20_000 },
  );

test('who sends while somebody cancels comes too late', async () => {
  const { id } = await planned();
  let sending: ReturnType<typeof sendEditionNow> | undefined;
  await db.transaction(async (tx) => {
    await setEdition(tx, id, { state: 'cancelled' });
    sending = sendEditionNow(press, id, at('15T10:01'));
    await somebodyWaits();
  });
  expect(await sending).toEqual({ kind: 'not in that state', state: 'cancelled' });
  expect(await queue()).toEqual([]);
});

test('a digest that is made while another of its list goes out does not hold the same articles', async () => {
  await putList();
  await look('13T11:30');
  await putArticle('a', '2026-01-13T11:00:00Z');
  await look('13T13:01');
  await look('13T14:00');
  const [missed, next] = await plans();
  await putArticle('b', '2026-01-14T10:59:30Z');
  let sending: ReturnType<typeof sendEditionNow> | undefined;
  await db.transaction(async (tx) => {
    await lockList(tx, 'list-daily');
    sending = sendEditionNow(press, next?.id ?? '', at('14T11:00'));
    await somebodyWaits();
    const out = { state: 'sending', dueAt: at('14T10:59'), articleIds: ['article-a'] } as const;
    await setEdition(tx, missed?.id ?? '', { ...out, articleIds: [...out.articleIds] });
  });
  expect(await sending).toEqual({ kind: 'done' });
  expect((await findEdition(db, next?.id ?? ''))?.articleIds).toEqual(['article-b']);
});

test('an edition is frozen whole or not at all', async () => {
  const { id } = await planned();
  const jobs = Object.create(press.jobs);
  jobs.send = () => Promise.reject(new Error('no queue'));
  await expect(sendEditionNow({ ...press, jobs }, id, at('15T10:01'))).rejects.toThrow();
  expect((await findEdition(db, id))?.state).toBe('planned');
  expect(await queue()).toEqual([]);
  expect(await db.select().from(editionRenderings)).toEqual([]);
});

test('what is sent early holds what came out until then, and the next one begins there', async () => {
  const { id } = await planned();
  await putArticle('b', '2026-01-15T10:20:00Z');
  expect(await sendEditionNow(press, id, at('15T10:30'))).toEqual({ kind: 'done' });
  await putArticle('c', '2026-01-15T10:40:00Z');
  await look('15T11:00');
  await look('15T12:00');
  const [sent, next] = await plans();
  expect(sent).toMatchObject({ state: 'sending', articleIds: ['article-b', 'article-a'], audience: 1 });
  expect(next).toMatchObject({ key: 'digest:list-daily:2026-01-16', state: 'planned' });
  const preview = await previewEdition(db, next?.id ?? '', 'full', at('15T12:00'));
  expect(preview.kind === 'content' && preview.content.articles.map((one) => one.summary.id)).toEqual([
    'article-c',
  ]);
});

test('who joins after the freeze is not in it; who has it chosen gets it in their own language', async () => {
  const { id, listId, readerId } = await planned();
  await newsroom.subscriber('confirmed', 'es', [listId]);
  expect(
    await countAudience(
      db,
      (await plans())[0] ?? { id: '', kind: 'digest', key: '', listId: '', articleIds: [] },
    ),
  ).toBe(2);
  await sendEditionNow(press, id, at('15T10:01'));
  await subscribed(listId);
  const rows = await queue();
  expect(rows.map((row) => row.language).toSorted()).toEqual(['en', 'es']);
  expect(rows.some((row) => row.subscriberId === readerId)).toBe(true);
});

test('only the rendering for those who may read everything holds what is below the break', async () => {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  await putArticle('closed', '2026-01-15T10:00:00Z', { ...named(listId), access: { level: 'subscribers' } });
  await look('15T10:00');
  const renderings = await db.select().from(editionRenderings);
  for (const { access, language, text, html } of renderings) {
    expect([access, language, `${text}${html}`.includes('canary')]).toEqual([
      access,
      language,
      access === 'full',
    ]);
    expect(text).toContain('One.');
    expect(JSON.parse(text).articles[0].isCut).toBe(access === 'preview');
  }
  expect(renderings).toHaveLength(4);
});

test('held does not go out, released does, cancelled never', async () => {
  const { id } = await planned();
  expect(await holdEdition(db, id, 'wait')).toEqual({ kind: 'done' });
  expect(await holdEdition(db, id, 'wait')).toEqual({ kind: 'not in that state', state: 'held' });
  await look('15T11:00');
  await look('15T12:00');
  expect(await queue()).toEqual([]);
  expect(await releaseEdition(db, id)).toEqual({ kind: 'done' });
  expect(await cancelEdition(db, id, null, at('15T12:01'))).toEqual({ kind: 'done' });
  await look('15T12:02');
  expect(await sendEditionNow(press, id, at('15T12:03'))).toEqual({
    kind: 'not in that state',
    state: 'cancelled',
  });
  expect(await queue()).toEqual([]);
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect(await holdEdition(db, nobody, null)).toEqual({ kind: 'unknown' });
  expect(await sendEditionNow(press, nobody, at('15T12:03'))).toEqual({ kind: 'unknown' });
});

test('a cancelled digest’s articles do not come with the next', async () => {
  await putList();
  await look('14T11:30');
  await look('14T12:00');
  await look('14T12:30');
  await putArticle('a', '2026-01-15T09:00:00Z');
  const coming = (await plans()).find(({ state }) => state === 'planned');
  expect(await cancelEdition(db, coming?.id ?? '', null, at('15T10:01'))).toEqual({ kind: 'done' });
  await putArticle('b', '2026-01-15T13:00:00Z');
  await look('15T13:30');
  const next = (await plans()).at(-1);
  expect(next?.key).toBe('digest:list-daily:2026-01-16');
  expect(await sendEditionNow(press, next?.id ?? '', at('16T11:00'))).toEqual({ kind: 'done' });
  expect((await findEdition(db, next?.id ?? ''))?.articleIds).toEqual(['article-b']);
});

test('a list whose first digest is sent early has no other for the hour that was over when it was made', async () => {
  await putArticle('a', '2026-01-15T12:10:00Z');
  await putList();
  await look('15T12:30');
  const [first] = await plans();
  await sendEditionNow(press, first?.id ?? '', at('15T12:40'));
  await look('15T12:41');
  expect((await plans()).map(({ key }) => key)).toEqual([
    'digest:list-daily:2026-01-16',
    'digest:list-daily:2026-01-17',
  ]);
});

test('an edition that is cancelled in mid-send reaches nobody else; those in hand are left to their sender', async () => {
  const { id, listId } = await planned();
  for (let count = 0; count < 3; count += 1) await subscribed(listId);
  await sendEditionNow(press, id, at('15T10:01'));
  const [inHand, sent] = await queue();
  await db
    .update(deliveries)
    .set({ state: 'sending' })
    .where(eq(deliveries.id, inHand?.id ?? ''));
  await db
    .update(deliveries)
    .set({ state: 'sent' })
    .where(eq(deliveries.id, sent?.id ?? ''));
  expect(await cancelEdition(db, id, null, at('15T10:02'))).toEqual({
    kind: 'not in that state',
    state: 'sending',
  });
  await setEdition(db, id, { state: 'paused' });
  expect(await cancelEdition(db, id, null, at('15T10:03'))).toEqual({ kind: 'done' });
  const became = async () => (await queue()).map((row) => row.state).toSorted();
  expect(await became()).toEqual(['dropped', 'dropped', 'sending', 'sent']);
  // The relay said: later.
  await db
    .update(deliveries)
    .set({ state: 'queued' })
    .where(eq(deliveries.id, inHand?.id ?? ''));
  await look('15T10:04');
  expect(await became()).toEqual(['dropped', 'dropped', 'dropped', 'sent']);
});

test('a missed digest can be sent while no later one is out, and nothing new sends nothing', async () => {
  const listId = await putList();
  await subscribed(listId);
  await look('13T11:30');
  await look('13T13:01');
  await putArticle('a', '2026-01-13T11:00:00Z');
  const [missed, next] = await plans();
  expect([missed?.state, next?.state]).toEqual(['missed', 'planned']);
  await putArticle('b', '2026-01-13T13:30:00Z');
  expect(await sendEditionNow(press, next?.id ?? '', at('13T13:45'))).toEqual({ kind: 'done' });
  expect(await sendEditionNow(press, missed?.id ?? '', at('13T13:46'))).toEqual({ kind: 'superseded' });
  await look('13T13:50');
  const third = (await plans()).at(-1);
  expect(await sendEditionNow(press, third?.id ?? '', at('13T13:55'))).toEqual({ kind: 'nothing to send' });
  expect((await findEdition(db, third?.id ?? ''))?.state).toBe('planned');
});

test('a correction goes to those who were sent the article and still want the list, and once', async () => {
  const listId = await putList({ _id: 'list-instant', cadence: 'instant' });
  const [gotIt, mayHaveGotIt, failed, leftTheList] = [
    await subscribed(listId),
    await subscribed(listId),
    await subscribed(listId),
    await subscribed(listId),
  ];
  const articleId = await putArticle('a', '2026-01-15T10:00:00Z', named(listId));
  await look('15T10:00');
  const set = (subscriberId: string, state: 'sent' | 'uncertain' | 'failed') =>
    db.update(deliveries).set({ state }).where(eq(deliveries.subscriberId, subscriberId));
  await set(gotIt, 'sent');
  await set(mayHaveGotIt, 'uncertain');
  await set(failed, 'failed');
  await set(leftTheList, 'sent');
  await db.update(subscribers).set({ state: 'unsubscribed' }).where(eq(subscribers.id, leftTheList));
  await subscribed(listId);
  const correctionDate = '2026-01-15T11:00:00Z';
  const asked = { listId, articleId, correctionDate };
  expect(await sendCorrection(press, asked, at('15T11:01'))).toEqual({ kind: 'unknown' });
  await lake.client
    .patch(articleId)
    .set({
      corrections: [{ _key: 'c', text: 'It was the other one.', date: correctionDate, kind: 'correction' }],
    })
    .commit();
  const pressed = await Promise.all(
    Array.from({ length: 10 }, () => sendCorrection(press, asked, at('15T11:01'))),
  );
  expect(pressed.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  const edition = (await plans()).find(({ kind }) => kind === 'correction');
  const got = (await queue()).filter((row) => row.editionId === edition?.id).map((row) => row.subscriberId);
  expect(got.toSorted()).toEqual([gotIt, mayHaveGotIt].toSorted());
  const [rendering] = await db
    .select()
    .from(editionRenderings)
    .where(eq(editionRenderings.editionId, edition?.id ?? ''));
  expect(JSON.parse(rendering?.text ?? '').correction.text).toBe('It was the other one.');
});

test('a correction of an article that the list never sent by itself goes to the list', async () => {
  const listId = await putList();
  const readerId = await subscribed(listId);
  const correctionDate = '2026-01-15T11:00:00Z';
  const corrections = [{ _key: 'c', text: 'Mended.', date: correctionDate, kind: 'correction' }];
  const articleId = await putArticle('a', '2026-01-14T10:00:00Z', { corrections });
  expect(await sendCorrection(press, { listId, articleId, correctionDate }, at('15T11:01'))).toEqual({
    kind: 'done',
  });
  expect((await queue()).map((row) => row.subscriberId)).toEqual([readerId]);
  expect(
    await sendCorrection(press, { listId: 'list-gone', articleId, correctionDate }, at('15T11:01')),
  ).toEqual({ kind: 'no such list' });
});
