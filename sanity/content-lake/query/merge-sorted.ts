import type { SortedEntry } from '../dataset/sort-order.ts';

/** The entries of several sorted lists, in one order; what stands in more than one comes once. */
export function* mergeSorted(
  lists: readonly (readonly SortedEntry[])[],
  compare: (a: SortedEntry, b: SortedEntry) => number,
): Generator<SortedEntry> {
  const [only, ...others] = lists;
  if (only && others.length === 0) {
    yield* only;
    return;
  }
  const heads = lists.map((entries) => ({ entries, place: 0 }));
  for (;;) {
    let first: SortedEntry | undefined;
    for (const { entries, place } of heads) {
      const entry = entries[place];
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
