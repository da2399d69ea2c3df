import { identityOf, may } from '../auth/caller.ts';
import type { JsonRecord } from '../dataset/document.ts';
import { dataError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { asParams, groqParams, perspectiveOf, viewFor } from './query-parameters.ts';
import { runQuery } from './run-query.ts';

const bodyLimitBytes = 512 * 1024;

export const queryRoutes: Route[] = [
  route('GET', 'data/query/:dataset', (request) =>
    answer(request, request.url.searchParams.get('query'), groqParams(request.url.searchParams)),
  ),
  route('POST', 'data/query/:dataset', async (request) => {
    const body = await readJson(request.message, bodyLimitBytes);
    const params = { ...groqParams(request.url.searchParams), ...asParams(body.params) };
    return answer(request, body.query ?? request.url.searchParams.get('query'), params, body.perspective);
  }),
];

async function answer(
  request: LakeRequest,
  query: unknown,
  params: JsonRecord,
  perspectiveInBody?: unknown,
): Promise<Reply> {
  if (typeof query !== 'string' || query.trim() === '') {
    throw dataError(400, 'queryParseError', 'unexpected end-of-file, expected expression', {
      query,
      start: 0,
      end: 0,
    });
  }
  const { lake, url, caller, version, now } = request;
  const dataset = lake.dataset(request.path.dataset);
  const perspective = perspectiveOf(url.searchParams.get('perspective') ?? perspectiveInBody, version);
  const startedAt = performance.now();
  const sourceMapWish = url.searchParams.get('resultSourceMap');
  const { result, syncTags, sourceMap } = await runQuery({
    query,
    params,
    view: viewFor(dataset, caller, perspective),
    identity: identityOf(caller),
    projectId: lake.projectId,
    dataset: dataset.name,
    now,
    // To strangers of a private dataset the tags of its live events must stay words without meaning.
    tagKey: dataset.isPublic || may(caller, 'read') ? lake.tagKey : '',
    hasSourceMap: sourceMapWish !== null && sourceMapWish !== 'false',
  });
  const ms = Math.round(performance.now() - startedAt);
  const echoed = url.searchParams.get('returnQuery') === 'false' ? {} : { query };
  const mapped = sourceMap ? { resultSourceMap: sourceMap } : {};
  return json({ ...echoed, result: result ?? null, ...mapped, syncTags, ms });
}
