import { type ExprNode, evaluate } from 'groq-js';
import type { JsonRecord, LakeDocument } from '../dataset/document.ts';
import { View } from '../dataset/view.ts';
import { Evaluation } from '../query/evaluation.ts';
import { rewriteQuery } from '../query/rewrite-query.ts';
import { SyncTags } from '../query/sync-tags.ts';
import { mapChildren } from '../query/tree.ts';

export type Filter = { tree: ExprNode; params: JsonRecord; identity: string };

/** Whether a listener's filter lets a document through. References lead into the given view. */
export async function isMatch(filter: Filter, document: LakeDocument | null, view: View): Promise<boolean> {
  if (!document) return false;
  if (filter.tree.type === 'Everything') return true;
  const result = hasLoops(filter.tree)
    ? await inTurns(filter, document, view)
    : await atOnce(filter, document, view);
  return Array.isArray(result) ? result.length > 0 : result !== null && result !== false;
}

async function atOnce(
  { tree, params, identity }: Filter,
  document: LakeDocument,
  view: View,
): Promise<unknown> {
  const dereference = ({ _ref }: { _ref: string }) => view.get(_ref);
  const value = await evaluate(tree, { dataset: [document], params, identity, dereference });
  return value.get();
}

/** Loops within loops over a large document may take minutes: they give way, and end, as a query's do. */
async function inTurns({ tree, identity }: Filter, document: LakeDocument, view: View): Promise<unknown> {
  const alone = new Alone(document, view);
  const sanity = { projectId: '', dataset: '' };
  const timestamp = new Date(document._updatedAt);
  const evaluation = new Evaluation({ view: alone, tags: new SyncTags(''), identity, timestamp, sanity });
  const value = evaluation.value(rewriteQuery(tree, evaluation, false));
  return (await Promise.race([value, evaluation.meter.ended])).data;
}

/** A dataset of one document, from which references lead on into the whole one. */
class Alone extends View {
  readonly #whole: View;

  constructor(document: LakeDocument, whole: View) {
    super();
    this.#whole = whole;
    this.put(document);
  }

  override get(id: string): LakeDocument | undefined {
    return super.get(id) ?? this.#whole.get(id);
  }
}

const loops = new Set<ExprNode['type']>(['Filter', 'Projection', 'Map', 'FlatMap', 'PipeFuncCall']);
const known = new WeakMap<ExprNode, boolean>();

/** Whether it is more than `*[condition]`, where the condition itself reads no lists one by one. */
function hasLoops(tree: ExprNode): boolean {
  let answer = known.get(tree);
  if (answer === undefined) {
    answer =
      tree.type === 'Filter' && tree.base.type === 'Everything' ? holdsLoop(tree.expr) : holdsLoop(tree);
    known.set(tree, answer);
  }
  return answer;
}

function holdsLoop(node: ExprNode): boolean {
  let found = loops.has(node.type);
  mapChildren(node, (child) => {
    found ||= holdsLoop(child);
    return child;
  });
  return found;
}
