import type { PgBoss } from 'pg-boss';
import type { Database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { findSignInRequestById, mostCodeAttempts } from '#lib/subscribers/sign-in-store.ts';
import { findSubscriber, lockSubscriber, type Subscriber } from '#lib/subscribers/subscriber-store.ts';
import { erased, findSuppression, suppressionHash } from '#lib/subscribers/suppression-store.ts';
import { nextStep, type SendOutcome } from './delivery-policy.ts';
import type { Sender } from './mail-frame.ts';
import {
  claimDelivery,
  type Delivery,
  markHandedOver,
  postponeDelivery,
  type Settlement,
  settleDelivery,
} from './outbox.ts';
import type { Transport } from './smtp-transport.ts';
import { writeMail } from './write-mail.ts';

/** Everything a delivery needs from outside. */
export type PostOffice = {
  db: Database;
  jobs: PgBoss;
  transport: Transport;
  siteUrl: string;
  mailFrom: string;
  secret: string;
  senderFor: (language: Language) => Promise<Sender>;
  clock: () => Date;
};

/** Longer than a mail can take with all the transport's timeouts. */
export const leaseMs = 3 * 60_000;
/** Whoever wanted to sign in has long asked again, or given up. */
const nobodyWaitsMs = 3_600_000;

/** Sends one mail if it is due and nobody else has it in hand. */
export async function deliver(office: PostOffice, deliveryId: string): Promise<void> {
  const delivery = await claimDelivery(office.db, deliveryId, office.clock(), leaseMs);
  if (!delivery) return;
  const subscriber = await findSubscriber(office.db, delivery.subscriberId);
  const needless = subscriber ? await reasonToDrop(office, delivery, subscriber) : 'subscriber erased';
  if (needless !== null || subscriber === null) {
    return settle(office, delivery, { state: 'dropped', reason: needless }, null);
  }
  const sender = await office.senderFor(delivery.language).catch((error: unknown) => {
    log.warn({ event: 'delivery.no_settings', deliveryId, err: error });
    return null;
  });
  if (!sender) return postpone(office, delivery, { seconds: 15, reason: 'no settings' }, null);

  const mail = await handOver(office, delivery, subscriber, sender);
  if (!mail) return;
  const outcome = await office.transport.send({
    messageId: `<${delivery.id}@${office.mailFrom.split('@').at(-1)}>`,
    from: { name: sender.fromName, address: office.mailFrom },
    to: subscriber.email,
    date: delivery.createdAt,
    ...mail,
  });
  const step = nextStep(delivery, outcome, office.clock());
  if (step.kind === 'settle') return settle(office, delivery, step, outcome);
  return postpone(office, delivery, step, outcome);
}

async function reasonToDrop(
  office: PostOffice,
  delivery: Delivery,
  subscriber: Subscriber,
): Promise<string | null> {
  const emailHash = suppressionHash(office.secret, subscriber.emailKey);
  const suppression = await findSuppression(office.db, emailHash);
  // Who erased an account gets no newsletter, but an answer when the address is entered anew.
  const isErasure = suppression?.reason === erased && delivery.purpose !== 'newsletter';
  if (subscriber.state === 'suppressed' || (suppression && !isErasure)) return 'suppressed';
  if (delivery.purpose === 'sign_in') return reasonNotToSignIn(office, delivery);
  // They pressed the button of an earlier mail while this one was waiting.
  const confirmed = subscriber.state === 'confirmed' ? subscriber.confirmedAt : null;
  return confirmed && confirmed > delivery.createdAt ? 'confirmed meanwhile' : null;
}

async function reasonNotToSignIn(office: PostOffice, delivery: Delivery): Promise<string | null> {
  const { signInRequestId, createdAt } = delivery;
  const request = signInRequestId && (await findSignInRequestById(office.db, signInRequestId));
  if (!request || request.attempts >= mostCodeAttempts) return 'request over';
  return office.clock().getTime() - createdAt.getTime() > nobodyWaitsMs ? 'too late' : null;
}

/** Writes the mail and notes, just before it leaves our hands, that it does. Null when the lease was lost. */
async function handOver(office: PostOffice, delivery: Delivery, subscriber: Subscriber, sender: Sender) {
  return office.db.transaction(async (tx) => {
    // First, as whoever erases an account does: the two must not wait for each other.
    await lockSubscriber(tx, subscriber.id);
    const now = office.clock();
    if (!(await markHandedOver(tx, delivery, now))) return null;
    const { siteUrl, secret } = office;
    return writeMail(tx, delivery, subscriber, { siteUrl, secret, sender }, now);
  });
}

async function settle(
  office: PostOffice,
  delivery: Delivery,
  settlement: Settlement,
  outcome: SendOutcome | null,
): Promise<void> {
  await settleDelivery(office.db, delivery, settlement, codeOf(outcome), office.clock());
  const { state, reason } = settlement;
  const line = { event: `delivery.${state}`, deliveryId: delivery.id, attempt: delivery.attempt, reason };
  if (state === 'sent' || state === 'dropped') log.info(line);
  else log.warn({ ...line, smtpCode: codeOf(outcome) });
}

async function postpone(
  office: PostOffice,
  delivery: Delivery,
  { seconds, reason }: { seconds: number; reason: string },
  outcome: SendOutcome | null,
): Promise<void> {
  const until = new Date(office.clock().getTime() + seconds * 1000);
  await postponeDelivery(office.db, office.jobs, delivery, { until, reason, smtpCode: codeOf(outcome) });
  log.warn({
    event: 'delivery.postponed',
    deliveryId: delivery.id,
    attempt: delivery.attempt,
    reason,
    seconds,
  });
}

function codeOf(outcome: SendOutcome | null): number | null {
  return outcome && 'code' in outcome ? outcome.code : null;
}
