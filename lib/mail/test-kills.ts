import { expect, vi } from 'vitest';
import { openDatabase } from '#lib/db/database.ts';
import { migrate } from '#lib/db/migrate.ts';
import { startLonePostgres } from '#scripts/testing/lone-postgres.ts';
import { frozenEdition } from './test-newsletters.ts';
import { startTestRelay } from './test-relay.ts';
import { testWorkers, workerPatience } from './test-worker.ts';

/** Connections of one worker, by default. */
const connections = 5;
const eventually = { timeout: 2 * workerPatience, interval: 50 };

/**
 * An edition that is sent while what sends it is killed with -9: two workers, or the database under them. Ends when
 * nothing is open any more, and has then seen that none is lost, none came twice, and no more are uncertain than were
 * in hand at a kill.
 */
export async function surviveKills(readers: number, kills: ('workers' | 'database')[]): Promise<void> {
  const relay = await startTestRelay();
  relay.behave({ kind: 'slow', ms: 15 });
  const postgres = await startLonePostgres();
  const url = postgres.databaseUrl;
  await migrate(url);
  const database = openDatabase(url);
  const startWorker = await testWorkers(relay.url);
  const { editionId, people } = await frozenEdition(database, readers, new Date());

  const count = (condition: string) =>
    vi.waitFor(async () => {
      const { rows } = await database.pool.query<{ count: number }>(
        `select count(*)::int as count from deliveries where edition_id = $1 and ${condition}`,
        [editionId],
      );
      return rows[0]?.count ?? 0;
    }, eventually);
  const stillOpen = () => count("state in ('queued', 'sending')");
  /** What time does: whoever held a row is known to be dead. */
  const letLeasesEnd = () =>
    database.pool.query(
      "update deliveries set leased_until = now() - interval '1 s' where state = 'sending'",
    );

  let workers = [startWorker(url), startWorker(url)];
  let mostInHand = 0;
  const step = Math.floor(readers / (kills.length + 1));
  for (const [number, kill] of kills.entries()) {
    const least = step * (number + 1);
    await vi.waitFor(() => expect(relay.mails.length).toBeGreaterThanOrEqual(least), eventually);
    if (kill === 'database') {
      process.kill(postgres.pid(), 'SIGKILL');
      continue;
    }
    for (const { worker } of workers) worker.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    const inHand = await count("state = 'sending' and handed_over_at is not null");
    expect(inHand).toBeLessThanOrEqual(2 * connections);
    mostInHand += inHand;
    await letLeasesEnd();
    workers = [startWorker(url), startWorker(url)];
  }
  await vi.waitFor(async () => expect(await stillOpen()).toBeLessThan(step), eventually);
  // Before that it does not hear what it is told.
  await Promise.all(workers.map(({ says }) => says('worker.ready')));
  for (const { worker } of workers) worker.kill('SIGTERM');
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
  await letLeasesEnd();
  const last = startWorker(url);
  await vi.waitFor(async () => expect(await stillOpen()).toBe(0), eventually);

  const got = relay.mails.map(({ to }) => to.join());
  expect(new Set(got).size, 'nobody got it twice').toBe(got.length);
  const { rows } = await database.pool.query<{ email: string; state: string }>(
    'select s.email, d.state from deliveries d join subscribers s on s.id = d.subscriber_id where edition_id = $1',
    [editionId],
  );
  const those = (state: string) => rows.filter((row) => row.state === state).map(({ email }) => email);
  expect(
    those('sent').filter((email) => !got.includes(email)),
    'what says sent was taken',
  ).toEqual([]);
  expect(those('sent').length + those('uncertain').length, 'none is lost').toBe(people.length);
  expect(those('uncertain').length).toBeLessThanOrEqual(mostInHand);
  await vi.waitFor(async () => {
    const { rows: found } = await database.pool.query('select state from editions where id = $1', [
      editionId,
    ]);
    expect(found, 'the edition is settled').toEqual([{ state: 'sent' }]);
  }, eventually);

  await last.says('worker.ready');
  last.worker.kill('SIGTERM');
  expect(await last.ended).toBe(0);
  await database.close();
  await postgres.stop();
  await relay.stop();
}
