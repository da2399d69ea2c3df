import type { ExprNode } from 'groq-js';
import { dataError } from '../http/lake-error.ts';
import { type DocumentQuery, documentQueryOf, withSliceFirst } from './document-query.ts';
import { type Evaluation, withTurns } from './evaluation.ts';
import { isSortedInTurns } from './long-lists.ts';
import { isOuterName } from './outer-values.ts';
import { refuseUnscorable, withScoreCondition } from './score-condition.ts';
import { countNode, type Rewriting, readsDataset, selectionNode, sortedNode } from './selection-nodes.ts';
import { withTraces } from './source-traces.ts';
import { textAsked } from './text-query.ts';
import { mapChildren } from './tree.ts';

/**
 * The same query with its selections of documents taken out of groq-js's hands: each becomes a stream
 * that begins with an index. Loops over other lists let others have their turn.
 */
export function rewriteQuery(tree: ExprNode, evaluation: Evaluation, isTraced: boolean): ExprNode {
  return rewriteNode(tree, { rewrite: rewriteNode, evaluation, isTraced, isHidden: false });
}

function rewriteNode(given: ExprNode, rewriting: Rewriting): ExprNode {
  const node = withSliceFirst(given);
  const query = documentQueryOf(node);
  if (query) return selectionNode(query, rewriting);
  switch (node.type) {
    case 'Parameter':
      // Parameters that were given stand in the tree as values already.
      if (isOuterName(node.name)) return node;
      throw dataError(400, 'queryParseError', `param $${node.name} referenced, but not provided`);
    case 'Filter':
    case 'Projection':
    case 'Map':
    case 'FlatMap': {
      const isTraversal = node.type === 'Map' || node.type === 'FlatMap';
      const chosen = node.type === 'Map' ? documentQueryOf(node.base) : null;
      if (chosen && !chosen.isOne && !readsDataset(node.expr)) {
        return selectionNode(chosen, rewriting, node.expr);
      }
      const expr = rewriteNode(node.expr, { ...rewriting, isHidden: isTraversal });
      const base = rewriteNode(withScoreCondition(node), rewriting);
      return { ...node, base, expr: node.type === 'Projection' ? expr : withTurns(expr) };
    }
    case 'PipeFuncCall': {
      if (node.name === 'score') refuseUnscorable(node.base);
      if (isSortedInTurns(node)) return sortedNode(node, rewriting);
      const args = node.args.map((argument) => rewriteNode(argument, { ...rewriting, isHidden: false }));
      return { ...node, base: rewriteNode(node.base, rewriting), args };
    }
    case 'FuncCall': {
      if (node.namespace === 'releases' && node.name === 'all') {
        return selectionNode(everyRelease, rewriting);
      }
      const counted = node.namespace === 'global' && node.name === 'count' ? node.args[0] : undefined;
      const query = counted && documentQueryOf(withSliceFirst(counted));
      return query && !query.isOne ? countNode(query, rewriting) : rewriteChildren(node, rewriting);
    }
    case 'Object': {
      const rewritten = rewriteChildren(node, rewriting);
      return rewriting.isTraced ? withTraces(rewritten) : rewritten;
    }
    case 'OpCall': {
      // groq-js answers null for `path(x) in path(y)`, and matches `x in path(y)` well.
      if (node.op === 'in' && isPathCall(node.left) && isPathCall(node.right)) {
        return rewriteChildren({ ...node, left: node.left.args[0] ?? node.left }, rewriting);
      }
      const text = node.op === 'match' ? textAsked(node.right) : null;
      if (text === null) return rewriteChildren(node, rewriting);
      // Whatever is matched: every text of the document is looked at.
      rewriting.evaluation.tags.addFilter(null);
      return rewriting.evaluation.wordsCondition(text);
    }
    default:
      return rewriteChildren(node, rewriting);
  }
}

function rewriteChildren<Node extends ExprNode>(node: Node, rewriting: Rewriting): Node {
  return mapChildren(node, (child) => rewriteNode(child, rewriting));
}

const everyRelease: DocumentQuery = {
  filters: [
    {
      type: 'OpCall',
      op: '==',
      left: { type: 'AccessAttribute', name: '_type' },
      right: { type: 'Value', value: 'system.release' },
    },
  ],
  order: [],
  from: 0,
  to: Number.POSITIVE_INFINITY,
  isOne: false,
};

function isPathCall(node: ExprNode): node is Extract<ExprNode, { type: 'FuncCall' }> {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path';
}
