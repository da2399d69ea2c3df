import type { ExprNode } from 'groq-js';
import { textAsked } from './text-query.ts';
import { termsOf } from './word-candidates.ts';

/**
 * What is true of every item whose score is more than nothing: for choosing where to begin, when the
 * others are left out anyway (`| score(a, b)[_score > 0]`). A match scores by any of its terms.
 */
export function scoreCondition(args: readonly ExprNode[]): ExprNode | null {
  return args.map(conditionOf).reduce<ExprNode | null>(either, null);
}

/** Whether a filter leaves out what scored nothing. */
export function leavesOutUnscored(filter: ExprNode): boolean {
  if (filter.type !== 'OpCall' || filter.op !== '>') return false;
  const { left, right } = filter;
  const isScore = left.type === 'AccessAttribute' && left.name === '_score' && !left.base;
  return isScore && right.type === 'Value' && right.value === 0;
}

function conditionOf(node: ExprNode): ExprNode {
  if (node.type === 'Or' || node.type === 'And') {
    return { ...node, left: conditionOf(node.left), right: conditionOf(node.right) };
  }
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'boost') {
    const [scored] = node.args;
    return scored ? conditionOf(scored) : node;
  }
  if (node.type !== 'OpCall' || node.op !== 'match' || textAsked(node.right) !== null) return node;
  const { right } = node;
  const terms = right.type === 'Value' && typeof right.value === 'string' ? termsOf(right.value) : [];
  const matches = terms.map((value): ExprNode => ({ ...node, right: { type: 'Value', value } }));
  return matches.reduce<ExprNode | null>(either, null) ?? { type: 'Value', value: true };
}

function either(left: ExprNode | null, right: ExprNode): ExprNode {
  return left ? { type: 'Or', left, right } : right;
}
