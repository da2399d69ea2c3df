import { expect, test } from 'vitest';
import type { UpdateMark } from '#lib/content/live.ts';
import { arrangeUpdates, pageOfUpdate, publishedUpdates, updatesPerPage } from './arrange-updates.ts';
import { liveSignal } from './live-signal.ts';

/** The newest first, as the lake gives them. */
function marks(count: number, given: Record<number, Partial<UpdateMark>> = {}): UpdateMark[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `u${count - index}`, revision: 'r', headline: `Update ${count - index}` },
    publishedAt: new Date(Date.UTC(2026, 0, 1, 0, count - index)).toISOString(),
    ...{ keyMoment: false, pinned: false },
    ...given[count - index],
  }));
}

const ids = (updates: UpdateMark[] | undefined) => updates?.map(({ id }) => id);

test('an update with a time to come is not there before it, and it is known when it comes', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const before = publishedUpdates(marks(3), at(2));
  expect(ids(before.published)).toEqual(['u2', 'u1']);
  expect(before.nextAt).toEqual(at(3));
  const after = publishedUpdates(marks(3), at(3));
  expect(ids(after.published)).toEqual(['u3', 'u2', 'u1']);
  expect(after.nextAt).toBeNull();
});

test('updates come in the order that the editor chose, what is pinned on top of the first page only', () => {
  const published = marks(4, { 2: { pinned: true } });
  expect(ids(arrangeUpdates('newest', published, 1)?.updates)).toEqual(['u4', 'u3', 'u1']);
  expect(ids(arrangeUpdates('oldest', published, 1)?.updates)).toEqual(['u1', 'u3', 'u4']);
  expect(ids(arrangeUpdates('oldest', published, 1)?.pinned)).toEqual(['u2']);
  const many = marks(updatesPerPage + 2, { 2: { pinned: true } });
  expect(ids(arrangeUpdates('newest', many, 2)?.pinned)).toEqual([]);
  expect(ids(arrangeUpdates('newest', many, 2)?.updates)).toEqual(['u1']);
});

test('key moments of every page are named on each, in the order of the coverage', () => {
  const published = marks(updatesPerPage + 5, { 1: { keyMoment: true }, 30: { keyMoment: true } });
  expect(ids(arrangeUpdates('newest', published, 2)?.keyMoments)).toEqual(['u30', 'u1']);
  expect(ids(arrangeUpdates('oldest', published, 1)?.keyMoments)).toEqual(['u1', 'u30']);
});

test('a coverage has as many pages as its updates fill, one when it has none, and no others', () => {
  expect(arrangeUpdates('newest', [], 1)).toMatchObject({ updates: [], pages: 1 });
  expect(arrangeUpdates('newest', marks(updatesPerPage), 1)?.pages).toBe(1);
  expect(arrangeUpdates('newest', marks(updatesPerPage), 2)).toBeNull();
  for (const page of [0, -1, 1.5, Number.NaN])
    expect(arrangeUpdates('newest', marks(updatesPerPage + 1), page)).toBeNull();
});

test('an update is found on the page where it stands by now', () => {
  const published = marks(updatesPerPage * 2 + 1, { 3: { pinned: true } });
  expect(pageOfUpdate('newest', published, 'u1')).toBe(2);
  expect(pageOfUpdate('oldest', published, 'u1')).toBe(1);
  expect(pageOfUpdate('newest', published, 'u3')).toBe(1);
  expect(pageOfUpdate('newest', published, 'another')).toBeNull();
});

test('what open pages are told stays small however long the coverage, and says whether it is whole', () => {
  const coverage = { state: 'live' } as const;
  expect(liveSignal(coverage, marks(2))).toEqual({
    ...{ state: 'live', isWhole: true },
    updates: [
      { id: 'u2', revision: 'r' },
      { id: 'u1', revision: 'r' },
    ],
  });
  const long = JSON.stringify(liveSignal(coverage, marks(2000)));
  expect(long).toContain('"isWhole":false');
  expect(long.length).toBeLessThan(5000);
});
