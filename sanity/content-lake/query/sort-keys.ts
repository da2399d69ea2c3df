import { type ExprNode, evaluateSync } from 'groq-js';
import { valueAt } from '../dataset/attribute-index.ts';
import type { LakeDocument } from '../dataset/document.ts';
import type { SortOrder } from '../dataset/sort-order.ts';
import { dependsOnDocumentAlone, makesDates } from './own-values.ts';

type Key = { expression: ExprNode; isDescending: boolean };

export function sortKeysOf(order: readonly ExprNode[]): Key[] {
  return order.map((key) => {
    if (key.type === 'Desc') return { expression: key.base, isDescending: true };
    return { expression: key.type === 'Asc' ? key.base : key, isDescending: false };
  });
}

/** An order that can be kept between queries; null when it depends on more than each document by itself. */
export function keepableOrder(order: readonly ExprNode[]): SortOrder | null {
  const keys = sortKeysOf(order);
  if (!keys.every(({ expression }) => isKeepable(expression))) return null;
  const reads = keys.map(({ expression }) => readerOf(expression));
  return {
    name: JSON.stringify(order),
    isDescending: keys.map((key) => key.isDescending),
    read: (document) => reads.map((read) => read(document)),
  };
}

function isKeepable(expression: ExprNode): boolean {
  return dependsOnDocumentAlone(expression, () => false) && !makesDates(expression);
}

function readerOf(expression: ExprNode): (document: LakeDocument) => unknown {
  const path = pathOf(expression);
  if (path) return (document) => valueAt(document, path);
  return (document) => evaluateSync(expression, { root: document }).data;
}

function pathOf(node: ExprNode): string[] | null {
  if (node.type === 'Group') return pathOf(node.base);
  if (node.type === 'This') return [];
  if (node.type !== 'AccessAttribute') return null;
  const base = node.base ? pathOf(node.base) : [];
  return base && [...base, node.name];
}
