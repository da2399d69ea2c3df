import { type ExprNode, evaluate, toJS, type Value } from 'groq-js';
import type { JsonRecord } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { dataError, LakeError } from '../http/lake-error.ts';
import { EvaluationMeter } from './evaluation-meter.ts';
import { parseQuery } from './parse-query.ts';
import { rewriteQuery, turnReference } from './rewrite-query.ts';
import { type SourceMap, SourceMapper } from './source-map.ts';
import { SyncTags } from './sync-tags.ts';

export type QueryRequest = {
  query: string;
  params: JsonRecord;
  view: View;
  identity: string;
  projectId: string;
  dataset: string;
  now: Date;
  hasSourceMap?: boolean;
};

export type QueryAnswer = { result: unknown; syncTags: string[]; sourceMap: SourceMap | null };

export async function runQuery(request: QueryRequest): Promise<QueryAnswer> {
  const { query, params, view, identity, projectId, dataset, now, hasSourceMap = false } = request;
  const tree = await parseQuery(query, params);
  const meter = new EvaluationMeter();
  const tags = new SyncTags();
  const dereference = ({ _ref }: { _ref: string }) => {
    if (_ref === turnReference) return meter.isSliceSpent() ? meter.takeTurns().then(() => turn) : turn;
    tags.addDocument(_ref);
    return view.get(_ref);
  };
  try {
    const onFilter = (filter: ExprNode | null) => tags.addFilter(filter);
    const rewritten = rewriteQuery(tree, { view, meter, onFilter, isTraced: hasSourceMap });
    const value: Value = await evaluate(rewritten, {
      dataset: [],
      params,
      identity,
      timestamp: now,
      sanity: { projectId, dataset },
      dereference,
    });
    const traced = await value.asStatic();
    if (!hasSourceMap) return { result: toJS(traced), syncTags: tags.list(), sourceMap: null };
    const mapper = new SourceMapper();
    const result = asPlainJson(mapper.clean(traced.data));
    return { result, syncTags: tags.list(), sourceMap: mapper.map() };
  } catch (cause) {
    if (cause instanceof LakeError) throw cause;
    const reason = cause instanceof RangeError ? 'The query is nested too deeply' : messageOf(cause);
    throw dataError(400, 'queryEvaluationError', reason, { query, start: 0, end: query.length });
  }
}

const turn = { _id: turnReference, _type: turnReference };

/** Dates and paths have their own classes until they are written as JSON. */
function asPlainJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'The query could not be evaluated';
}
