import { expect, test } from 'vitest';
import { leaveAll, leaveList, undoLeaving } from './leave.ts';
import { start, testReaders } from './test-reader.ts';

const { db, reader, leavingsOf } = await testReaders();

test('who presses twice to leave one List is told again what was left, and can still take it back', async () => {
  const { id } = await reader();
  const holder = { subscriberId: id, editionId: null };
  const first = await leaveList(db, holder, 'daily', start);
  expect(await leaveList(db, holder, 'daily', start)).toEqual(first);
  expect(await leavingsOf(id)).toHaveLength(1);
  expect(await leaveList(db, holder, 'never chosen', start)).toEqual({ kind: 'nothing to leave' });
});

test('one List does not come back while all newsletters are left, and nothing says that it does', async () => {
  const { id } = await reader();
  const holder = { subscriberId: id, editionId: null };
  const one = await leaveList(db, holder, 'daily', start);
  if (one.kind !== 'left') throw new Error('There was nothing to leave');
  await leaveAll(db, holder, null, start);
  expect(await undoLeaving(db, id, one.id, start)).toEqual({ kind: 'too late' });
});
