import { randomUUID } from 'node:crypto';
import { isPublishedId } from '../dataset/document.ts';
import { tagsTouchedBy } from '../query/sync-tags.ts';
import type { Transaction } from '../store/transaction-log.ts';
import { type EventSink, endWith, eventText, keepAlive } from './event-sink.ts';
import { requireDraftReader, requireReader, type StreamRequest } from './stream-request.ts';

/** `data/live/events`: the sync tags of every transaction, so that who holds an answer knows it is old. */
export async function openLive(request: StreamRequest): Promise<(sink: EventSink) => void> {
  const { lake, path, url, caller, lastEventId } = request;
  const dataset = lake.dataset(path.dataset);
  const includesDrafts = url.searchParams.get('includeDrafts') === 'true';
  if (includesDrafts) requireDraftReader(caller);
  else requireReader(caller, dataset);
  const recent = lake.recentTransactions(dataset);

  return (sink) => {
    sink.send(eventText('welcome', { id: randomUUID() }, recent.latestId()));
    const tell = (transaction: Transaction) => {
      const isVisible = includesDrafts || transaction.changes.some((change) => isPublishedId(change.id));
      if (isVisible) sink.send(eventText('message', { tags: tagsTouchedBy(transaction) }, transaction.id));
    };
    const missed = lastEventId === null ? [] : recent.since(lastEventId);
    if (missed === null) sink.send(eventText('restart', {}, recent.latestId()));
    for (const transaction of missed ?? []) tell(transaction);
    sink.onClose(dataset.onTransaction(tell));
    endWith(dataset, sink);
    keepAlive(sink);
  };
}
