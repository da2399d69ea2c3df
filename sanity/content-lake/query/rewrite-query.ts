import type { ExprNode } from 'groq-js';
import type { LakeDocument } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { dataError } from '../http/lake-error.ts';
import { candidatesFor } from './candidates.ts';
import type { EvaluationMeter } from './evaluation-meter.ts';
import { withTraces } from './source-traces.ts';
import { documentsWithText } from './text-query.ts';

/** The reference that the rewritten tree follows only to let the meter look at the clock. */
export const turnReference = '\u0000turn';

export type Rewriting = {
  view: View;
  meter: EvaluationMeter;
  /** Told of every filter over the whole dataset, so that the answer's sync tags can be named. */
  onFilter: (filter: ExprNode | null) => void;
  /** Whether the answer's source map is wanted. */
  isTraced: boolean;
};

/**
 * The same query over fewer documents: `*[filter]` becomes `<candidates>[filter]`. Every list is read
 * through the meter. `match text::query`, which groq-js lacks, becomes a list of ids.
 */
export function rewriteQuery(tree: ExprNode, rewriting: Rewriting): ExprNode {
  return rewriteNode(tree, rewriting);
}

function rewriteNode(node: ExprNode, rewriting: Rewriting): ExprNode {
  const { view, onFilter } = rewriting;
  switch (node.type) {
    case 'Value':
      return node;
    case 'Parameter':
      // Parameters that were given stand in the tree as values already.
      throw dataError(400, 'queryParseError', `param $${node.name} referenced, but not provided`);
    case 'Everything':
      onFilter(null);
      return listNode(view.all(), rewriting);
    case 'Filter': {
      const isOverEverything = node.base.type === 'Everything';
      if (isOverEverything) onFilter(node.expr);
      const base = isOverEverything
        ? listNode(candidatesFor(node.expr, view) ?? view.all(), rewriting)
        : rewriteNode(node.base, rewriting);
      const expr = rewriteNode(node.expr, rewriting);
      return { ...node, base, expr: isOverEverything ? expr : withTurns(expr) };
    }
    case 'Map':
    case 'FlatMap':
      return {
        ...node,
        base: rewriteNode(node.base, rewriting),
        expr: withTurns(rewriteNode(node.expr, rewriting)),
      };
    case 'FuncCall':
      if (node.namespace === 'releases' && node.name === 'all') {
        onFilter(null);
        return listNode(view.withType('system.release'), rewriting);
      }
      return { ...node, args: node.args.map((argument) => rewriteNode(argument, rewriting)) };
    case 'Object': {
      const rewritten = rewriteChildren(node, rewriting);
      return rewriting.isTraced ? withTraces(rewritten) : rewritten;
    }
    case 'OpCall':
      if (node.op === 'match' && isTextQuery(node.right)) return textNode(node.right.args[0], rewriting);
      // groq-js answers null for `path(x) in path(y)`, and matches `x in path(y)` well.
      if (node.op === 'in' && isPathCall(node.left) && isPathCall(node.right)) {
        return rewriteChildren({ ...node, left: node.left.args[0] ?? node.left }, rewriting);
      }
      return rewriteChildren(node, rewriting);
    default:
      return rewriteChildren(node, rewriting);
  }
}

/** Nodes differ in their fields; whatever is a node inside of one is rewritten in its place. */
function rewriteChildren<Node extends object>(node: Node, rewriting: Rewriting): Node {
  const entries = Object.entries(node).map(([key, child]: [string, unknown]) => {
    if (Array.isArray(child)) return [key, child.map((item) => rewriteChild(item, rewriting))];
    return [key, rewriteChild(child, rewriting)];
  });
  // Same keys, same kinds of values as the node that came in: only nodes were replaced by nodes.
  return Object.fromEntries(entries) as Node;
}

function rewriteChild(child: unknown, rewriting: Rewriting): unknown {
  if (typeof child !== 'object' || child === null || !('type' in child)) return child;
  if (isPart(child.type)) return rewriteChildren(child, rewriting);
  // groq-js builds its trees of nothing but nodes and these parts.
  return rewriteNode(child as ExprNode, rewriting);
}

const parts = new Set<unknown>([
  'ArrayElement',
  'ObjectAttributeValue',
  'ObjectConditionalSplat',
  'ObjectSplat',
  'SelectAlternative',
]);

function isPart(type: unknown): boolean {
  return parts.has(type);
}

/** The evaluator reads `value` anew each time it comes by: that is when the meter looks at the clock. */
function listNode(documents: readonly LakeDocument[], { meter }: Rewriting): ExprNode {
  return {
    type: 'Value',
    get value() {
      return meter.list(documents);
    },
  };
}

function withTurns(expr: ExprNode): ExprNode {
  if (expr.type === 'AccessAttribute' || expr.type === 'Deref') return expr;
  const condition: ExprNode = { type: 'Deref', base: { type: 'Value', value: { _ref: turnReference } } };
  const alternative = { type: 'SelectAlternative' as const, condition: isObject(condition), value: expr };
  return { type: 'Select', alternatives: [alternative] };
}

/** A reference can only lead to a document: the turn's document is there, so this is always true. */
function isObject(node: ExprNode): ExprNode {
  return { type: 'FuncCall', namespace: 'global', name: 'defined', args: [node] };
}

function isPathCall(node: ExprNode): node is Extract<ExprNode, { type: 'FuncCall' }> {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path';
}

function isTextQuery(node: ExprNode): node is Extract<ExprNode, { type: 'FuncCall' }> {
  return node.type === 'FuncCall' && node.namespace === 'text' && node.name === 'query';
}

/** `… match text::query(words)` stands for the documents that have the words, whatever is matched in them. */
function textNode(argument: ExprNode | undefined, { view, onFilter }: Rewriting): ExprNode {
  onFilter(null);
  const wanted = argument?.type === 'Value' && typeof argument.value === 'string' ? argument.value : '';
  const ids = documentsWithText(view.all(), wanted).map((document) => document._id);
  return {
    type: 'OpCall',
    op: 'in',
    left: { type: 'AccessAttribute', name: '_id' },
    right: { type: 'Value', value: ids },
  };
}
