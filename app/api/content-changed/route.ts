import 'server-only';
import { config } from '#lib/config.ts';
import type { DocumentChange } from '#lib/content/content-tags.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { type Call, wakerOf } from '#lib/mail/wake-store.ts';
import { indexArticles } from '#lib/search/index-articles.ts';
import { readText } from '#lib/webhook/read-text.ts';
import { type Delivery, type Taken, takeContentChange } from '#lib/webhook/take-content-change.ts';

export const dynamic = 'force-dynamic';

const mostBytes = 256 * 1024;
const wakers = new Map<Call, () => void>();

/** The lake says here what was published, changed or taken away. Sent by ours and by hosted Sanity alike. */
export async function POST(request: Request): Promise<Response> {
  const body = await readText(request, mostBytes);
  if (body === null) return answer(413, 'too large');
  const taken = await take({
    body,
    signature: request.headers.get('sanity-webhook-signature'),
    idempotencyKey: request.headers.get('idempotency-key'),
  });
  switch (taken.kind) {
    case 'cleared':
      log.info({
        event: 'content.changed',
        id: taken.change._id,
        type: taken.change._type,
        forgotten: taken.forgotten,
      });
      await updateSearch(taken.change);
      if (isMailed(taken.change._type)) callWorker('plan');
      return answer(200, 'cleared');
    case 'seen before':
      return answer(200, 'seen before');
    case 'refused':
      log.warn({ event: 'content.change_refused', because: taken.because });
      return answer(401, taken.because);
    case 'not a change':
      log.warn({ event: 'content.change_unreadable' });
      return answer(422, 'not a change');
    case 'failed':
      return answer(503, 'try again');
  }
}

/** What newsletters are made of. */
function isMailed(type: string): boolean {
  return type === 'article' || type === 'newsletterList';
}

/** Before the answer, so that nothing is found any more that was taken back. A rule of previews concerns all articles. */
async function updateSearch({ _type, _id }: DocumentChange): Promise<void> {
  if (_type === 'siteSettings') callWorker('search');
  if (_type !== 'article') return;
  try {
    await indexArticles(database().db, [_id], new Date());
  } catch (error) {
    log.error({ event: 'search.not_updated', id: _id, err: error });
    callWorker('search');
  }
}

/** An article that goes out at once does so now, and not when a worker looks next. */
function callWorker(call: Call): void {
  const wake = wakers.get(call) ?? wakerOf(database().pool, call);
  wakers.set(call, wake);
  wake();
}

/** A database that does not answer is an expected outcome here: the sender keeps the message and tries again. */
async function take(delivery: Delivery): Promise<Taken | { kind: 'failed' }> {
  try {
    return await takeContentChange(database().db, delivery, config().SANITY_WEBHOOK_SECRET, new Date());
  } catch (error) {
    log.error({ event: 'content.change_failed', err: error });
    return { kind: 'failed' };
  }
}

function answer(status: number, result: string): Response {
  const headers = { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '10' }) };
  return Response.json({ result }, { status, headers });
}
