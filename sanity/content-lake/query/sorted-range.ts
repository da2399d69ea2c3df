import type { ExprNode } from 'groq-js';
import { isScalar, type Scalar } from '../dataset/attribute-index.ts';
import { compareValues, type SortedEntry } from '../dataset/sort-order.ts';
import { constantsOf, isList } from './constants.ts';
import { attributePath } from './document-paths.ts';
import { sortKeysOf } from './sort-keys.ts';
import type { Inputs } from './stream-node.ts';

/** What the value at the first key must be for a document to pass: on which side of which value. */
type Bound = { side: 'above' | 'below'; value: Scalar; isInclusive: boolean };
export type Range = { entries: readonly SortedEntry[]; from: number; to: number };

/** Where in a sorted list everything stands that may pass the filters: `date < $last | order(date desc)`. */
export function rangeOf(
  entries: readonly SortedEntry[],
  { order, filters }: { order: readonly ExprNode[]; filters: readonly ExprNode[] },
  outer: Inputs,
): Range {
  const range = { entries, from: 0, to: entries.length };
  const [first] = sortKeysOf(order);
  const path = first && attributePath(first.expression)?.join('.');
  if (path === undefined) return range;
  for (const { side, value, isInclusive } of filters.flatMap((filter) => boundsOf(filter, path, outer))) {
    const compare = ({ keys: [key] }: SortedEntry) =>
      first?.isDescending ? -compareValues(key, value) : compareValues(key, value);
    const isStart = (side === 'above') !== first?.isDescending;
    // At a start what is equal comes after the place, at an end before it.
    const place = placeWhere(
      entries,
      isStart === isInclusive ? (entry) => compare(entry) >= 0 : (entry) => compare(entry) > 0,
    );
    if (isStart) range.from = Math.max(range.from, place);
    else range.to = Math.min(range.to, place);
  }
  return range;
}

/** The first place from which on it is so. */
function placeWhere(entries: readonly SortedEntry[], isSo: (entry: SortedEntry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && isSo(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const sides = { '<': 'below', '<=': 'below', '>': 'above', '>=': 'above' } as const;
const opposite = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==' } as const;

/** Bounds that hold wherever the filter is true. */
function boundsOf(filter: ExprNode, path: string, outer: Inputs): Bound[] {
  switch (filter.type) {
    case 'Group':
      return boundsOf(filter.base, path, outer);
    case 'And':
      return [...boundsOf(filter.left, path, outer), ...boundsOf(filter.right, path, outer)];
    case 'Or': {
      const right = boundsOf(filter.right, path, outer);
      return boundsOf(filter.left, path, outer).flatMap((bound) => {
        const other = right.find(
          ({ side, value }) => side === bound.side && typeof value === typeof bound.value,
        );
        return other ? [wider(bound, other)] : [];
      });
    }
    case 'OpCall': {
      const { op, left, right } = filter;
      if (!(op in opposite)) return [];
      const comparison = op as keyof typeof opposite; // It was just found there.
      if (attributePath(left)?.join('.') === path) return boundsOfComparison(comparison, right, outer);
      if (attributePath(right)?.join('.') !== path) return [];
      return boundsOfComparison(opposite[comparison], left, outer);
    }
    default:
      return [];
  }
}

function boundsOfComparison(op: keyof typeof opposite, node: ExprNode, outer: Inputs): Bound[] {
  const [value, ...others] = constantsOf(node, outer) ?? [];
  if (!isScalar(value) || others.length > 0 || isList(node, outer)) return [];
  if (op !== '==') return [{ side: sides[op], value, isInclusive: op.endsWith('=') }];
  const equal = { value, isInclusive: true };
  return [
    { side: 'above', ...equal },
    { side: 'below', ...equal },
  ];
}

function wider(a: Bound, b: Bound): Bound {
  const compared = compareValues(a.value, b.value);
  if (compared === 0) return { ...a, isInclusive: a.isInclusive || b.isInclusive };
  return compared < 0 === (a.side === 'above') ? a : b;
}
