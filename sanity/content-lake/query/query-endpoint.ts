import { identityOf, may } from '../auth/caller.ts';
import type { JsonRecord } from '../dataset/document.ts';
import { dataError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { bytes, json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { evaluatorOf } from './evaluator-apart.ts';
import { givesWay } from './gives-way.ts';
import { parseQuery } from './parse-query.ts';
import { queryBody } from './query-body.ts';
import { asParams, groqParams, openPerspective, perspectiveOf, viewFor } from './query-parameters.ts';
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
  const asked = perspectiveOf(url.searchParams.get('perspective') ?? perspectiveInBody, version);
  const sourceMapWish = url.searchParams.get('resultSourceMap');
  const isEchoed = url.searchParams.get('returnQuery') !== 'false';
  const context = {
    query,
    params,
    identity: identityOf(caller),
    projectId: lake.projectId,
    dataset: dataset.name,
    now,
    // To strangers of a private dataset the tags of its live events must stay words without meaning.
    tagKey: dataset.isPublic || may(caller, 'read') ? lake.tagKey : '',
    hasSourceMap: sourceMapWish !== null && sourceMapWish !== 'false',
  };
  const startedAt = performance.now();
  const perspective = openPerspective(dataset, caller, asked);
  const view = await viewFor(dataset, caller, asked);
  if (perspective && !givesWay(await parseQuery(query, params), view, context.hasSourceMap)) {
    const body = await evaluatorOf(dataset).answer({ ...context, perspective, isEchoed });
    return bytes(Buffer.from(body.buffer), {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
  }
  const answer = await runQuery({ ...context, view });
  return json(queryBody(answer, isEchoed ? query : null, performance.now() - startedAt));
}
