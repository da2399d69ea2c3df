import { type ExprNode, evaluateSync } from 'groq-js';
import { valueAt } from '../dataset/attribute-index.ts';
import type { LakeDocument } from '../dataset/document.ts';
import type { SortOrder } from '../dataset/sort-order.ts';

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
  if (!keys.every(({ expression }) => readsOnlyDocument(expression))) return null;
  const reads = keys.map(({ expression }) => readerOf(expression));
  return {
    name: JSON.stringify(order),
    isDescending: keys.map((key) => key.isDescending),
    read: (document) => reads.map((read) => read(document)),
  };
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

/** No dates among them: an impossible date compares with nothing, and no list can be sorted by it. */
const plainFunctions = new Set([
  'coalesce',
  'defined',
  'length',
  'lower',
  'upper',
  'string',
  'round',
  'count',
]);

function readsOnlyDocument(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
    case 'Value':
      return true;
    case 'AccessAttribute':
      return node.base === undefined || readsOnlyDocument(node.base);
    case 'AccessElement':
    case 'Slice':
    case 'Group':
    case 'ArrayCoerce':
    case 'Not':
    case 'Neg':
    case 'Pos':
      return readsOnlyDocument(node.base);
    case 'And':
    case 'Or':
    case 'OpCall':
      return readsOnlyDocument(node.left) && readsOnlyDocument(node.right);
    case 'Select':
      return [
        ...node.alternatives.flatMap(({ condition, value }) => [condition, value]),
        ...(node.fallback ? [node.fallback] : []),
      ].every(readsOnlyDocument);
    case 'FuncCall':
      return (
        node.namespace === 'global' && plainFunctions.has(node.name) && node.args.every(readsOnlyDocument)
      );
    default:
      return false;
  }
}
