import { timingSafeEqual } from 'node:crypto';
import type { Config } from '#lib/config.ts';
import { keyedHash } from '#lib/subscribers/secret-token.ts';

type Site = Pick<Config, 'SESSION_SECRET' | 'SANITY_PROJECT_ID' | 'SANITY_DATASET'>;

const purpose = 'draft';
const lifetimeMs = 12 * 60 * 60 * 1000;

/** What shows, for a working day, that somebody came from Studio: the instant it ends, and the site's mark on that. */
export function draftPass(site: Site, now: Date): string {
  const ends = String(now.getTime() + lifetimeMs);
  return `${ends}.${markOf(site, ends)}`;
}

export function isDraftPass(given: string | null | undefined, site: Site, now: Date): boolean {
  const [, ends, mark] = /^(\d{1,15})\.([A-Za-z0-9_-]{43})$/.exec(given ?? '') ?? [];
  if (!ends || !mark || Number(ends) <= now.getTime()) return false;
  return timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(site, ends)));
}

/** Of this dataset only: a site that tries things out may share its secret with the one that readers see. */
function markOf({ SESSION_SECRET, SANITY_PROJECT_ID, SANITY_DATASET }: Site, ends: string): string {
  return keyedHash(SESSION_SECRET, purpose, `${SANITY_PROJECT_ID}\n${SANITY_DATASET}\n${ends}`);
}
