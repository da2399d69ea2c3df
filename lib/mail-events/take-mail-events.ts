import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { leaveAll } from '#lib/newsletter/leave.ts';
import { complaint } from '#lib/newsletter/leave-reason.ts';
import { findSubscriber, findSubscriberByKey } from '#lib/subscribers/subscriber-store.ts';
import { suppressAddress } from '#lib/subscribers/suppress-address.ts';
import { addReceipts, forgetOldReceipts, hasReceipt } from '#lib/webhook/receipts-store.ts';
import type { MailEvent, ReadEvents } from './mail-event.ts';
import { noteMailEvent } from './mail-events-store.ts';

type Read = Extract<ReadEvents, { kind: 'events' }>;

/** `strangers`: events about mails and addresses that we do not know (any more). */
export type TakenEvents =
  | { kind: 'taken'; bounces: number; complaints: number; strangers: number }
  | { kind: 'seen before' };

/**
 * Takes signed events. Each does the same when it comes twice, so the receipt is written last: a database that fails in
 * between makes the sender try again, and nothing is lost.
 */
export async function takeMailEvents(
  db: Database,
  secret: string,
  { events, receipt }: Read,
  now: Date,
): Promise<TakenEvents> {
  if (await hasReceipt(db, [receipt])) return { kind: 'seen before' };
  const counts = { bounces: 0, complaints: 0, strangers: 0 };
  for (const event of events) {
    if (!(await takeMailEvent(db, secret, event, now))) counts.strangers += 1;
    else if (event.kind === 'bounce') counts.bounces += 1;
    else counts.complaints += 1;
  }
  await addReceipts(db, [receipt], now);
  await forgetOldReceipts(db, now);
  return { kind: 'taken', ...counts };
}

/** A dead mailbox gets no mail any more. Whoever reports us as spam has left besides, and says so in the results. */
async function takeMailEvent(db: Database, secret: string, event: MailEvent, now: Date): Promise<boolean> {
  const { kind, deliveryId, emailKey } = event;
  const mail = deliveryId === null ? null : await noteMailEvent(db, deliveryId, kind, now);
  const subscriber = mail
    ? await findSubscriber(db, mail.subscriberId)
    : emailKey !== null && (await findSubscriberByKey(db, emailKey));
  if (!subscriber) return false;
  log.info({ event: `mail.${kind}`, deliveryId, subscriberId: subscriber.id, permanent: event.permanent });
  if (kind === 'complaint') {
    await leaveAll(db, { subscriberId: subscriber.id, editionId: mail?.editionId ?? null }, complaint, now);
  }
  if (kind === 'complaint' || event.permanent) {
    await suppressAddress(db, secret, { emailKey: subscriber.emailKey, reason: kind }, now);
  }
  return true;
}
