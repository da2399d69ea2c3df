import type { ExprNode } from 'groq-js';
import { dataError } from '../http/lake-error.ts';
import { documentQueryOf } from './document-query.ts';
import { textAsked } from './text-query.ts';
import { termsOf } from './word-candidates.ts';

type Traversed = Extract<ExprNode, { type: 'Filter' | 'Projection' | 'Map' | 'FlatMap' }>;

/**
 * What is true of every item whose score is more than nothing: for choosing where to begin, when the
 * others are left out anyway (`| score(a, b)[_score > 0]`). A match scores by any of its terms.
 */
function scoreCondition(args: readonly ExprNode[]): ExprNode | null {
  return args.map(conditionOf).reduce<ExprNode | null>(either, null);
}

/** Whether a filter leaves out what scored nothing. */
function leavesOutUnscored(filter: ExprNode): boolean {
  if (filter.type !== 'OpCall' || filter.op !== '>') return false;
  const { left, right } = filter;
  const isScore = left.type === 'AccessAttribute' && left.name === '_score' && !left.base;
  return isScore && right.type === 'Value' && right.value === 0;
}

/** As the language has it: whole documents are scored, before they are projected. */
export function refuseUnscorable(base: ExprNode): void {
  if (base.type === 'Group') refuseUnscorable(base.base);
  else if (base.type === 'Map' || base.type === 'Projection' || base.type === 'AccessElement') {
    throw dataError(400, 'queryParseError', 'score() takes a list of documents');
  }
}

/** The base of a filter; with `[_score > 0]`, chosen by what scores at all. */
export function withScoreCondition({ type, base, expr }: Traversed): ExprNode {
  if (type !== 'Filter' || base.type !== 'PipeFuncCall' || base.name !== 'score') return base;
  const condition = leavesOutUnscored(expr) ? scoreCondition(base.args) : null;
  if (!condition || !documentQueryOf(base.base)) return base;
  return { ...base, base: { type: 'Filter', base: base.base, expr: condition } };
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
