import { randomUUID } from 'node:crypto';
import { openDatabase } from '#lib/db/database.ts';
import { migrate } from '#lib/db/migrate.ts';
import { allowLongFreeze, freezeAudience } from '#lib/newsletter/audience-store.ts';
import { setEdition } from '#lib/newsletter/edition-store.ts';
import { addEdition } from '#lib/newsletter/plan-store.ts';
import { startLonePostgres } from '../testing/lone-postgres.ts';
import { atMost, type Finding, found, isSo } from './finding.ts';

const goalSeconds = 30;
/** One in so many does not want the List, and one in so many has left. */
const without = 20;
const listId = 'list-bench';

/** How long it takes to write down who gets an edition, beside a bare insert of as many rows into a bare table. */
export async function measureAudience(size: number): Promise<Finding[]> {
  const postgres = await startLonePostgres();
  const { db, pool, close } = openDatabase(postgres.databaseUrl);
  try {
    await migrate(postgres.databaseUrl);
    await fill(pool, size);
    const bareSeconds = await insertBare(pool, size);
    const now = new Date();
    const key = `digest:${listId}:${randomUUID()}`;
    const plan = { key, kind: 'digest', listId, language: 'en', dueAt: now } as const;
    const id = await addEdition(db, plan, now);
    if (!id) throw new Error('The edition was there already.');
    const startedAt = performance.now();
    const audience = await db.transaction(async (tx) => {
      await allowLongFreeze(tx);
      const frozen = await freezeAudience(tx, { ...plan, id, articleIds: [] }, now);
      await setEdition(tx, id, { state: 'sending', audience: frozen, frozenAt: now });
      return frozen;
    });
    const seconds = (performance.now() - startedAt) / 1000;
    return [
      found('audience', audience),
      found('bareInsertSeconds', bareSeconds),
      atMost('freezeAudienceSeconds', seconds, goalSeconds),
      isSo('everyChoiceIsHonoured', audience === size),
    ];
  } finally {
    await close();
    await postgres.stop();
  }
}

type Pool = ReturnType<typeof openDatabase>['pool'];

/** So many who chose the List and are confirmed, among others who did not or are not. */
async function fill(pool: Pool, size: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    const others = Math.ceil(size / without);
    await client.query(
      `insert into subscribers (id, email, email_key, state, language, created_at, confirmed_at)
       select gen_random_uuid(), 'many-' || n || '@example.com', 'many-' || n || '@example.com',
         (case when n > $1::int + $2::int then 'unsubscribed' else 'confirmed' end)::subscriber_state,
         (case when n % 3 = 0 then 'es' else 'en' end)::language, now(), now()
       from generate_series(1, $1::int + 2 * $2::int) n`,
      [size, others],
    );
    await client.query(
      `insert into subscriber_lists (subscriber_id, list_id, chosen_at)
       select id, case when substr(email, 6, length(email) - 17)::int between $1::int + 1 and $1::int + $2::int
         then 'list-other' else $3 end, now() from subscribers`,
      [size, others, listId],
    );
    await client.query('vacuum analyze subscribers, subscriber_lists');
    await client.query('checkpoint');
  } finally {
    client.release(true);
  }
}

async function insertBare(pool: Pool, size: number): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query(
      'create table bare_deliveries (id uuid, subscriber_id uuid, edition_id uuid, state text)',
    );
    const startedAt = performance.now();
    await client.query(
      `insert into bare_deliveries
       select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'queued' from generate_series(1, $1::int)`,
      [size],
    );
    return (performance.now() - startedAt) / 1000;
  } finally {
    await client.query('drop table if exists bare_deliveries');
    await client.query('checkpoint');
    client.release(true);
  }
}
