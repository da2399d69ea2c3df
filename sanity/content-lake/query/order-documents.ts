import type { ExprNode } from 'groq-js';
import { isRecord, type LakeDocument } from '../dataset/document.ts';
import { sortInTurns } from '../dataset/sort-in-turns.ts';
import { compareEntries } from '../dataset/sort-order.ts';
import type { Evaluation } from './evaluation.ts';
import { projectDocuments } from './project-documents.ts';
import type { Selection } from './select-documents.ts';
import { sortKeysOf } from './sort-keys.ts';
import type { Inputs } from './stream-node.ts';

/** Documents sorted for this once: by an order that cannot be kept, or few of them. */
export async function inGivenOrder(
  documents: readonly LakeDocument[],
  { order, keys, hasStreams }: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<LakeDocument[]> {
  const attributes = keys.map((value, place) => ({
    type: 'ObjectAttributeValue' as const,
    name: `key${place}`,
    value,
  }));
  const keysOfOne: ExprNode = { type: 'Object', attributes };
  const expr: ExprNode = { type: 'Projection', base: { type: 'This' }, expr: keysOfOne };
  const rows = await projectDocuments(documents, { expr, hasStreams }, outer, evaluation);
  const entries = documents.map((document, ordinal) => {
    const row = rows[ordinal];
    return { document, keys: isRecord(row) ? Object.values(row) : [], ordinal };
  });
  const isDescending = sortKeysOf(order).map((key) => key.isDescending);
  const sorted = await sortInTurns(entries, compareEntries(isDescending), evaluation.meter);
  return sorted.map(({ document }) => document);
}
