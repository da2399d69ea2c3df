import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeEach, vi } from 'vitest';
import { startLake } from '#lib/content/a-lake.ts';
import { deliveries, editions, newsletterDesk, subscriberLists, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import type { EditionContent } from './edition-content.ts';
import type { EditionPress } from './freeze-edition.ts';

const reference = (id: string) => ({ _type: 'reference', _ref: id, _key: id });
const span = (text: string) => ({ _type: 'span', _key: 's', text, marks: [] });
const paragraph = (text: string) => ({
  _type: 'block',
  _key: text.slice(0, 12),
  style: 'normal',
  children: [span(text)],
  markDefs: [],
});

/** Says what it was given, so that tests can ask what went into a mail. */
function render({ access, articles, correction }: EditionContent) {
  const text = JSON.stringify({ access, articles, correction });
  return { subject: articles.map(({ summary }) => summary.headline).join(' · '), html: text, text };
}

/** A real database and a real lake with one section and what a test writes into it. */
export async function testNewsroom() {
  // Two programs are started; on a busy machine that takes its time.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  const database = await testDatabase();
  const { db } = database;
  const lake = await startLake();
  const jobs = new PgBoss({ connectionString: database.url, max: 2, supervise: false, schedule: false });
  await jobs.start();
  afterAll(async () => {
    await jobs.stop({ graceful: false });
    await lake.stop();
  });
  const press: EditionPress = { db, jobs, render };

  const write = (...documents: { _id: string; _type: string }[]) =>
    lake.client.mutate(documents.map((document) => ({ createOrReplace: document })));

  await write(
    { _id: 'siteSettings', _type: 'siteSettings', ...{ name: 'Reef & Shore' } },
    { _id: 'section-politics', _type: 'section', ...section('Politics') },
  );

  beforeEach(async () => {
    await db.delete(editions);
    await db.delete(subscribers);
    await db.delete(newsletterDesk);
    await lake.client.delete({ query: '*[_type in ["article", "newsletterList"]]' });
  });

  async function putList(given: Record<string, unknown> = {}) {
    const _id = String(given._id ?? 'list-daily');
    const title = { en: 'The morning paper', es: 'El diario' };
    const times = { cadence: 'daily', hour: 7, timeZone: 'America/Cancun' };
    await write({ _id, _type: 'newsletterList', ...{ title, language: 'en', ...times, ...given } });
    return _id;
  }

  async function putArticle(name: string, firstPublishedAt: string, given: Record<string, unknown> = {}) {
    const _id = `article-${name}`;
    const rest = {
      language: 'en',
      headline: `Headline ${name}`,
      standfirst: 'In short.',
      slug: { current: name },
      section: reference('section-politics'),
      firstPublishedAt,
      publishedAt: firstPublishedAt,
      body: ['One.', 'Two.', 'Three.', 'Four.', `The canary of ${name} sings.`].map(paragraph),
      ...given,
    };
    await write({ _id, _type: 'article', ...rest });
    return _id;
  }

  async function subscribed(...listIds: string[]) {
    return subscriber('confirmed', 'en', listIds);
  }

  async function subscriber(
    state: 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed',
    language: 'en' | 'es',
    listIds: string[],
  ) {
    const id = randomUUID();
    const email = `${id}@example.com`;
    const at = new Date('2026-01-01T00:00:00Z');
    await db.insert(subscribers).values({ id, email, emailKey: email, state, language, createdAt: at });
    for (const listId of listIds) {
      await db.insert(subscriberLists).values({ subscriberId: id, listId, chosenAt: at });
    }
    return id;
  }

  const plans = () => db.select().from(editions).orderBy(editions.dueAt, editions.key);
  const queue = () => db.select().from(deliveries);
  const named = (...ids: string[]) => ({ newsletter: { lists: ids.map(reference) } });
  return { database, db, lake, press, putList, putArticle, subscribed, subscriber, plans, queue, named };
}

function section(title: string) {
  return { title: { en: title, es: title }, slug: { current: title.toLowerCase() } };
}
