import type { ExprNode } from 'groq-js';
import type { View } from '../dataset/view.ts';
import { listedCandidates, sizeOf } from './candidates.ts';
import { documentQueryOf, withSliceFirst } from './document-query.ts';
import { isDocumentList, isSortedInTurns } from './long-lists.ts';
import { mapChildren } from './tree.ts';

/**
 * What a value may be made of. `small`: of one document, of the query's own text, or of a list that is
 * known to be short. `list`: of any number of such items, which come one by one. `holder`: an object, or
 * a list of objects, that holds lists of any length.
 */
type Extent = 'small' | 'list' | 'holder';

const bounds = { shortList: 1000, textInQuery: 10_000, projectionsInARow: 3 } as const;

/** They read a list item by item, as it comes, and make one value or fewer items of it. */
const streaming = new Set([
  'global::count',
  'math::sum',
  'math::min',
  'math::max',
  'math::avg',
  'array::unique',
  'array::compact',
]);

/**
 * Whether no piece of an evaluation, in turns, holds up the thread: documents are chosen, sorted and
 * projected one by one, and nothing is done to long lists as a whole. Only what is known to be so
 * counts; the rest is evaluated in a thread of its own.
 */
export function givesWay(tree: ExprNode, view: View, hasSourceMap = false): boolean {
  const extent = extentOf(tree, view);
  // A source map is made of the whole answer.
  return hasSourceMap ? extent === 'small' : extent !== null;
}

/** Null when the evaluation may take long in one piece. */
function extentOf(given: ExprNode, view: View): Extent | null {
  const node = withSliceFirst(given);
  const query = documentQueryOf(node);
  if (query) {
    if (!areSmall([...query.filters, ...query.order], view)) return null;
    if (query.isOne || query.to - query.from <= bounds.shortList) return 'small';
    const candidates = listedCandidates(query.filters, { view, outer: {}, mostByWords: bounds.shortList });
    const most = candidates ? sizeOf(candidates) : view.everything.size;
    return most <= bounds.shortList ? 'small' : 'list';
  }
  switch (node.type) {
    case 'Value':
      return isShort(node.value) ? 'small' : null;
    case 'Group':
    case 'ArrayCoerce':
      return extentOf(node.base, view);
    case 'Filter':
    case 'Map':
    case 'FlatMap':
    case 'Projection':
      return extentOfEach(node, view);
    case 'Object':
      return extentOfParts(node, view);
    case 'FuncCall': {
      if (node.namespace === 'releases') return 'small';
      const [argument, ...others] = node.args;
      if (!argument || others.length > 0 || !streaming.has(`${node.namespace}::${node.name}`)) break;
      const extent = extentOf(argument, view);
      if (extent !== 'list') return extent === 'small' ? 'small' : null;
      return node.namespace === 'array' ? 'list' : 'small';
    }
    case 'PipeFuncCall':
      return isSortedInTurns(node) && areSmall(node.args, view) ? extentOf(node.base, view) : null;
    case 'Slice': {
      const extent = extentOf(node.base, view);
      if (extent !== 'list') return extent === 'small' ? 'small' : null;
      const isShort = node.left >= 0 && node.right >= 0 && node.right - node.left <= bounds.shortList;
      return isDocumentList(node.base) && isShort ? 'small' : null;
    }
    case 'OpCall':
      // A long list that was given: looked through once for each document.
      if (node.op === 'in' && node.right.type === 'Value') return extentOf(node.left, view) && 'small';
      break;
    default:
  }
  return areSmall(childrenOf(node), view) ? 'small' : null;
}

type Each = Extract<ExprNode, { type: 'Filter' | 'Map' | 'FlatMap' | 'Projection' }>;

function extentOfEach(node: Each, view: View): Extent | null {
  const base = extentOf(node.base, view);
  const each = extentOf(node.expr, view);
  if (projectionsInARow(node) > bounds.projectionsInARow) return null;
  // What is made of something that had grown may grow each time: `{"a": a + a}{"a": a + a}…`.
  if (!base || !each || base === 'holder' || (grows(node.base) && grows(node.expr))) return null;
  if (node.type === 'Filter') return each === 'small' ? base : null;
  if (node.type === 'FlatMap' && each === 'list') return null;
  return each === 'small' ? base : 'holder';
}

/** Each may name what the one before it made several times, so that the whole grows with their power. */
function projectionsInARow(node: ExprNode): number {
  if (node.type === 'Group' || node.type === 'Filter') return projectionsInARow(node.base);
  const isProjection = node.type === 'Map' || node.type === 'FlatMap' || node.type === 'Projection';
  if (!isProjection) return 0;
  return projectionsInARow(node.base) + (makesObjects(node.expr) ? 1 : 0);
}

function makesObjects(node: ExprNode): boolean {
  return node.type === 'Object' || childrenOf(node).some(makesObjects);
}

function extentOfParts(node: ExprNode, view: View): Extent | null {
  const extents = childrenOf(node).map((child) => extentOf(child, view));
  if (extents.includes(null)) return null;
  return extents.every((extent) => extent === 'small') ? 'small' : 'holder';
}

function areSmall(nodes: readonly ExprNode[], view: View): boolean {
  return nodes.every((node) => extentOf(node, view) === 'small');
}

/** Whether more may come out than went in. */
function grows(node: ExprNode): boolean {
  if (node.type === 'OpCall' && node.op === '+') return true;
  if (node.type === 'Array' && node.elements.some(({ isSplat }) => isSplat)) return true;
  if (node.type === 'FuncCall' && node.namespace === 'array' && node.name === 'join') return true;
  return childrenOf(node).some(grows);
}

function isShort(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= bounds.textInQuery;
  if (typeof value !== 'object' || value === null) return true;
  const parts: unknown[] = Object.values(value);
  return parts.length <= bounds.shortList && parts.every(isShort);
}

function childrenOf(node: ExprNode): ExprNode[] {
  const children: ExprNode[] = [];
  mapChildren(node, (child) => {
    children.push(child);
    return child;
  });
  return children;
}
