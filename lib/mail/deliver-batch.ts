import { log } from '#lib/log.ts';
import { type Edition, findEdition } from '#lib/newsletter/edition-store.ts';
import { suppressAddress } from '#lib/subscribers/suppress-address.ts';
import { openLedger } from './edition-ledger.ts';
import { countSent, stopEdition } from './edition-outbox-store.ts';
import type { EditionStrain } from './edition-strain.ts';
import { findEditionMessages } from './find-edition-messages.ts';
import type { NewsletterOffice } from './newsletter-office.ts';
import { type Batch, sendOverLine } from './send-over-line.ts';

/**
 * `more`: it was enough for one turn. `done`: nothing is left that is due, or the edition was stopped. `not ready`:
 * what the mails are made of cannot be had now. `no relay`: every connection was refused or ended at once.
 */
export type BatchEnd = { kind: 'more' | 'done' | 'not ready' } | { kind: 'no relay'; error: unknown };

/** Of one edition, before another one has its turn. */
const quota = 500;

/** Sends what is due of an edition and in nobody's hands, up to a quota, over all connections at once. */
export async function deliverBatch(
  office: NewsletterOffice,
  editionId: string,
  strain: EditionStrain,
): Promise<BatchEnd> {
  const edition = await findEdition(office.db, editionId);
  if (edition?.state !== 'sending') return { kind: 'done' };
  if (await isHeldBack(office, edition)) {
    await pauseForTrouble(office, editionId, 'article held back');
    return { kind: 'done' };
  }
  const messages = await findEditionMessages(office, edition);
  if (!messages) return { kind: 'not ready' };

  const ledger = openLedger(editionId, quota, office);
  const batch: Batch = { office, editionId, messages, ledger, strain, counts: new Map(), bounced: [] };
  const lines = await Promise.allSettled(office.lines.map((line) => sendOverLine(batch, line)));
  await ledger.close();
  log.info({ event: 'edition.batch', editionId, ...Object.fromEntries(batch.counts) });
  const reason = strain.tooMuch();
  if (reason) await pauseForTrouble(office, editionId, reason);
  else await suppressBounced(batch);

  const broken = lines.find((line) => line.status === 'rejected');
  if (broken) throw new Error('A batch of newsletters broke off', { cause: broken.reason });
  const troubles = lines.flatMap((line) => (line.status === 'fulfilled' && line.value ? [line.value] : []));
  if (troubles.length === office.lines.length) return { kind: 'no relay', error: troubles[0] };
  return { kind: ledger.isDone() || reason ? 'done' : 'more' };
}

/**
 * What was frozen may have been withdrawn since, and a person may have resumed or retried it unaware. A lake that is
 * away takes nothing back: the planner looks again, too.
 */
async function isHeldBack(office: NewsletterOffice, { id, articleIds }: Edition): Promise<boolean> {
  try {
    return await office.isHeldBack(articleIds);
  } catch (error) {
    log.warn({ event: 'edition.standing_unknown', editionId: id, err: error });
    return false;
  }
}

/** Stops an edition until a person has looked. One log event, however many workers notice. */
export async function pauseForTrouble(
  { pool }: NewsletterOffice,
  editionId: string,
  reason: string,
): Promise<void> {
  if (await stopEdition(pool, editionId, reason)) log.error({ event: 'edition.paused', editionId, reason });
}

/**
 * Not while more are refused than the relay has taken of the edition: then it may be the relay that is wrong, and the
 * addresses as good as before.
 */
async function suppressBounced({ office, editionId, bounced }: Batch): Promise<void> {
  if (bounced.length === 0 || bounced.length > (await countSent(office.pool, editionId))) return;
  for (const emailKey of bounced) {
    await suppressAddress(office.db, office.secret, { emailKey, reason: 'bounce' }, office.clock());
  }
}
