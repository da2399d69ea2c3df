import { identityOf, requireWrite } from '../auth/caller.ts';
import { isRecord } from '../dataset/document.ts';
import { LakeError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { mutationBodyLimitBytes, transactionIdOf } from '../mutate/mutate-endpoint.ts';
import { parseActions } from './action.ts';
import { performActions } from './perform-actions.ts';

export const actionRoutes: Route[] = [route('POST', 'data/actions/:dataset', act)];

/** Several actions come in one request: they apply in order, each to what the one before left, or none does. */
async function act({ lake, message, path, caller, now, url }: LakeRequest): Promise<Reply> {
  requireWrite(caller);
  const dataset = lake.dataset(path.dataset);
  const body = await readJson(message, mutationBodyLimitBytes);
  const actions = parseActions(body.actions);
  const transactionId = transactionIdOf(body.transactionId);
  const isDryRun = body.dryRun === true || url.searchParams.get('dryRun') === 'true';
  try {
    await dataset.commit({
      transactionId,
      author: identityOf(caller),
      now,
      isDryRun,
      apply: (pending) => performActions(lake, dataset, actions, pending, now),
    });
  } catch (error) {
    throw asActionError(error);
  }
  return json({ transactionId });
}

function asActionError(error: unknown): unknown {
  if (!(error instanceof LakeError) || !isRecord(error.body)) return error;
  const details = error.body.error;
  if (!isRecord(details) || details.type !== 'mutationError') return error;
  return new LakeError(error.status, error.message, { error: { ...details, type: 'actionError' } });
}
