import type { ExprNode } from 'groq-js';
import type { LakeDocument } from '../dataset/document.ts';
import { compareEntries, type SortOrder } from '../dataset/sort-order.ts';
import { type Candidates, candidatesFor, sizeOf } from './candidates.ts';
import type { Evaluation } from './evaluation.ts';
import { mergeSorted } from './merge-sorted.ts';
import { inGivenOrder } from './order-documents.ts';
import { passing } from './passing-documents.ts';
import { keepableOrder } from './sort-keys.ts';
import { type Range, rangeOf } from './sorted-range.ts';
import type { Inputs } from './stream-node.ts';

export type Selection = {
  /** As they were asked, for choosing where to begin. */
  filters: readonly ExprNode[];
  order: readonly ExprNode[];
  from: number;
  to: number;
  /** The same, rewritten for the evaluation. */
  conditions: readonly ExprNode[];
  keys: readonly ExprNode[];
  /** Whether they hold streams, so that they can only be evaluated by promises. */
  hasStreams: boolean;
};

/**
 * `foundByWords`: they are put in order in one go. Where only the first are wanted, fewer: if every nth
 * document has the word, the nth of the list has been looked at before as many as have it are sorted.
 */
const bounds = { mergedLists: 64, foundByWords: 20_000 } as const;

/** The documents of a selection, begun with the list that leaves the least to look at. */
export async function selectDocuments(
  selection: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<LakeDocument[]> {
  const { order, from, to } = selection;
  await indexesReady(selection, outer, evaluation);
  if (order.length === 0) {
    const candidates = candidatesOf(selection, outer, evaluation);
    const documents = evaluation.view.inOrder(candidates);
    return (await passing(documents, to, selection, outer, evaluation)).slice(from);
  }
  const sorted = await sortedCandidates(selection, outer, evaluation);
  if (sorted) return (await passing(sorted, to, selection, outer, evaluation)).slice(from);
  const candidates = candidatesOf(selection, outer, evaluation);
  const all = evaluation.view.inOrder(candidates);
  const found = await passing(all, Number.POSITIVE_INFINITY, selection, outer, evaluation);
  return (await inGivenOrder(found, selection, outer, evaluation)).slice(from, to);
}

export function candidatesOf(selection: Selection, outer: Inputs, { view }: Evaluation): Candidates {
  const mostByWords = Math.min(bounds.foundByWords, Math.sqrt(selection.to * view.everything.size));
  return candidatesFor(selection.filters, { view, outer, mostByWords }) ?? [view.everything];
}

/** A path that is asked about for the first time is read first. */
export async function indexesReady(
  selection: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<void> {
  candidatesOf(selection, outer, evaluation);
  await evaluation.view.indexesInMaking();
}

/** Null when few documents have to be sorted, or the order is none that can be kept. */
async function sortedCandidates(
  selection: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<Iterable<LakeDocument> | null> {
  const order = keepableOrder(selection.order);
  if (!order) return null;
  for (;;) {
    const candidates = candidatesOf(selection, outer, evaluation);
    const areFew = evaluation.view.areFew(sizeOf(candidates));
    if (areFew || candidates.length > bounds.mergedLists) return null;
    if (candidates.some((list) => !list.isKept)) return null;
    const lists = candidates.map((list) => evaluation.view.sorted(list, order));
    const unready = lists.filter((list) => !list.isReady);
    if (unready.length === 0)
      return mergedDocuments(
        lists.map((list) => rangeOf(list.entries(), selection, outer)),
        order,
      );
    // While they are sorted documents may change; then the question where to begin is asked again.
    await Promise.all(unready.map((list) => list.ready));
    if (evaluation.meter.isSliceSpent()) await evaluation.meter.take();
  }
}

function* mergedDocuments(ranges: readonly Range[], order: SortOrder): Generator<LakeDocument> {
  for (const { document } of mergeSorted(ranges, compareEntries(order.isDescending))) yield document;
}
