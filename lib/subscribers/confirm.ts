import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Database, Queryable } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { listsToSet } from './list-choice.ts';
import { setLists } from './list-store.ts';
import { isToken, newToken } from './secret-token.ts';
import { addSession, findSession } from './session-store.ts';
import { confirmSubscriber, findSubscriber } from './subscriber-store.ts';
import { findToken, spendOtherTokens, spendToken } from './token-store.ts';

/** Why a link cannot be used (any more). `used` tells whether its address is a confirmed one by now. */
export type DeadLink =
  | { kind: 'malformed' }
  | { kind: 'unknown' }
  | { kind: 'expired' }
  | { kind: 'used'; confirmed: boolean };

export type Confirmation =
  | { kind: 'confirmed'; sessionToken: string; sourcePath: string | null }
  /** The same reader pressed the button again. */
  | { kind: 'repeated'; sourcePath: string | null }
  | DeadLink;

/** What an open link asks for; null when the sign-up offered no choice. */
export type OpenLink = { kind: 'open'; listIds: string[] | null };

/** Looks at a link and spends nothing: scanners open every link. */
export async function inspectConfirmation(
  db: Queryable,
  token: string,
  now: Date,
): Promise<OpenLink | DeadLink> {
  if (!isToken(token)) return { kind: 'malformed' };
  const found = await findToken(db, 'confirm', token);
  if (!found) return { kind: 'unknown' };
  if (found.spentAt) {
    const subscriber = await findSubscriber(db, found.subscriberId);
    return { kind: 'used', confirmed: subscriber?.state === 'confirmed' };
  }
  return found.expiresAt > now ? { kind: 'open', listIds: found.listIds } : { kind: 'expired' };
}

export type Press = {
  token: string;
  session: string | null;
  device: string | null;
  /** What was ticked beside the button; null: what the link asks for. */
  chosen: string[] | null;
  /** The lists there are; null when they cannot be read. */
  lists: NewsletterList[] | null;
};

/** Spends the token, confirms its subscriber with their lists and opens a session, all or nothing. */
export async function confirm(db: Database, press: Press, now: Date): Promise<Confirmation> {
  if (!isToken(press.token)) return { kind: 'malformed' };
  return db.transaction(async (tx): Promise<Confirmation> => {
    const spent = await spendToken(tx, 'confirm', press.token, now);
    if (!spent) return deadOrRepeated(tx, press, now);
    const { subscriberId, sourcePath } = spent;
    await spendOtherTokens(tx, subscriberId, 'confirm', now);
    const before = await findSubscriber(tx, subscriberId);
    await confirmSubscriber(tx, subscriberId, now);
    // Anybody can sign up a confirmed reader's address: their lists are theirs to change.
    if (before && before.state !== 'confirmed') {
      const chosen = press.chosen ?? spent.listIds;
      await setLists(tx, subscriberId, listsToSet(chosen, before.language, press.lists), now);
    }
    const sessionToken = newToken();
    await addSession(tx, { token: sessionToken, subscriberId, device: press.device }, now);
    log.info({ event: 'subscriber.confirmed', subscriberId });
    return { kind: 'confirmed', sessionToken, sourcePath };
  });
}

async function deadOrRepeated(
  db: Queryable,
  press: { token: string; session: string | null },
  now: Date,
): Promise<Confirmation> {
  const link = await inspectConfirmation(db, press.token, now);
  if (link.kind === 'open') throw new Error('An open token could not be spent');
  if (link.kind !== 'used' || !press.session) return link;
  const session = await findSession(db, press.session, now);
  const found = await findToken(db, 'confirm', press.token);
  if (!session || !found || session.subscriberId !== found.subscriberId) return link;
  return { kind: 'repeated', sourcePath: found.sourcePath };
}
