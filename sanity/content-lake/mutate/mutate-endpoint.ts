import { randomUUID } from 'node:crypto';
import { identityOf, requireWrite } from '../auth/caller.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { isDocument, isRecord, type JsonRecord } from '../dataset/document.ts';
import { dataError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { runQuery } from '../query/run-query.ts';
import { withArrayKeys } from './array-keys.ts';
import { parseMutations } from './mutation.ts';
import { resolveMutations } from './resolve-mutations.ts';

export const mutationBodyLimitBytes = 8 * 1024 * 1024;

export const mutateRoutes: Route[] = [route('POST', 'data/mutate/:dataset', mutate)];

async function mutate(request: LakeRequest): Promise<Reply> {
  const { lake, url, caller, now } = request;
  requireWrite(caller);
  const dataset = lake.dataset(request.path.dataset);
  const body = await readJson(request.message, mutationBodyLimitBytes);
  const is = (name: string) => url.searchParams.get(name) === 'true';
  const sent = is('autoGenerateArrayKeys') ? withKeys(body.mutations) : body.mutations;
  const mutations = parseMutations(sent);
  const transactionId = transactionIdOf(body.transactionId ?? url.searchParams.get('transactionId'));
  const { results, read } = await dataset.commit({
    transactionId,
    author: identityOf(caller),
    now,
    isDryRun: is('dryRun'),
    apply: async (pending) => {
      const find = (query: string, params: JsonRecord) => findIds(request, dataset, query, params);
      for (const mutation of await resolveMutations(mutations, find)) pending.apply(mutation);
    },
  });
  if (!is('returnIds') && !is('returnDocuments')) return json({ transactionId });
  const named = is('returnDocuments')
    ? results.map((result) => ({ ...result, document: read(result.id) }))
    : results;
  return json({ transactionId, results: named });
}

export function transactionIdOf(given: unknown): string {
  if (given === undefined || given === null) return randomUUID();
  if (typeof given === 'string' && /^[a-zA-Z0-9_-]{1,64}$/.test(given)) return given;
  throw dataError(400, 'validationError', 'Invalid transaction ID');
}

async function findIds(
  { lake, caller, now }: LakeRequest,
  dataset: Dataset,
  query: string,
  params: JsonRecord,
): Promise<string[]> {
  const view = dataset.perspectives.raw;
  const context = { identity: identityOf(caller), projectId: lake.projectId, dataset: dataset.name, now };
  const { result } = await runQuery({ query, params, view, ...context });
  const list = Array.isArray(result) ? result : [result];
  return list.flatMap((item) =>
    isDocument(item) ? [item._id] : isRecord(item) && typeof item._id === 'string' ? [item._id] : [],
  );
}

function withKeys(mutations: unknown): unknown {
  if (Array.isArray(mutations)) return mutations.map((item) => (isRecord(item) ? withArrayKeys(item) : item));
  return isRecord(mutations) ? withArrayKeys(mutations) : mutations;
}
