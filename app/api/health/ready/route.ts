import 'server-only';
import { findLakeState } from '#lib/content/lake-state.ts';
import { database } from '#lib/db/database.ts';
import { reachDatabase } from '#lib/db/reachable-store.ts';
import { log } from '#lib/log.ts';

export const dynamic = 'force-dynamic';

/** Whether this instance can do its work, and if not, why. */
export async function GET(): Promise<Response> {
  const [lake, databaseAnswers] = await Promise.all([findLakeState(), reachesDatabase()]);
  const problems = [
    ...(lake.kind === 'unreachable' ? [`The content lake cannot be read: ${lake.because}.`] : []),
    ...(lake.kind === 'public'
      ? ['The dataset is public: anybody can read gated articles. Make it private.']
      : []),
    ...(databaseAnswers ? [] : ['The database does not answer.']),
  ];
  const ready = problems.length === 0;
  if (!ready) log.warn({ event: 'health.not_ready', lake: lake.kind, databaseAnswers });
  return Response.json(
    { ready, problems },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

async function reachesDatabase(): Promise<boolean> {
  try {
    await reachDatabase(database().db);
    return true;
  } catch (error) {
    log.warn({ event: 'health.database_unreachable', err: error });
    return false;
  }
}
