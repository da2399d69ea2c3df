import type { Queryable } from '#lib/db/database.ts';
import { isToken } from './secret-token.ts';
import { findSession } from './session-store.ts';
import { findToken, type TokenRow } from './token-store.ts';

/** What a link from one of our mails is worth at this moment. */
export type LinkState =
  | { kind: 'open'; link: TokenRow }
  | { kind: 'malformed' }
  | { kind: 'unknown' }
  | { kind: 'expired' }
  | { kind: 'used'; link: TokenRow };

/** Looks at a link and spends nothing: scanners open every link. */
export async function inspectLink(
  db: Queryable,
  purpose: TokenRow['purpose'],
  token: string,
  now: Date,
): Promise<LinkState> {
  if (!isToken(token)) return { kind: 'malformed' };
  const link = await findToken(db, purpose, token);
  if (!link) return { kind: 'unknown' };
  if (link.spentAt) return { kind: 'used', link };
  return link.expiresAt > now ? { kind: 'open', link } : { kind: 'expired' };
}

/** Whether a used link is pressed once more by the reader whom it let in: they are led on, a stranger is not. */
export async function isPressedAgain(
  db: Queryable,
  link: TokenRow,
  session: string | null,
  now: Date,
): Promise<boolean> {
  const open = session === null ? null : await findSession(db, session, now);
  return open?.subscriberId === link.subscriberId;
}
