import { PgBoss } from 'pg-boss';
import { config } from '#lib/config.ts';
import { getStandings } from '#lib/content/newsletter-articles-query.ts';
import { openDatabase } from '#lib/db/database.ts';
import { migrate } from '#lib/db/migrate.ts';
import { planEditions } from '#lib/newsletter/plan-editions.ts';
import { findComingDigests } from '#lib/newsletter/plan-store.ts';
import { previewEdition } from '#lib/newsletter/preview-edition.ts';

/** A planner on its own, so that the lake's address is its environment's. Prints what its looks cost. */
const times = 200;
/** Just before the newest of the many articles, which come one an hour. */
const now = new Date('2025-12-31T23:30:00Z');

const { DATABASE_URL } = config();
await migrate(DATABASE_URL);
const { db, close } = openDatabase(DATABASE_URL);
const jobs = new PgBoss({ connectionString: DATABASE_URL, max: 2, supervise: false, schedule: false });
const press = { db, jobs, render: () => ({ subject: '', html: '', text: '' }) };

await planEditions(press, now);
const weekly = (await findComingDigests(db, now)).find(({ listId }) => listId === 'list-weekly');
if (!weekly) throw new Error('Nothing was planned.');
const composed = await previewEdition(db, weekly.id, 'full', now);
const costs = {
  composedArticles: composed.kind === 'content' ? composed.content.articles.length : 0,
  planMs: await medianOf(() => planEditions(press, now)),
  composeMs: await medianOf(() => previewEdition(db, weekly.id, 'full', now)),
  pingMs: await medianOf(() => getStandings(['none'])),
};
process.stdout.write(JSON.stringify(costs));
await close();

async function medianOf(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    await ask();
    took.push(performance.now() - startedAt);
  }
  return took.toSorted((a, b) => a - b)[times / 2] ?? 0;
}
