import { randomUUID } from 'node:crypto';
import { type Caller, identityOf, may } from '../auth/caller.ts';
import { dataError } from '../http/lake-error.ts';
import { parseQuery } from '../query/parse-query.ts';
import { groqParams } from '../query/query-parameters.ts';
import type { Transaction } from '../store/transaction-log.ts';
import { type EventSink, endWith, eventText, keepAlive } from './event-sink.ts';
import { type ListenOptions, mutationEvents } from './mutation-events.ts';
import { rightToHear } from './right-to-hear.ts';
import { isReader, requireReader, type StreamRequest } from './stream-request.ts';

/** `data/listen`: tells of every transaction that touches a document which the filter lets through. */
export async function openListen(request: StreamRequest): Promise<(sink: EventSink) => void> {
  const { lake, path, url, caller, lastEventId } = request;
  const dataset = lake.dataset(path.dataset);
  requireReader(caller, dataset);
  const options = listenOptions(url.searchParams, caller);
  await parseQuery(options.query, options.params);
  const recent = lake.recentTransactions(dataset);
  const canResume = url.searchParams.get('enableResume') === 'true' && lastEventId !== null;

  return (sink) => {
    const missed = canResume ? recent.since(lastEventId.split('#')[0] ?? '') : null;
    const greeting = !canResume ? 'welcome' : missed ? 'welcomeback' : 'reset';
    sink.send(eventText(greeting, { listenerName: randomUUID() }, `${recent.latestId()}#`));
    // Events leave in the order of the transactions, however long a filter takes.
    let turn: Promise<void> = Promise.resolve();
    const mayHear = rightToHear(request, sink, (known) => isReader(known, dataset));
    const tell = (transaction: Transaction) => {
      if (!mayHear()) return;
      turn = turn
        .then(async () => {
          for (const event of await mutationEvents(transaction, options, dataset.perspectives)) {
            sink.send(eventText('mutation', event.data, event.id));
          }
        })
        .catch((cause: unknown) => {
          const message = cause instanceof Error ? cause.message : 'The filter failed';
          sink.send(eventText('channelError', { message }));
          // It would fail again, and what waits for it grows with every transaction.
          sink.close();
        });
    };
    for (const transaction of missed ?? []) tell(transaction);
    sink.onClose(dataset.onTransaction(tell));
    endWith(dataset, sink);
    keepAlive(sink);
  };
}

function listenOptions(search: URLSearchParams, caller: Caller): ListenOptions {
  const query = search.get('query') ?? '';
  if (query.trim() === '') throw dataError(400, 'queryParseError', 'A listener needs a query');
  const is = (name: string, otherwise: boolean) => (search.get(name) ?? String(otherwise)) === 'true';
  return {
    query,
    params: groqParams(search),
    identity: identityOf(caller),
    isOpenOnly: !may(caller, 'read'),
    includeResult: is('includeResult', false),
    includePreviousRevision: is('includePreviousRevision', false),
    includeMutations: is('includeMutations', true),
    includeAllVersions: is('includeAllVersions', false),
    isMendoza: search.get('effectFormat') === 'mendoza',
    visibility: search.get('visibility') ?? 'transaction',
  };
}
