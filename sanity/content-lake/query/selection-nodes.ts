import type { ExprNode } from 'groq-js';
import { countDocuments } from './count-documents.ts';
import type { DocumentQuery } from './document-query.ts';
import type { Evaluation } from './evaluation.ts';
import { orderInTurns, scoreInTurns } from './long-lists.ts';
import { OuterValues } from './outer-values.ts';
import { projectDocuments } from './project-documents.ts';
import { type Selection, selectDocuments } from './select-documents.ts';
import { type Inputs, streamNode } from './stream-node.ts';
import { mapChildren } from './tree.ts';

export type Rewriting = {
  /** Rewrites what stands inside of a node. */
  rewrite: (node: ExprNode, rewriting: Rewriting) => ExprNode;
  evaluation: Evaluation;
  /** Whether the answer's source map is wanted. */
  isTraced: boolean;
  /** Whether `^` looks past what is around here: inside of a traversal. */
  isHidden: boolean;
};

/** A stream of documents, or of what a projection without selections of its own makes of each. */
export function selectionNode(query: DocumentQuery, rewriting: Rewriting, projection?: ExprNode): ExprNode {
  const { selection, outer } = selectionOf(query, rewriting);
  const { evaluation } = rewriting;
  const made = projection && {
    expr: rewriting.rewrite(outer.takeFrom(projection, true), { ...rewriting, isHidden: true }),
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
export function sortedNode(
  node: Extract<ExprNode, { type: 'PipeFuncCall' }>,
  rewriting: Rewriting,
): ExprNode {
  const { evaluation } = rewriting;
  const args = node.args.map((argument) => rewriting.rewrite(argument, { ...rewriting, isHidden: false }));
  const sort = node.name === 'score' ? scoreInTurns : orderInTurns;
  return streamNode(
    new Map([['items', rewriting.rewrite(node.base, rewriting)]]),
    async function* ({ items }) {
      const list: unknown[] = Array.isArray(items) ? items : [];
      const work = sort(list, args, evaluation);
      yield* evaluation.meter.pace(await work.catch((cause) => evaluation.meter.end(cause)));
    },
  );
}

/** A stream of one number, which its sum makes a number. */
export function countNode(query: DocumentQuery, rewriting: Rewriting): ExprNode {
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
  const conditions = filters.map((filter) => rewriting.rewrite(filter, inside));
  const keys = order.map((key) =>
    rewriting.rewrite(key.type === 'Asc' || key.type === 'Desc' ? key.base : key, inside),
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

export function readsDataset(node: ExprNode): boolean {
  if (node.type === 'Everything') return true;
  if (node.type === 'FuncCall' && node.namespace === 'releases') return true;
  let isFound = false;
  mapChildren(node, (child) => {
    isFound ||= readsDataset(child);
    return child;
  });
  return isFound;
}
