import type { Turns } from './turns.ts';

type Compare<Item> = (a: Item, b: Item) => number;

const runLength = 2048;

/** A stable sort that gives way: runs are sorted one by one, then merged two by two. */
export async function sortInTurns<Item>(
  items: readonly Item[],
  compare: Compare<Item>,
  turns: Pick<Turns, 'isSliceSpent' | 'take'>,
): Promise<Item[]> {
  let runs: Item[][] = [];
  for (let start = 0; start < items.length; start += runLength) {
    if (turns.isSliceSpent()) await turns.take();
    runs.push(items.slice(start, start + runLength).sort(compare));
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let place = 0; place < runs.length; place += 2) {
      merged.push(await merge(runs[place] ?? [], runs[place + 1] ?? [], compare, turns));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: Compare<Item>,
  turns: Pick<Turns, 'isSliceSpent' | 'take'>,
): Promise<Item[]> {
  const merged: Item[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    if (merged.length % runLength === 0 && turns.isSliceSpent()) await turns.take();
    // Bounds were just checked; comparing with undefined cannot happen.
    const isLeft = r >= right.length || (l < left.length && compare(left[l] as Item, right[r] as Item) <= 0);
    merged.push((isLeft ? left[l++] : right[r++]) as Item);
  }
  return merged;
}
