import { requirePermission } from '../auth/caller.ts';
import { httpError } from '../http/lake-error.ts';
import { bytes, json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { documentEvents, groupOf } from './document-events.ts';
import { type HistoryEntry, HistoryStore } from './history-store.ts';
import { releaseEvents } from './release-events.ts';

export const historyRoutes: Route[] = [
  route('GET', 'data/history/:dataset/transactions', transactions),
  route('GET', 'data/history/:dataset/transactions/:ids', transactions),
  route('GET', 'data/history/:dataset/documents/:ids', documents),
  route('GET', 'data/history/:dataset/events/documents/:id', events),
  route('GET', 'data/history/:dataset/events/releases/:id', releaseEventsOf),
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
    authors: listIn(search, 'authors'),
    excludedAuthors: listIn(search, 'excludeAuthors'),
    transactions: limitOf(search, 50),
  });
  const isOnlyNamed = ids.length > 0 && search.get('includeIdentifiedDocumentsOnly') === 'true';
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
  if (['revision', 'time', 'lastRevision'].filter((name) => search.has(name)).length > 1) {
    throw httpError(400, 'Only one of "revision", "time" and "lastRevision" can be given');
  }
  if (search.get('lastRevision') === 'true') {
    return json({ documents: ids.flatMap((id) => store.lastState(id, raw.get(id)) ?? []) });
  }
  const revision = search.get('revision');
  const time = search.get('time') ?? request.now.toISOString();
  if (Number.isNaN(Date.parse(time))) throw httpError(400, '"time" must be a date and time');
  const seq = revision === null ? store.seqAt(new Date(time).toISOString()) : store.seqOf(revision);
  if (seq === null) throw httpError(404, 'Revision not found');
  return json({ documents: ids.flatMap((id) => store.stateAt(id, raw.get(id), seq) ?? []) });
}

/** What happened to a document as a person would tell it: created, published, unpublished, deleted. */
function events(request: LakeRequest): Reply {
  const { store, search } = readerOf(request);
  const id = request.path.id ?? '';
  const { groups, nextCursor } = pageOf(store, groupOf(id), search);
  return json({ events: { [id]: groups.flatMap((group) => documentEvents(id, group)) }, nextCursor });
}

/** The same of a release: created, changed, scheduled, published, and what came into it or left. */
function releaseEventsOf(request: LakeRequest): Reply {
  const { store, search } = readerOf(request);
  const id = request.path.id ?? '';
  const releaseDocument = `_.releases.${id}`;
  const members = store.documentIdsWithPrefix(`versions.${id}.`);
  const { groups, nextCursor } = pageOf(store, [releaseDocument, ...members], search);
  return json({ events: groups.flatMap((group) => releaseEvents(id, group)), nextCursor });
}

function pageOf(store: HistoryStore, ids: readonly string[], search: URLSearchParams) {
  const limit = limitOf(search, 100);
  const cursor = search.get('nextCursor');
  const entries = store.entries(ids, {
    from: null,
    to: cursor ? Number(cursor) - 1 : null,
    isNewestFirst: true,
    transactions: limit,
  });
  const groups = byTransaction(entries);
  return { groups, nextCursor: groups.length === limit ? String(entries.at(-1)?.seq ?? '') : '' };
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
  if (!time) return null;
  if (Number.isNaN(Date.parse(time))) throw httpError(400, `"${timeName}" must be a date and time`);
  return store.seqAt(new Date(time).toISOString());
}

function listIn(search: URLSearchParams, name: string): string[] {
  return (search.get(name) ?? '').split(',').filter((item) => item !== '');
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
