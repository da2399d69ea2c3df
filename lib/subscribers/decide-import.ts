import type { Language } from '#lib/i18n/language.ts';
import type { EmailAddress } from './email-address.ts';
import type { Subscriber } from './subscriber-store.ts';
import { erased } from './suppression-store.ts';

/** One subscriber of a file from elsewhere, read and found sound. */
export type ImportRow = Pick<
  Subscriber,
  'state' | 'sourcePath' | 'createdAt' | 'confirmedAt' | 'unsubscribedAt'
> & {
  line: number;
  email: EmailAddress;
  language: Language;
  listIds: string[];
};

export type ImportDecision =
  | { kind: 'add' }
  /** Pending here, confirmed there. */
  | { kind: 'confirm' }
  /** Erased here, and suppressed there: the address stays forgotten, and gets no mail even if it signs up again. */
  | { kind: 'suppress' }
  | { kind: 'already there' }
  | { kind: 'refuse'; reason: string };

/**
 * What a row may do. An import brings people in and never overrules what they, or somebody for them, have said here:
 * nobody who left comes back by it, and nobody who is confirmed is sent back.
 */
export function decideImport(
  row: ImportRow,
  here: { state: Subscriber['state'] | null; suppression: string | null },
): ImportDecision {
  if (here.state === 'suppressed' || (here.suppression !== null && here.suppression !== erased)) {
    return row.state === 'suppressed'
      ? { kind: 'already there' }
      : { kind: 'refuse', reason: 'gets no mail (suppressed)' };
  }
  if (here.state === null) {
    if (here.suppression === null) return { kind: 'add' };
    return row.state === 'suppressed'
      ? { kind: 'suppress' }
      : { kind: 'refuse', reason: 'was erased, and comes back only by signing up' };
  }
  if (here.state === row.state) return { kind: 'already there' };
  switch (here.state) {
    case 'pending':
      if (row.state === 'confirmed' && here.suppression === null) return { kind: 'confirm' };
      return { kind: 'refuse', reason: `is pending here, ${row.state} in the file` };
    case 'confirmed':
      return { kind: 'refuse', reason: `is confirmed here, ${row.state} in the file` };
    case 'unsubscribed':
      return { kind: 'refuse', reason: `has unsubscribed here, ${row.state} in the file` };
    default:
      return here.state satisfies never;
  }
}
