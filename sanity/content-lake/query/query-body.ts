import type { QueryAnswer } from './run-query.ts';

/** What the query endpoint answers. `query` is repeated unless the client asked otherwise. */
export function queryBody(
  { result, sourceMap, syncTags }: QueryAnswer,
  query: string | null,
  ms: number,
): object {
  const echoed = query === null ? {} : { query };
  const mapped = sourceMap ? { resultSourceMap: sourceMap } : {};
  return { ...echoed, result: result ?? null, ...mapped, syncTags, ms: Math.round(ms) };
}
