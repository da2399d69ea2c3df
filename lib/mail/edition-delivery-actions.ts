import type { PgBoss } from 'pg-boss';
import type { Database, Transaction } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { allowLongFreeze } from '#lib/newsletter/audience-store.ts';
import { callSenders } from '#lib/newsletter/edition-jobs-store.ts';
import { type EditionState, lockEdition, setEdition } from '#lib/newsletter/edition-store.ts';
import {
  pageOfUncertain,
  queueFailed,
  settleUncertain,
  type UncertainDelivery,
} from './edition-delivery-store.ts';

/** `count`: rows that were changed. `waits`: they go out when the edition, which is paused, goes on. */
export type DeliveryAction =
  | { kind: 'done'; count: number; waits: boolean }
  | { kind: 'not in that state'; state: EditionState }
  | { kind: 'unknown' };

/** Stops what is not on its way yet; what is in hand ends. */
export function pauseEdition(db: Database, editionId: string, reason: string): Promise<DeliveryAction> {
  return act(db, 'edition.paused_by_person', editionId, ['sending'], async (tx) => {
    await setEdition(tx, editionId, { state: 'paused', reason });
    return 0;
  });
}

/** Goes on with what is left. */
export function resumeEdition(db: Database, jobs: PgBoss, editionId: string): Promise<DeliveryAction> {
  return act(db, 'edition.resumed', editionId, ['paused'], async (tx) => {
    await goOn(tx, jobs, editionId);
    return 0;
  });
}

/** Tries the failed ones once more; whose address is suppressed meanwhile gets nothing. A paused edition stays paused. */
export function retryFailed(
  db: Database,
  jobs: PgBoss,
  editionId: string,
  now: Date,
): Promise<DeliveryAction> {
  return act(db, 'edition.retried', editionId, ['sending', 'paused', 'sent'], async (tx, state) => {
    await allowLongFreeze(tx);
    const count = await queueFailed(tx, editionId, now);
    if (count > 0 && state !== 'paused') await goOn(tx, jobs, editionId);
    return count;
  });
}

/** What may have gone out or not, for a person to decide. */
export function listUncertain(
  db: Database,
  editionId: string,
  page: { after: string | null; most: number },
): Promise<UncertainDelivery[]> {
  return pageOfUncertain(db, editionId, page);
}

/**
 * A person has looked (into the relay's log, or asked): it went out, or it is to be sent again. Of a cancelled edition
 * nothing is sent any more, but what became of it can still be said.
 */
export function decideUncertain(
  db: Database,
  jobs: PgBoss,
  {
    editionId,
    deliveryIds,
    decision,
  }: { editionId: string; deliveryIds: string[]; decision: 'sent' | 'send again' },
  now: Date,
): Promise<DeliveryAction> {
  const sent: EditionState[] = decision === 'sent' ? ['cancelled'] : [];
  const states: EditionState[] = ['sending', 'paused', 'sent', ...sent];
  return act(db, 'edition.decided', editionId, states, async (tx, state) => {
    const count = await settleUncertain(tx, editionId, deliveryIds, decision, now);
    if (count > 0 && decision === 'send again' && state !== 'paused') await goOn(tx, jobs, editionId);
    return count;
  });
}

/** Sending again, also what had settled: it has open rows from now on. */
async function goOn(tx: Transaction, jobs: PgBoss, editionId: string): Promise<void> {
  await setEdition(tx, editionId, { state: 'sending', reason: null, settledAt: null });
  await callSenders(tx, jobs, editionId, 1);
}

/** Of many at once each sees what the one before has left. */
async function act(
  db: Database,
  event: string,
  editionId: string,
  states: EditionState[],
  change: (tx: Transaction, state: EditionState) => Promise<number>,
): Promise<DeliveryAction> {
  return db.transaction(async (tx) => {
    const edition = await lockEdition(tx, editionId);
    if (!edition) return { kind: 'unknown' };
    const { state } = edition;
    if (!states.includes(state)) return { kind: 'not in that state', state };
    const count = await change(tx, state);
    log.info({ event, editionId, count });
    return { kind: 'done', count, waits: state === 'paused' };
  });
}
