import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { readMailEvents } from '#lib/mail-events/read-mail-events.ts';
import { takeMailEvents } from '#lib/mail-events/take-mail-events.ts';
import { readText } from '#lib/webhook/read-text.ts';
import { unlessFailed } from '../unless-failed.ts';

export const dynamic = 'force-dynamic';

/** Providers gather events; SendGrid's largest message is 768 KB. */
const mostBytes = 1024 * 1024;

/** The relay says here which mails came back, and who called one spam. */
export async function POST(request: Request): Promise<Response> {
  const body = await readText(request, mostBytes);
  if (body === null) return answer(413, { result: 'too large' });
  const { SESSION_SECRET, MAIL_WEBHOOK_SECRET, MAILGUN_SIGNING_KEY, SENDGRID_VERIFICATION_KEY } = config();
  const keys = {
    own: MAIL_WEBHOOK_SECRET,
    mailgun: MAILGUN_SIGNING_KEY,
    sendGrid: SENDGRID_VERIFICATION_KEY,
  };
  const now = new Date();
  const read = readMailEvents(request.headers, body, keys, now);
  if (read.kind === 'refused') {
    log.warn({ event: 'mail_events.refused', because: read.because });
    return answer(401, { result: read.because });
  }
  if (read.kind === 'not events') {
    log.warn({ event: 'mail_events.unreadable' });
    return answer(422, { result: 'not events' });
  }
  const taken = await unlessFailed('mail_events.failed', () =>
    takeMailEvents(database().db, SESSION_SECRET, read, now),
  );
  if (taken.kind === 'failed') return answer(503, { result: 'try again' });
  const { kind, ...counts } = taken;
  log.info({ event: 'mail_events.taken', result: kind, ...counts });
  return answer(200, { result: kind, ...counts });
}

function answer(status: number, content: object): Response {
  const headers = { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': '30' }) };
  return Response.json(content, { status, headers });
}
