import type { SortedEntry } from '../dataset/sort-order.ts';
import type { Range } from './sorted-range.ts';

/** The entries of several sorted lists, in one order; what stands in more than one comes once. */
export function* mergeSorted(
  ranges: readonly Range[],
  compare: (a: SortedEntry, b: SortedEntry) => number,
): Generator<SortedEntry> {
  const heads = ranges.map(({ entries, from, to }) => ({ entries, place: from, to }));
  for (;;) {
    let first: SortedEntry | undefined;
    for (const { entries, place, to } of heads) {
      const entry = place < to ? entries[place] : undefined;
      if (entry && (!first || compare(entry, first) < 0)) first = entry;
    }
    if (!first) return;
    yield first;
    // The same document compares equal in every list: no two documents have one ordinal.
    for (const head of heads) {
      const entry = head.entries[head.place];
      if (entry && entry.ordinal === first.ordinal) head.place++;
    }
  }
}
