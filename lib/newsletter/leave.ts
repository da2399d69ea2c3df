import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { findSubscriber, lockSubscriber, resubscribe } from '#lib/subscribers/subscriber-store.ts';
import {
  addUnsubscription,
  dropList,
  findListLeaving,
  findUnsubscription,
  markUndone,
  markUnsubscribed,
  putBackList,
  type Unsubscription,
} from './leaving-store.ts';
import type { NewsletterTokenHolder } from './newsletter-token.ts';

/** `nothing to leave`: none comes any more already, or the whole subscriber is gone. */
export type Leaving = { kind: 'left'; id: string } | { kind: 'nothing to leave' };

/**
 * How long a mail's link takes a leaving back. It was a slip, or somebody whom the mail was forwarded to; after that an
 * old mail in a stranger's hands must not start newsletters again, and who wants them signs in.
 */
const undoLivesMs = 7 * 86_400_000;

export function canBeUndone({ createdAt, undoneAt }: Unsubscription, now: Date): boolean {
  return undoneAt === null && now.getTime() - createdAt.getTime() <= undoLivesMs;
}

/**
 * No newsletter any more, from the moment this returns: each hand-over looks at the subscriber again. The chosen lists
 * stay for an undo, and so does the access to articles.
 */
export async function leaveAll(
  db: Database,
  { subscriberId, editionId }: NewsletterTokenHolder,
  reason: string | null,
  now: Date,
): Promise<Leaving> {
  const left = await db.transaction(async (tx): Promise<Leaving> => {
    if (!(await markUnsubscribed(tx, subscriberId, now))) return { kind: 'nothing to leave' };
    const id = await addUnsubscription(tx, { subscriberId, editionId, listId: null, reason }, now);
    return { kind: 'left', id };
  });
  log.info({ event: 'newsletter.left', subscriberId, editionId, isNew: left.kind === 'left' });
  return left;
}

/** One List does not come any more; the others do. */
export async function leaveList(
  db: Database,
  { subscriberId, editionId }: NewsletterTokenHolder,
  listId: string,
  now: Date,
): Promise<Leaving> {
  const left = await db.transaction(async (tx): Promise<Leaving> => {
    await lockSubscriber(tx, subscriberId);
    const subscriber = await findSubscriber(tx, subscriberId);
    // Whoever has left altogether keeps what they had chosen.
    if (subscriber?.state !== 'confirmed') return { kind: 'nothing to leave' };
    if (!(await dropList(tx, subscriberId, listId))) {
      // Pressed twice: the page says what the first press did.
      const before = await findListLeaving(tx, subscriberId, listId);
      return before ? { kind: 'left', id: before.id } : { kind: 'nothing to leave' };
    }
    const id = await addUnsubscription(tx, { subscriberId, editionId, listId, reason: null }, now);
    return { kind: 'left', id };
  });
  log.info({ event: 'newsletter.list_left', subscriberId, listId, isNew: left.kind === 'left' });
  return left;
}

/**
 * Takes one leaving back, as often as it is pressed. `too late`: also when the address gets no mail meanwhile, or all
 * newsletters were left after this one List.
 */
export async function undoLeaving(
  db: Database,
  subscriberId: string,
  id: string,
  now: Date,
): Promise<{ kind: 'undone' | 'unknown' | 'too late' }> {
  return db.transaction(async (tx) => {
    await lockSubscriber(tx, subscriberId);
    const leaving = await findUnsubscription(tx, subscriberId, id);
    if (!leaving) return { kind: 'unknown' };
    if (leaving.undoneAt) return { kind: 'undone' };
    const subscriber = await findSubscriber(tx, subscriberId);
    if (!canBeUndone(leaving, now) || subscriber?.state === 'suppressed') return { kind: 'too late' };
    if (leaving.listId !== null && subscriber?.state !== 'confirmed') return { kind: 'too late' };
    if (leaving.listId === null) await resubscribe(tx, subscriberId);
    else await putBackList(tx, subscriberId, leaving.listId, now);
    await markUndone(tx, id, now);
    log.info({ event: 'newsletter.leaving_undone', subscriberId, listId: leaving.listId });
    return { kind: 'undone' };
  });
}
