import type { JsonRecord } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { dataError, LakeError } from '../http/lake-error.ts';
import { Evaluation } from './evaluation.ts';
import { parseQuery } from './parse-query.ts';
import { rewriteQuery } from './rewrite-query.ts';
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
  /** Sync tags are wanted, and made with this key. */
  tagKey?: string;
  hasSourceMap?: boolean;
};

export type QueryAnswer = { result: unknown; syncTags: string[]; sourceMap: SourceMap | null };

export async function runQuery(request: QueryRequest): Promise<QueryAnswer> {
  const {
    query,
    params,
    view,
    identity,
    projectId,
    dataset,
    now,
    hasSourceMap = false,
    tagKey = '',
  } = request;
  const tree = await parseQuery(query, params);
  const tags = new SyncTags(tagKey);
  const sanity = { projectId, dataset };
  const evaluation = new Evaluation({ view, tags, identity, timestamp: now, sanity });
  try {
    const rewritten = rewriteQuery(tree, evaluation, hasSourceMap);
    const value = await Promise.race([evaluation.value(rewritten), evaluation.meter.ended]);
    if (!hasSourceMap) return { result: value.data ?? null, syncTags: tags.list(), sourceMap: null };
    const mapper = new SourceMapper();
    const result = await mapper.clean(value.data, evaluation.meter);
    return { result: result ?? null, syncTags: tags.list(), sourceMap: mapper.map() };
  } catch (cause) {
    if (cause instanceof LakeError) throw cause;
    const reason = cause instanceof RangeError ? 'The query is nested too deeply' : messageOf(cause);
    throw dataError(400, 'queryEvaluationError', reason, { query, start: 0, end: query.length });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'The query could not be evaluated';
}
