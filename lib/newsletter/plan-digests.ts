import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import type { Database, Transaction } from '#lib/db/database.ts';
import { digestKey } from './edition-keys.ts';
import type { Edition } from './edition-store.ts';
import { dayOf, lastOccurrence, nextOccurrence } from './next-occurrence.ts';
import {
  addEdition,
  findComingDigests,
  findKnownKeys,
  findNewestDigest,
  forgetPlanned,
  lockPlan,
  moveDigest,
} from './plan-store.ts';

/** So many days in a row may be sent early, or cancelled beforehand. */
const mostTaken = 30;

/** Each List's next digest stands in the table, where editors see it; it follows what they change of the List. */
export async function planDigests(db: Database, lists: ScheduledList[], now: Date): Promise<void> {
  const digests = lists.filter((list) => list.cadence !== 'instant');
  await db.transaction(async (tx) => {
    await lockPlan(tx);
    const coming = await findComingDigests(tx, now);
    const of = (list: ScheduledList) => coming.filter((edition) => edition.listId === list.id);
    for (const list of digests) await planNext(tx, list, of(list), now);
    const listIds = new Set(digests.map((list) => list.id));
    await forgetPlanned(
      tx,
      coming.filter((edition) => !listIds.has(edition.listId)).map((edition) => edition.id),
    );
  });
}

async function planNext(
  tx: Transaction,
  list: ScheduledList,
  [coming, ...others]: Edition[],
  now: Date,
): Promise<void> {
  if (coming && others.length === 0 && isAt(coming, placeOf(list, nextOccurrence(list, now)))) return;
  const places = nextPlaces(list, now);
  const taken = await findKnownKeys(
    tx,
    places.map((place) => place.key),
  );
  // One that is held stays where it is, so its day is taken for another.
  const forgotten = new Set(others.filter(({ state }) => state === 'planned').map(({ key }) => key));
  const next = places.find(({ key }) => key === coming?.key || forgotten.has(key) || !taken.has(key));
  if (!next) return;
  await forgetPlanned(
    tx,
    others.map((edition) => edition.id),
  );
  if (coming) {
    if (!isAt(coming, next)) await moveDigest(tx, coming.id, next);
    return;
  }
  const missed = await lastIfNobodyPlanned(tx, list, now);
  if (missed) await addEdition(tx, { ...missed, kind: 'digest', listId: list.id }, now);
  await addEdition(tx, { ...next, kind: 'digest', listId: list.id }, now);
}

type Place = Pick<Edition, 'key' | 'dueAt' | 'language'>;

/** A day that has had its digest has no other. */
function nextPlaces(list: ScheduledList, now: Date): Place[] {
  const places: Place[] = [];
  for (let at = now; places.length < mostTaken; ) {
    at = nextOccurrence(list, at);
    places.push(placeOf(list, at));
  }
  return places;
}

function placeOf(list: ScheduledList, dueAt: Date): Place {
  return { key: digestKey(list.id, dayOf(list, dueAt)), dueAt, language: list.language };
}

function isAt(edition: Edition, { key, dueAt, language }: Place): boolean {
  return edition.key === key && edition.dueAt.getTime() === dueAt.getTime() && edition.language === language;
}

/** What was due while nobody planned, of a List that was there before. */
async function lastIfNobodyPlanned(tx: Transaction, list: ScheduledList, now: Date): Promise<Place | null> {
  const newest = await findNewestDigest(tx, list.id);
  const last = lastOccurrence(list, now);
  return newest && newest.dueAt < last ? placeOf(list, last) : null;
}
