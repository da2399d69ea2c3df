import type { ExprNode } from 'groq-js';
import { dataError } from '../http/lake-error.ts';
import { countDocuments } from './count-documents.ts';
import { type DocumentQuery, documentQueryOf, withSliceFirst } from './document-query.ts';
import { type Evaluation, withTurns } from './evaluation.ts';
import { isSortedInTurns, orderInTurns, scoreInTurns } from './long-lists.ts';
import { isOuterName, OuterValues } from './outer-values.ts';
import { projectDocuments } from './project-documents.ts';
import { leavesOutUnscored, scoreCondition } from './score-condition.ts';
import { type Selection, selectDocuments } from './select-documents.ts';
import { withTraces } from './source-traces.ts';
import { type Inputs, streamNode } from './stream-node.ts';
import { textAsked } from './text-query.ts';
import { mapChildren } from './tree.ts';

type Traversed = Extract<ExprNode, { type: 'Filter' | 'Projection' | 'Map' | 'FlatMap' }>;

type Rewriting = {
  evaluation: Evaluation;
  /** Whether the answer's source map is wanted. */
  isTraced: boolean;
  /** Whether `^` looks past what is around here: inside of a traversal. */
  isHidden: boolean;
};

/**
 * The same query with its selections of documents taken out of groq-js's hands: each becomes a stream
 * that begins with an index. Loops over other lists let others have their turn.
 */
export function rewriteQuery(tree: ExprNode, evaluation: Evaluation, isTraced: boolean): ExprNode {
  return rewriteNode(tree, { evaluation, isTraced, isHidden: false });
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

/** A stream of documents, or of what a projection without selections of its own makes of each. */
function selectionNode(query: DocumentQuery, rewriting: Rewriting, projection?: ExprNode): ExprNode {
  const { selection, outer } = selectionOf(query, rewriting);
  const { evaluation } = rewriting;
  const made = projection && {
    expr: rewriteNode(outer.takeFrom(projection, true), { ...rewriting, isHidden: true }),
    hasStreams: false,
  };
  const read = remembering<readonly unknown[]>(outer, async (inputs) => {
    const documents = await selectDocuments(selection, inputs, evaluation);
    return made ? projectDocuments(documents, made, inputs, evaluation) : documents;
  });
  const base = streamNode(outer.expressions, async function* (inputs) {
    yield* evaluation.meter.pace(await read(inputs).catch((cause) => evaluation.meter.end(cause)));
  });
  return query.isOne ? { type: 'AccessElement', base, index: 0 } : base;
}

/** The list comes as a value that groq-js has evaluated, and goes on in another order. */
function sortedNode(node: Extract<ExprNode, { type: 'PipeFuncCall' }>, rewriting: Rewriting): ExprNode {
  const { evaluation } = rewriting;
  const args = node.args.map((argument) => rewriteNode(argument, { ...rewriting, isHidden: false }));
  const sort = node.name === 'score' ? scoreInTurns : orderInTurns;
  return streamNode(new Map([['items', rewriteNode(node.base, rewriting)]]), async function* ({ items }) {
    const list: unknown[] = Array.isArray(items) ? items : [];
    const work = sort(list, args, evaluation);
    yield* evaluation.meter.pace(await work.catch((cause) => evaluation.meter.end(cause)));
  });
}

/** As the language has it: whole documents are scored, before they are projected. */
function refuseUnscorable(base: ExprNode): void {
  if (base.type === 'Group') refuseUnscorable(base.base);
  else if (base.type === 'Map' || base.type === 'Projection' || base.type === 'AccessElement') {
    throw dataError(400, 'queryParseError', 'score() takes a list of documents');
  }
}

/** The base of a filter; with `[_score > 0]`, chosen by what scores at all. */
function withScoreCondition({ type, base, expr }: Traversed): ExprNode {
  if (type !== 'Filter' || base.type !== 'PipeFuncCall' || base.name !== 'score') return base;
  const condition = leavesOutUnscored(expr) ? scoreCondition(base.args) : null;
  if (!condition || !documentQueryOf(base.base)) return base;
  return { ...base, base: { type: 'Filter', base: base.base, expr: condition } };
}

/** A stream of one number, which its sum makes a number. */
function countNode(query: DocumentQuery, rewriting: Rewriting): ExprNode {
  const { selection, outer } = selectionOf({ ...query, order: [] }, rewriting);
  const { evaluation } = rewriting;
  const read = remembering(outer, (inputs) => countDocuments(selection, inputs, evaluation));
  const stream = streamNode(outer.expressions, async function* (inputs) {
    yield await read(inputs).catch((cause) => evaluation.meter.end(cause));
  });
  return { type: 'FuncCall', namespace: 'math', name: 'sum', args: [stream] };
}

function selectionOf(
  query: DocumentQuery,
  rewriting: Rewriting,
): { selection: Selection; outer: OuterValues } {
  rewriting.evaluation.tags.addFilter(query.filters[0] ?? null);
  const outer = new OuterValues(rewriting.isHidden);
  const filters = query.filters.map((filter) => outer.takeFrom(filter));
  const order = query.order.map((key) => outer.takeFrom(key));
  const inside = { ...rewriting, isHidden: false };
  const conditions = filters.map((filter) => rewriteNode(filter, inside));
  const keys = order.map((key) =>
    rewriteNode(key.type === 'Asc' || key.type === 'Desc' ? key.base : key, inside),
  );
  const hasStreams = [...filters, ...order].some(readsDataset);
  return { outer, selection: { ...query, filters, order, conditions, keys, hasStreams } };
}

/** What asks nothing of its surroundings is read once, however often it is met. */
function remembering<Result>(
  { expressions }: OuterValues,
  read: (inputs: Inputs) => Promise<Result>,
): (inputs: Inputs) => Promise<Result> {
  if (expressions.size > 0) return read;
  let known: Promise<Result> | undefined;
  return (inputs) => {
    known ??= read(inputs);
    return known;
  };
}

function readsDataset(node: ExprNode): boolean {
  if (node.type === 'Everything') return true;
  if (node.type === 'FuncCall' && node.namespace === 'releases') return true;
  let isFound = false;
  mapChildren(node, (child) => {
    isFound ||= readsDataset(child);
    return child;
  });
  return isFound;
}

function isPathCall(node: ExprNode): node is Extract<ExprNode, { type: 'FuncCall' }> {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path';
}
