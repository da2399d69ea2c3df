import type { ExprNode } from 'groq-js';
import { isRecord } from '../dataset/document.ts';
import { sortInTurns } from '../dataset/sort-in-turns.ts';
import { compareEntries } from '../dataset/sort-order.ts';
import { Batches } from './batches.ts';
import { documentQueryOf } from './document-query.ts';
import type { Evaluation } from './evaluation.ts';
import { dependsOnDocumentAlone } from './own-values.ts';
import { sortKeysOf } from './sort-keys.ts';
import { textAsked } from './text-query.ts';

/** Whether a node yields a list that is made of documents one by one, however it is put in order. */
export function isDocumentList(node: ExprNode): boolean {
  const query = documentQueryOf(node);
  if (query) return !query.isOne;
  switch (node.type) {
    case 'Group':
    case 'Map':
    case 'Filter':
      return isDocumentList(node.base);
    case 'PipeFuncCall':
      return isSortedInTurns(node);
    default:
      return false;
  }
}

/** Whether an order or a score of such a list is made in turns: it asks for nothing but each item. */
export function isSortedInTurns({ base, args }: Extract<ExprNode, { type: 'PipeFuncCall' }>): boolean {
  const keys = sortKeysOf(args).map(({ expression }) => asPlain(expression));
  return isDocumentList(base) && keys.every((key) => dependsOnDocumentAlone(key, () => false));
}

/** Whether a boost may stand somewhere is for groq-js to say, and a search of ours asks for the item alone. */
function asPlain(node: ExprNode): ExprNode {
  if (node.type === 'Or' || node.type === 'And') {
    return { ...node, left: asPlain(node.left), right: asPlain(node.right) };
  }
  if (node.type === 'OpCall' && textAsked(node.right) !== null) return { type: 'Value', value: true };
  const isBoost = node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'boost';
  const [boosted] = isBoost ? node.args : [];
  return boosted ? asPlain(boosted) : node;
}

export async function orderInTurns(
  items: readonly unknown[],
  order: readonly ExprNode[],
  evaluation: Evaluation,
): Promise<unknown[]> {
  const keys = sortKeysOf(order);
  const attributes = keys.map(({ expression }, place) => ({
    type: 'ObjectAttributeValue' as const,
    name: `key${place}`,
    value: expression,
  }));
  const rows = await mapInTurns(items, evaluation, (value) => ({
    type: 'Map',
    base: { type: 'Value', value },
    expr: { type: 'Object', attributes },
  }));
  const entries = items.map((item, ordinal) => {
    const row = rows[ordinal];
    return { item, keys: isRecord(row) ? Object.values(row) : [], ordinal };
  });
  const compare = compareEntries(keys.map(({ isDescending }) => isDescending));
  return (await sortInTurns(entries, compare, evaluation.meter)).map(({ item }) => item);
}

/** Each item is scored by itself; then the best come first. */
export async function scoreInTurns(
  items: readonly unknown[],
  args: ExprNode[],
  evaluation: Evaluation,
): Promise<unknown[]> {
  const scored = await mapInTurns(items, evaluation, (value) => ({
    type: 'PipeFuncCall',
    name: 'score',
    base: { type: 'Value', value },
    args,
  }));
  const scoreOf = (item: unknown) => (isRecord(item) && typeof item._score === 'number' ? item._score : 0);
  return sortInTurns(scored, (a, b) => scoreOf(b) - scoreOf(a), evaluation.meter);
}

async function mapInTurns(
  items: readonly unknown[],
  evaluation: Evaluation,
  treeFor: (batch: unknown[]) => ExprNode,
): Promise<unknown[]> {
  const made: unknown[] = [];
  const batches = new Batches<unknown>(evaluation.meter, async (batch) => {
    made.push(...(await evaluation.items(treeFor(batch), {}, false)));
  });
  for (const item of items) if (batches.add(item)) await batches.flush();
  await batches.flush();
  return made;
}
