import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Database, Queryable } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { inspectLink, isPressedAgain } from './link.ts';
import { listsToSet } from './list-choice.ts';
import { setLists } from './list-store.ts';
import { isToken, newToken } from './secret-token.ts';
import { addSession, endSession } from './session-store.ts';
import type { Press as ButtonPress } from './sign-in.ts';
import { confirmSubscriber, findSubscriber, lockSubscriber, setLanguage } from './subscriber-store.ts';
import { liftErasure, suppressionHash } from './suppression-store.ts';
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
  const state = await inspectLink(db, 'confirm', token, now);
  if (state.kind === 'open') return { kind: 'open', listIds: state.link.listIds };
  if (state.kind !== 'used') return { kind: state.kind };
  const subscriber = await findSubscriber(db, state.link.subscriberId);
  return { kind: 'used', confirmed: subscriber?.state === 'confirmed' };
}

export type Press = ButtonPress & {
  token: string;
  secret: string;
  /** What was ticked beside the button; null: what the link asks for. */
  chosen: string[] | null;
  /** The lists there are; null when they cannot be read. */
  lists: NewsletterList[] | null;
};

/** Spends the token, confirms its subscriber with their lists and opens a session, all or nothing. */
export async function confirm(db: Database, press: Press, now: Date): Promise<Confirmation> {
  if (!isToken(press.token)) return { kind: 'malformed' };
  return db.transaction(async (tx): Promise<Confirmation> => {
    // First, as whoever erases an account does: two links at once, or a deletion, must not wait for each other.
    const found = await findToken(tx, 'confirm', press.token);
    if (found) await lockSubscriber(tx, found.subscriberId);
    const spent = await spendToken(tx, 'confirm', press.token, now);
    if (!spent) return deadOrRepeated(tx, press, now);
    const { subscriberId, sourcePath } = spent;
    await spendOtherTokens(tx, subscriberId, 'confirm', now);
    const before = await findSubscriber(tx, subscriberId);
    await confirmSubscriber(tx, subscriberId, now);
    if (before) await liftErasure(tx, suppressionHash(press.secret, before.emailKey));
    if (press.session !== null) await endSession(tx, press.session);
    // Anybody can sign up a confirmed reader's address: their lists and language are theirs to change.
    if (before && before.state !== 'confirmed') {
      const chosen = press.chosen ?? spent.listIds;
      const language = spent.language ?? before.language;
      await setLanguage(tx, subscriberId, language);
      await setLists(tx, subscriberId, listsToSet(chosen, language, press.lists), now);
    }
    const sessionToken = newToken();
    await addSession(tx, { token: sessionToken, subscriberId, device: press.device }, now);
    log.info({ event: 'subscriber.confirmed', subscriberId });
    return { kind: 'confirmed', sessionToken, sourcePath };
  });
}

async function deadOrRepeated(db: Queryable, press: Press, now: Date): Promise<Confirmation> {
  const dead = await inspectConfirmation(db, press.token, now);
  if (dead.kind === 'open') throw new Error('An open token could not be spent');
  const link = dead.kind === 'used' && (await findToken(db, 'confirm', press.token));
  return link && (await isPressedAgain(db, link, press.session, now))
    ? { kind: 'repeated', sourcePath: link.sourcePath }
    : dead;
}
