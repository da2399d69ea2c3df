import { randomUUID } from 'node:crypto';
import { type Caller, may } from '../auth/caller.ts';
import { isPublishedId } from '../dataset/document.ts';
import { tagsTouchedBy } from '../query/sync-tags.ts';
import type { Transaction } from '../store/transaction-log.ts';
import { type EventSink, endWith, eventText, keepAlive } from './event-sink.ts';
import { rightToHear } from './right-to-hear.ts';
import { requireDraftReader, type StreamRequest } from './stream-request.ts';

/**
 * `data/live/events`: the sync tags of every transaction, so that who holds an answer knows it is old.
 * Without drafts it is open to anybody, of a private dataset too, because the official client sends no
 * token then. It tells when something was published; the tags mean nothing to who got no answer.
 */
export async function openLive(request: StreamRequest): Promise<(sink: EventSink) => void> {
  const { lake, path, url, caller, lastEventId } = request;
  const dataset = lake.dataset(path.dataset);
  const asks = (name: string) => url.searchParams.get(name) === 'true';
  const includesDrafts = asks('includeDrafts') || asks('includeAllDocuments');
  if (includesDrafts) requireDraftReader(caller);
  const recent = lake.recentTransactions(dataset);

  return (sink) => {
    sink.send(eventText('welcome', { id: randomUUID() }, recent.latestId()));
    const mayHear = rightToHear(request, sink, (known: Caller) => !includesDrafts || may(known, 'read'));
    const tell = ({ id, changes }: Transaction) => {
      const visible = includesDrafts ? changes : changes.filter((change) => isPublishedId(change.id));
      if (visible.length === 0 || !mayHear()) return;
      sink.send(eventText('message', { tags: tagsTouchedBy(visible, lake.tagKey) }, id));
    };
    const missed = lastEventId === null ? [] : recent.since(lastEventId);
    if (missed === null) sink.send(eventText('restart', {}, recent.latestId()));
    for (const transaction of missed ?? []) tell(transaction);
    sink.onClose(dataset.onTransaction(tell));
    endWith(dataset, sink);
    keepAlive(sink);
  };
}
