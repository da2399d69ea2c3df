import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '#lib/subscribers/secret-token.ts';

const purpose = 'draft';
const lifetimeMs = 12 * 60 * 60 * 1000;

/** What shows, for a working day, that somebody came from Studio: the instant it ends, and the site's mark on that. */
export function draftPass(secret: string, now: Date): string {
  const ends = String(now.getTime() + lifetimeMs);
  return `${ends}.${keyedHash(secret, purpose, ends)}`;
}

export function isDraftPass(given: string | null | undefined, secret: string, now: Date): boolean {
  const [, ends, mark] = /^(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(given ?? '') ?? [];
  if (!ends || !mark || Number(ends) <= now.getTime()) return false;
  return timingSafeEqual(Buffer.from(mark), Buffer.from(keyedHash(secret, purpose, ends)));
}
