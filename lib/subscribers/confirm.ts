import type { Database, Queryable } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
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

/** Looks at a link and spends nothing: scanners open every link. */
export async function inspectConfirmation(
  db: Queryable,
  token: string,
  now: Date,
): Promise<{ kind: 'open' } | DeadLink> {
  if (!isToken(token)) return { kind: 'malformed' };
  const found = await findToken(db, 'confirm', token);
  if (!found) return { kind: 'unknown' };
  if (found.spentAt) {
    const subscriber = await findSubscriber(db, found.subscriberId);
    return { kind: 'used', confirmed: subscriber?.state === 'confirmed' };
  }
  return found.expiresAt > now ? { kind: 'open' } : { kind: 'expired' };
}

/** Spends the token, confirms its subscriber and opens a session, all or nothing. */
export async function confirm(
  db: Database,
  press: { token: string; session: string | null; device: string | null },
  now: Date,
): Promise<Confirmation> {
  if (!isToken(press.token)) return { kind: 'malformed' };
  return db.transaction(async (tx): Promise<Confirmation> => {
    const spent = await spendToken(tx, 'confirm', press.token, now);
    if (!spent) return deadOrRepeated(tx, press, now);
    const { subscriberId, sourcePath } = spent;
    await spendOtherTokens(tx, subscriberId, 'confirm', now);
    await confirmSubscriber(tx, subscriberId, now);
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
