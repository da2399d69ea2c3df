import { DateTime } from 'groq-js';
import type { LakeDocument } from './document.ts';

export type SortOrder = {
  /** Two orders with one name sort alike. */
  name: string;
  /** What a document is sorted by; depends on the document alone. */
  read: (document: LakeDocument) => readonly unknown[];
  isDescending: readonly boolean[];
};

export type SortedEntry = { document: LakeDocument; keys: readonly unknown[]; ordinal: number };

/** GROQ's total order, as groq-js has it; what compares equal keeps the order of the dataset. */
export function compareEntries(
  isDescending: readonly boolean[],
): (a: Omit<SortedEntry, 'document'>, b: Omit<SortedEntry, 'document'>) => number {
  return (a, b) => {
    for (let place = 0; place < isDescending.length; place++) {
      const compared = compareValues(a.keys[place], b.keys[place]);
      if (compared !== 0) return isDescending[place] ? -compared : compared;
    }
    return a.ordinal - b.ordinal;
  };
}

export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof DateTime && b instanceof DateTime) return a.compareTo(b);
  return rankOf(a) - rankOf(b);
}

/** Lists, objects and null are all the same to it, and come last. */
function rankOf(value: unknown): number {
  if (value instanceof DateTime) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  return typeof value === 'boolean' ? 4 : 100;
}
