import type { NewsletterDesk } from './desk-store.ts';

/** An hour late, news still is news; later than that a person decides. */
export const graceMs = 3_600_000;
/** Two machines' clocks may differ by so much. */
const skewMs = 60_000;

export type Alarm = 'another database' | 'long stopped' | 'clock set back';

/**
 * Whether what this database says of its newsletters can be the truth. A restored one does not know what was sent
 * since; after a long stop nobody expects any more what was due. Null: all is well, or nobody has looked before.
 */
export function judgeDesk(
  desk: Pick<NewsletterDesk, 'databaseIdentity' | 'seenAt'> | null,
  identity: string,
  now: Date,
): Alarm | null {
  if (!desk?.databaseIdentity || !desk.seenAt) return null;
  if (desk.databaseIdentity !== identity) return 'another database';
  const sinceMs = now.getTime() - desk.seenAt.getTime();
  if (sinceMs > graceMs) return 'long stopped';
  return sinceMs < -skewMs ? 'clock set back' : null;
}
