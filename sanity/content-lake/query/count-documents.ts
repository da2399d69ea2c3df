import { type ExprNode, evaluateSync } from 'groq-js';
import type { LakeDocument } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import type { Evaluation } from './evaluation.ts';
import { isOuterName } from './outer-values.ts';
import { dependsOnDocumentAlone } from './own-values.ts';
import { passing } from './passing-documents.ts';
import { candidatesOf, indexesReady, type Selection } from './select-documents.ts';
import type { Inputs } from './stream-node.ts';

/** How many documents a selection has: counted once, brought up to date by what has changed since. */
export async function countDocuments(
  selection: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<number> {
  const { filters, from, to } = selection;
  await indexesReady(selection, outer, evaluation);
  const total = filters.every((filter) => dependsOnDocumentAlone(filter, isOuterName))
    ? await rememberedCount(selection, outer, evaluation)
    : await freshCount(selection, outer, evaluation);
  return Math.max(Math.min(total, to) - from, 0);
}

async function rememberedCount(selection: Selection, outer: Inputs, evaluation: Evaluation): Promise<number> {
  const { view } = evaluation;
  const { next: _, ...values } = outer;
  const name = JSON.stringify([selection.filters, values]);
  const known = view.counts.get(name);
  const changes = known && view.changes.since(known.asOf);
  const asOf = view.changes.now;
  const count = changes
    ? changes.reduce((sum, { before, after }) => sum + meets(after) - meets(before), known.count)
    : await freshCount(selection, outer, evaluation);
  view.counts.set(name, { count, asOf });
  return count;

  function meets(document: LakeDocument | undefined): number {
    return document && meetsAll(document, selection.filters, values) ? 1 : 0;
  }
}

/** As of the moment at which it is called: what changes while it counts is not seen. */
async function freshCount(selection: Selection, outer: Inputs, evaluation: Evaluation): Promise<number> {
  const candidates = candidatesOf(selection, outer, evaluation);
  const [only, ...others] = candidates;
  if (only && others.length === 0 && isListItself(selection, only, evaluation.view)) return only.size;
  const documents = evaluation.view.inOrder(candidates);
  const found = await passing(documents, Number.POSITIVE_INFINITY, selection, outer, evaluation);
  return found.length;
}

function isListItself({ filters }: Selection, list: unknown, view: View): boolean {
  const [filter, ...others] = filters;
  if (others.length > 0) return false;
  if (!filter) return list === view.everything;
  if (filter.type !== 'OpCall' || filter.op !== '==' || filter.right.type !== 'Value') return false;
  const { left, right } = filter;
  const isType = left.type === 'AccessAttribute' && left.name === '_type' && !left.base;
  return isType && typeof right.value === 'string' && list === view.withType(right.value);
}

function meetsAll(document: LakeDocument, filters: readonly ExprNode[], params: Inputs): boolean {
  const list: ExprNode = { type: 'Value', value: [document] };
  const tree = filters.reduce<ExprNode>((base, expr) => ({ type: 'Filter', base, expr }), list);
  const kept: unknown = evaluateSync(tree, { params }).data;
  return Array.isArray(kept) && kept.length > 0;
}
