import { afterAll, beforeEach, expect, test } from 'vitest';
import { deliveries, editions, rateLimits } from '#lib/db/schema.ts';
import { openSmtp } from '#lib/mail/smtp-transport.ts';
import { startTestRelay } from '#lib/mail/test-relay.ts';
import { recipientToken } from '#lib/newsletter/edition-content.ts';
import { planEditions } from '#lib/newsletter/plan-editions.ts';
import { showEdition } from '#lib/newsletter/show-edition.ts';
import { testNewsroom } from '#lib/newsletter/test-newsroom.ts';
import { actOnEdition, editionActionSchema } from './act-on-edition.ts';
import { overviewOf, sendingOf } from './newsletter-overview.ts';
import type { TestDesk } from './send-test-edition.ts';

const newsroom = await testNewsroom();
const { db, press, putList, putArticle, subscribed, plans } = newsroom;
const relay = await startTestRelay();
afterAll(() => relay.stop());

const at = (instant: string) => new Date(`2026-01-${instant}Z`);
const staff = { kind: 'staff', userId: 'maria', email: 'maria@news.example' } as const;
const title = 'The morning paper';
const desk: TestDesk = {
  ...press,
  render: ({ articles, access }, language) => ({
    subject: `${access} ${language}: ${articles[0]?.summary.headline}`,
    html: `<p><a href="https://news.example/unsubscribe?token=${recipientToken}">x</a></p>`,
    text: `https://news.example/unsubscribe?token=${recipientToken}`,
  }),
  ...{ secret: 'a secret of at least 24 characters', limitsFactor: 1, mailFrom: 'desk@news.example' },
  openTransport: () => openSmtp(relay.url),
};

beforeEach(async () => {
  await db.delete(rateLimits);
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

/** A daily list with two readers and one new article, an hour before it is due. */
async function planned(): Promise<string> {
  const listId = await putList();
  await subscribed(listId);
  await subscribed(listId);
  await putArticle('a', '2026-01-15T09:00:00Z');
  await planEditions(desk, at('15T11:00'), 'all');
  const [edition] = await plans();
  if (!edition) throw new Error('Nothing planned');
  return edition.id;
}

const act = (
  id: string,
  asked: Record<string, unknown>,
  who: Parameters<typeof actOnEdition>[1]['staff'] = staff,
) => actOnEdition(desk, { staff: who, id, asked: editionActionSchema.parse(asked) }, at('15T11:10'));
const test1 = { action: 'test', language: 'en', access: 'full' };

test('a coming edition tells when it goes out, to how many, and with which articles as of now', async () => {
  const id = await planned();
  const { coming, sending, results, stop } = await overviewOf(db, at('15T11:05'));
  expect(coming).toMatchObject([
    {
      ...{ id, kind: 'digest', state: 'planned', dueAt: '2026-01-15T12:00:00.000Z', wouldGet: 2 },
      list: { title, timeZone: 'America/Cancun' },
      articles: [{ id: 'article-a', headline: 'Headline a' }],
    },
  ]);
  expect([sending, results, stop]).toEqual([[], [], null]);
});

test('what is on its way and what has ended come with their numbers, and no address with any of it', async () => {
  const id = await planned();
  expect(await act(id, { action: 'send-now', typed: title })).toEqual({ kind: 'done' });
  await db.update(deliveries).set({ state: 'sent', settledAt: at('15T11:10') });
  const under = await sendingOf(db, at('15T11:11'));
  expect(under.sending).toMatchObject([{ id, progress: { audience: 2, sent: 2, waiting: 0 } }]);
  await planEditions(desk, at('15T11:11'), 'due');
  const overview = await overviewOf(db, at('15T11:12'));
  expect(overview.sending).toEqual([]);
  expect(overview.results).toMatchObject([
    { id, state: 'sent', articles: [{ headline: 'Headline a' }], progress: { audience: 2, sent: 2 } },
  ]);
  expect(JSON.stringify(overview)).not.toContain('@');
});

test('an edition whose list was taken away is shown, without a title', async () => {
  const id = await planned();
  await newsroom.lake.client.delete({ query: '*[_type == "newsletterList"]' });
  const { coming } = await overviewOf(db, at('15T11:05'));
  expect(coming).toMatchObject([{ id, list: null }]);
  expect(await act(id, { action: 'send-now', typed: title })).toEqual({ kind: 'no such list' });
});

test('sending now takes the list’s own title; without it nothing is sent', async () => {
  const id = await planned();
  for (const typed of ['', 'the morning paper', 'The morning paper, in English'])
    expect(await act(id, { action: 'send-now', typed })).toEqual({ kind: 'wrong title' });
  expect(await db.select().from(deliveries)).toEqual([]);
  expect((await plans())[0]?.state).toBe('planned');
});

test('hold, release and cancel say by whom; what is not possible in that state says so', async () => {
  const id = await planned();
  expect(await act(id, { action: 'release' })).toEqual({ kind: 'not in that state', state: 'planned' });
  expect(await act(id, { action: 'hold' })).toEqual({ kind: 'done' });
  expect((await plans())[0]).toMatchObject({ state: 'held', reason: 'by an editor' });
  expect(await act(id, { action: 'release' })).toEqual({ kind: 'done' });
  expect(await act(id, { action: 'cancel' })).toEqual({ kind: 'done' });
  expect((await plans())[0]).toMatchObject({ state: 'cancelled', reason: 'by an editor' });
});

test('what is shown of a frozen edition is what was frozen, and of a coming one what would be sent now', async () => {
  const id = await planned();
  const show = (access: 'full' | 'preview') =>
    showEdition(desk, id, { language: 'es', access }, at('15T11:20'));
  expect(await show('preview')).toMatchObject({ rendering: { subject: 'preview es: Headline a' } });
  await putArticle('a', '2026-01-15T09:00:00Z', { headline: 'Another headline by now' });
  expect(await show('full')).toMatchObject({ rendering: { subject: 'full es: Another headline by now' } });
  await act(id, { action: 'send-now', typed: title });
  await putArticle('a', '2026-01-15T09:00:00Z', { headline: 'A third one' });
  expect(await show('full')).toMatchObject({ rendering: { subject: 'full es: Another headline by now' } });
});

test('a test goes to the editor alone, says that it is one, and its link to leave is nobody’s', async () => {
  const id = await planned();
  expect(await act(id, test1)).toEqual({ kind: 'test sent' });
  expect(relay.mails.map(({ to }) => to)).toEqual([['maria@news.example']]);
  const [mail] = relay.mails;
  expect(mail?.source).toContain('Subject: [Test] full en: Headline a');
  expect(mail?.source).toContain('token=nobody');
  expect(mail?.source).not.toMatch(/^List-Unsubscribe/m);
  expect(mail?.source).not.toContain(recipientToken);
  expect(await db.select().from(deliveries)).toEqual([]);
  expect((await db.select().from(editions))[0]?.state).toBe('planned');
});

test('of tests an editor gets ten an hour, and another editor still gets theirs', async () => {
  const id = await planned();
  for (let sent = 0; sent < 10; sent += 1) expect((await act(id, test1)).kind).toBe('test sent');
  expect((await act(id, test1)).kind).toBe('limited');
  expect((await act(id, test1, { ...staff, userId: 'tomas' })).kind).toBe('test sent');
  expect(relay.mails).toHaveLength(11);
});

test('no address, nothing to send, no edition, a relay that refuses: each is said, and no mail goes', async () => {
  const id = await planned();
  expect(await act(id, test1, { ...staff, email: null })).toEqual({ kind: 'no address' });
  relay.behave({ kind: 'answer', at: 'rcpt', code: 550 });
  expect(await act(id, test1)).toEqual({ kind: 'not taken' });
  relay.behave({ kind: 'accept' });
  await newsroom.lake.client.delete({ query: '*[_type == "article"]' });
  expect(await act(id, test1)).toEqual({ kind: 'nothing to send' });
  expect(await act('00000000-0000-4000-8000-000000000000', test1)).toEqual({ kind: 'unknown' });
  expect(relay.mails).toEqual([]);
});
