import { identityOf, requireWrite } from '../auth/caller.ts';
import { isRecord } from '../dataset/document.ts';
import { dataError, LakeError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { mutationBodyLimitBytes, transactionIdOf } from '../mutate/mutate-endpoint.ts';
import { parseActions } from './action.ts';
import { documentActions } from './document-actions.ts';
import { releaseActions } from './release-actions.ts';

// A map and not the objects: a name like "constructor" must find nothing.
const performers = new Map(Object.entries({ ...documentActions, ...releaseActions }));

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
      apply: (pending) => {
        for (const action of actions) {
          const perform = performers.get(action.actionType);
          if (!perform) throw dataError(400, 'invalidActionError', `Unknown action ${action.actionType}`);
          perform(action, { pending, raw: dataset.perspectives.raw, now });
        }
      },
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
