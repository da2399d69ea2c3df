import type { Dataset } from '../dataset/dataset.ts';
import { HistoryStore } from '../history/history-store.ts';
import { dataError } from '../http/lake-error.ts';
import type { Lake } from '../lake.ts';
import type { PendingTransaction } from '../mutate/pending-transaction.ts';
import type { ActionRequest } from './action.ts';
import { documentActions } from './document-actions.ts';
import { releaseActions } from './release-actions.ts';

// A map and not the objects: a name like "constructor" must find nothing.
const performers = new Map(Object.entries({ ...documentActions, ...releaseActions }));

/** In order, each on what the one before left. */
export function performActions(
  { database }: Lake,
  dataset: Dataset,
  actions: readonly ActionRequest[],
  pending: PendingTransaction,
  now: Date,
): void {
  const history = new HistoryStore(database, dataset.name);
  const lastState = (id: string) => history.lastState(id, undefined);
  for (const action of actions) {
    const perform = performers.get(action.actionType);
    if (!perform) throw dataError(400, 'invalidActionError', `Unknown action ${action.actionType}`);
    perform(action, { pending, raw: dataset.perspectives.raw, now, lastState });
  }
}
