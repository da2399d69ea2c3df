import 'server-only';
import { database } from '#lib/db/database.ts';
import { findPersonalData } from '#lib/subscribers/personal-data-store.ts';
import { refusal } from '../../refusal.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { findSessionOf } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

/** Everything we hold of whoever is signed in, as a file. */
export async function GET(request: Request): Promise<Response> {
  const found = await findSessionOf(request);
  if (found.kind === 'failed') return refusal(503);
  const { session } = found;
  if (session === null) return refusal(401);
  const read = await unlessFailed('account.data_failed', async () => ({
    kind: 'read' as const,
    data: await findPersonalData(database().db, session.subscriberId),
  }));
  if (read.kind === 'failed') return refusal(503);
  // The account went between the two questions.
  if (read.data === null) return refusal(401);
  const writtenAt = new Date();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="my-data-${writtenAt.toISOString().slice(0, 10)}.json"`,
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
  };
  return new Response(`${JSON.stringify({ writtenAt, ...read.data }, null, 2)}\n`, { headers });
}
