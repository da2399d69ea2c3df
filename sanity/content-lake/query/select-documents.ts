import type { ExprNode } from 'groq-js';
import { isDocument, isRecord, type LakeDocument } from '../dataset/document.ts';
import { sortInTurns } from '../dataset/sort-in-turns.ts';
import { compareEntries, type SortedEntry, type SortOrder } from '../dataset/sort-order.ts';
import { type Candidates, candidatesFor, sizeOf } from './candidates.ts';
import type { Evaluation } from './evaluation.ts';
import { mergeSorted } from './merge-sorted.ts';
import { keepableOrder, sortKeysOf } from './sort-keys.ts';
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

const bounds = { mergedLists: 64, firstBatch: 32, projectedAtOnce: 64, largestBatch: 2048 } as const;
const batchMilliseconds = 3;

/** The documents of a selection, begun with the list that leaves the least to look at. */
export async function selectDocuments(
  selection: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<LakeDocument[]> {
  const { order, from, to } = selection;
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

export function candidatesOf({ filters }: Selection, outer: Inputs, { view }: Evaluation): Candidates {
  return candidatesFor(filters, { view, outer }) ?? [view.everything];
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
    const lists = candidates.map((list) => evaluation.view.sorted(list, order));
    const unready = lists.filter((list) => !list.isReady);
    if (unready.length === 0)
      return mergedDocuments(
        lists.map((list) => list.entries()),
        order,
      );
    // While they are sorted documents may change; then the question where to begin is asked again.
    await Promise.all(unready.map((list) => list.ready));
    if (evaluation.meter.isSliceSpent()) await evaluation.meter.take();
  }
}

function* mergedDocuments(
  lists: readonly (readonly SortedEntry[])[],
  order: SortOrder,
): Generator<LakeDocument> {
  for (const { document } of mergeSorted(lists, compareEntries(order.isDescending))) yield document;
}

/** The first documents that meet every condition, looked at in batches that take some milliseconds each. */
export async function passing(
  documents: Iterable<LakeDocument>,
  limit: number,
  { conditions, hasStreams }: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<LakeDocument[]> {
  const { meter } = evaluation;
  const found: LakeDocument[] = [];
  let batchSize: number = bounds.firstBatch;
  let batch: LakeDocument[] = [];
  const look = async () => {
    const startedAt = performance.now();
    found.push(...(await meeting(batch)));
    const took = performance.now() - startedAt;
    const ideal = (batch.length * batchMilliseconds) / Math.max(took, 0.01);
    batchSize = Math.ceil(Math.min(ideal, batchSize * 2, bounds.largestBatch));
    batch = [];
    if (meter.isSliceSpent()) await meter.take();
  };
  const meeting = async (value: LakeDocument[]) => {
    if (conditions.length === 0) return value;
    const list: ExprNode = { type: 'Value', value };
    const tree = conditions.reduce<ExprNode>((base, expr) => ({ type: 'Filter', base, expr }), list);
    const items = hasStreams
      ? (await evaluation.value(tree, outer)).data
      : await evaluation.items(tree, outer);
    return Array.isArray(items) ? items.filter(isDocument) : [];
  };
  for (const document of documents) {
    if (found.length >= limit) break;
    batch.push(document);
    if (batch.length >= Math.min(batchSize, Math.max(limit - found.length, bounds.firstBatch))) await look();
  }
  if (batch.length > 0 && found.length < limit) await look();
  return limit < found.length ? found.slice(0, limit) : found;
}

/** What a projection makes of each document. */
export async function projectDocuments(
  documents: readonly LakeDocument[],
  projection: ExprNode,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<unknown[]> {
  const made: unknown[] = [];
  for (let start = 0; start < documents.length; start += bounds.projectedAtOnce) {
    const value = documents.slice(start, start + bounds.projectedAtOnce);
    const tree: ExprNode = { type: 'Map', base: { type: 'Value', value }, expr: projection };
    made.push(...(await evaluation.items(tree, outer)));
    if (evaluation.meter.isSliceSpent()) await evaluation.meter.take();
  }
  return made;
}

async function inGivenOrder(
  documents: readonly LakeDocument[],
  { order, keys, hasStreams }: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<LakeDocument[]> {
  const { meter } = evaluation;
  const attributes = keys.map((value, place) => ({
    type: 'ObjectAttributeValue' as const,
    name: `key${place}`,
    value,
  }));
  const expr: ExprNode = {
    type: 'Projection',
    base: { type: 'This' },
    expr: { type: 'Object', attributes },
  };
  const entries: SortedEntry[] = [];
  for (let start = 0; start < documents.length; start += bounds.firstBatch) {
    const batch = documents.slice(start, start + bounds.firstBatch);
    const tree: ExprNode = { type: 'Map', base: { type: 'Value', value: batch }, expr };
    const rows = hasStreams
      ? (await evaluation.value(tree, outer)).data
      : await evaluation.items(tree, outer);
    for (const [place, document] of batch.entries()) {
      const row: unknown = Array.isArray(rows) ? rows[place] : null;
      entries.push({ document, keys: isRecord(row) ? Object.values(row) : [], ordinal: start + place });
    }
    if (meter.isSliceSpent()) await meter.take();
  }
  const isDescending = sortKeysOf(order).map((key) => key.isDescending);
  const sorted = await sortInTurns(entries, compareEntries(isDescending), meter);
  return sorted.map(({ document }) => document);
}
