import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { Edition } from './edition-store.ts';
import { type EditionPress, freezeEdition } from './freeze-edition.ts';
import { findHeldBack } from './held-back.ts';
import { graceMs } from './judge-desk.ts';
import { planDigests } from './plan-digests.ts';
import { planInstants } from './plan-instants.ts';
import {
  concludePlanned,
  findCancelledSince,
  findDue,
  findSending,
  markMissed,
  pauseSending,
  settleFinished,
} from './plan-store.ts';
import { dropQueued } from './queued-store.ts';
import { watchDesk } from './watch-desk.ts';

/**
 * One look at everything that has to do with time: what is over, what is too late, what is due; and, when all is asked
 * for, what the lake has that is new. Any number of workers may look at once and as often as they like; the keys and
 * locks of the editions keep each to one.
 */
export async function planEditions(
  press: EditionPress,
  now: Date,
  scope: 'all' | 'due' = 'all',
): Promise<void> {
  const { db } = press;
  const { alarm, isPaused, settle } = await watchDesk(db, now);
  await settleSent(db, now);
  await dropCancelled(db, now);
  await giveUpLate(db, now);
  await pauseHeldBack(db, now);
  if (scope === 'all' || alarm !== null) {
    const lists = await getScheduledLists();
    await planDigests(db, lists, now);
    await planInstants(db, lists, now);
  }
  if (alarm !== null) {
    await markMissed(db, now, alarm);
    await settle();
  } else if (!isPaused) {
    await sendDue(press, now);
  }
}

async function settleSent(db: Database, now: Date): Promise<void> {
  for (const editionId of await db.transaction((tx) => settleFinished(tx, now))) {
    log.info({ event: 'newsletter.sent', editionId });
  }
}

/** What was in a sender's hands when its edition was cancelled, and came back to be tried later, is not tried. */
async function dropCancelled(db: Database, now: Date): Promise<void> {
  for (const editionId of await findCancelledSince(db, new Date(now.getTime() - graceMs))) {
    await dropQueued(db, editionId, 'edition cancelled', now);
  }
}

async function giveUpLate(db: Database, now: Date): Promise<void> {
  for (const editionId of await markMissed(db, new Date(now.getTime() - graceMs - 1), 'too late')) {
    log.warn({ event: 'newsletter.missed', editionId });
  }
}

/** What a lawyer holds, or an editor withdraws, is not mailed on. */
async function pauseHeldBack(db: Database, now: Date): Promise<void> {
  const sending = await findSending(db);
  const heldBack = await findHeldBack(
    sending.flatMap((edition) => edition.articleIds),
    now,
  );
  const wrong = sending.filter((edition) => edition.articleIds.some((id) => heldBack.has(id)));
  const ids = wrong.map((edition) => edition.id);
  for (const editionId of await pauseSending(db, 'article held back', ids)) {
    log.warn({ event: 'newsletter.paused', editionId, because: 'article held back' });
  }
}

/** One that cannot be made holds up no other; it is tried again at the next look. */
async function sendDue(press: EditionPress, now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const edition of await findDue(press.db, now)) {
    await sendOne(press, edition, now).catch((cause: unknown) => {
      failures.push(new Error(`The edition ${edition.id} could not be made`, { cause }));
    });
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Editions are due that could not be made');
}

async function sendOne(press: EditionPress, { id, kind }: Edition, now: Date): Promise<void> {
  const frozen = await freezeEdition(press, id, { from: ['planned'], untilNow: false }, now);
  switch (frozen.kind) {
    case 'frozen':
    case 'not in that state':
    case 'unknown':
      return;
    case 'nothing to send':
      if (kind === 'digest') return concludePlanned(press.db, id, { state: 'empty', settledAt: now });
      return concludePlanned(press.db, id, { state: 'missed', reason: 'article held back' });
    case 'superseded':
    case 'no such list':
      return concludePlanned(press.db, id, { state: 'missed', reason: frozen.kind });
    default:
      frozen satisfies never;
  }
}
