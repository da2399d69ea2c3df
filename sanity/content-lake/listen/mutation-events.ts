import { isOpenToAnyone, type JsonRecord } from '../dataset/document.ts';
import type { Perspectives } from '../dataset/perspectives.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { LoggedChange, Transaction } from '../store/transaction-log.ts';
import { isMatch } from './filter-match.ts';

export type ListenOptions = {
  query: string;
  params: JsonRecord;
  identity: string;
  /** Whether only what anybody may read is told. */
  isOpenOnly: boolean;
  includeResult: boolean;
  includePreviousRevision: boolean;
  includeMutations: boolean;
  includeAllVersions: boolean;
  isMendoza: boolean;
  visibility: string;
};

type Matched = { change: LoggedChange; transition: 'appear' | 'update' | 'disappear' };

/** One transaction as one listener sees it: an event for each document that its filter lets through. */
export async function mutationEvents(
  transaction: Transaction,
  options: ListenOptions,
  perspectives: Perspectives,
): Promise<{ id: string; data: JsonRecord }[]> {
  const matched: Matched[] = [];
  const view = await perspectives.view(options.isOpenOnly ? 'anonymous' : 'raw');
  const filter = { ...options, tree: await parseQuery(options.query, options.params) };
  for (const change of transaction.changes) {
    if (change.id.startsWith('versions.') && !options.includeAllVersions) continue;
    if (options.isOpenOnly && !isOpenToAnyone(change.id)) continue;
    const before = await isMatch(filter, change.before, view);
    const after = await isMatch(filter, change.after, view);
    if (before || after) matched.push({ change, transition: transitionOf(before, after) });
  }
  return matched.map(({ change, transition }, index) => ({
    id: `${transaction.id}#${change.id}`,
    data: {
      eventId: `${transaction.id}#${change.id}`,
      documentId: change.id,
      transactionId: transaction.id,
      transition,
      identity: transaction.author,
      timestamp: transaction.timestamp,
      visibility: options.visibility,
      // Counted per listener: Studio waits until it has seen this many events of the transaction.
      transactionTotalEvents: matched.length,
      transactionCurrentEvent: index + 1,
      // Left out and not null where there was none: Studio compares it with undefined.
      ...(change.before ? { previousRev: change.before._rev } : {}),
      resultRev: transaction.id,
      ...(options.isMendoza ? { effects: change.effects } : {}),
      ...(options.includeMutations ? { mutations: change.mutations } : {}),
      ...(options.includePreviousRevision ? { previous: change.before } : {}),
      ...(options.includeResult && transition !== 'disappear' ? { result: change.after } : {}),
    },
  }));
}

function transitionOf(before: boolean, after: boolean): Matched['transition'] {
  if (before && after) return 'update';
  return after ? 'appear' : 'disappear';
}
