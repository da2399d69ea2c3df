import { requirePermission } from '../auth/caller.ts';
import { httpError } from '../http/lake-error.ts';
import { bytes, json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { documentEvents, groupOf } from './document-events.ts';
import { type HistoryEntry, HistoryStore } from './history-store.ts';

export const historyRoutes: Route[] = [
  route('GET', 'data/history/:dataset/transactions', transactions),
  route('GET', 'data/history/:dataset/transactions/:ids', transactions),
  route('GET', 'data/history/:dataset/documents/:ids', documents),
  route('GET', 'data/history/:dataset/events/documents/:id', events),
];

/** One JSON object a line, the oldest transaction first unless `reverse`. */
function transactions(request: LakeRequest): Reply {
  const { store, search } = readerOf(request);
  const ids = idsOf(request.path.ids);
  const isNewestFirst = search.get('reverse') === 'true';
  const entries = store.entries(ids, {
    from: seqOf(store, search, 'fromTransaction', 'fromTime'),
    to: seqOf(store, search, 'toTransaction', 'toTime'),
    isNewestFirst,
    transactions: limitOf(search, 50),
  });
  const isOnlyNamed = search.get('includeIdentifiedDocumentsOnly') === 'true';
  const named = isOnlyNamed ? entries.filter((entry) => ids.includes(entry.documentId)) : entries;
  const lines = byTransaction(named).map((group) => JSON.stringify(asTransaction(group, search)));
  const body = lines.map((line) => `${line}\n`).join('');
  return bytes(body, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
}

function asTransaction(group: HistoryEntry[], search: URLSearchParams): object {
  const [first] = group;
  const hasMutations = search.get('excludeContent') !== 'true' && search.get('excludeMutations') !== 'true';
  return {
    id: first?.transactionId,
    timestamp: first?.timestamp,
    author: first?.author,
    documentIDs: group.map((entry) => entry.documentId),
    ...(hasMutations ? { mutations: group.flatMap((entry) => entry.mutations) } : {}),
    ...(search.get('effectFormat') === 'mendoza'
      ? { effects: Object.fromEntries(group.map((entry) => [entry.documentId, entry.effects])) }
      : {}),
  };
}

/** Documents at a revision of one of them, at a time, or as they last were. */
function documents(request: LakeRequest): Reply {
  const { store, search } = readerOf(request);
  const { raw } = request.lake.dataset(request.path.dataset).perspectives;
  const ids = idsOf(request.path.ids);
  if (search.get('lastRevision') === 'true') {
    return json({ documents: ids.flatMap((id) => store.lastState(id, raw.get(id)) ?? []) });
  }
  const revision = search.get('revision');
  const time = search.get('time') ?? request.now.toISOString();
  const seq = revision === null ? store.seqAt(new Date(time).toISOString()) : store.seqOf(revision);
  if (seq === null) throw httpError(404, 'Revision not found');
  return json({ documents: ids.flatMap((id) => store.stateAt(id, raw.get(id), seq) ?? []) });
}

/** What happened to a document as a person would tell it: created, published, unpublished, deleted. */
function events(request: LakeRequest): Reply {
  const { store, search } = readerOf(request);
  const id = request.path.id ?? '';
  const limit = limitOf(search, 100);
  const cursor = search.get('nextCursor');
  const entries = store.entries(groupOf(id), {
    from: null,
    to: cursor ? Number(cursor) - 1 : null,
    isNewestFirst: true,
    transactions: limit,
  });
  const groups = byTransaction(entries);
  const oldest = groups.length === limit ? String(entries.at(-1)?.seq ?? '') : '';
  return json({ events: { [id]: groups.flatMap((group) => documentEvents(id, group)) }, nextCursor: oldest });
}

function readerOf({ lake, path, caller, url }: LakeRequest) {
  requirePermission(caller, 'read');
  const dataset = lake.dataset(path.dataset);
  return { store: new HistoryStore(lake.database, dataset.name), search: url.searchParams };
}

function byTransaction(entries: HistoryEntry[]): HistoryEntry[][] {
  return [...Map.groupBy(entries, (entry) => entry.seq).values()];
}

function seqOf(
  store: HistoryStore,
  search: URLSearchParams,
  idName: string,
  timeName: string,
): number | null {
  const id = search.get(idName);
  if (id) return store.seqOf(id);
  const time = search.get(timeName);
  return time ? store.seqAt(time) : null;
}

function idsOf(text: string | undefined): string[] {
  const ids = (text ?? '').split(',').filter((id) => id !== '');
  if (ids.length > 100) throw httpError(400, 'At most 100 documents at once');
  return ids;
}

function limitOf(search: URLSearchParams, most: number): number {
  const limit = Number(search.get('limit') ?? most);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, 1000) : most;
}
