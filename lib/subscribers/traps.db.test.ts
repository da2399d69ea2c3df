import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/test-database.ts';
import { stampForm } from './form-stamp.ts';
import { passTraps } from './traps.ts';

const { db } = await testDatabase();
const desk = { db, secret: 'a secret of at least 24 characters', limitsFactor: 1 };
const now = new Date('2026-01-15T17:00:00Z');
const ago = (ms: number) => stampForm(desk.secret, new Date(now.getTime() - ms));
const free = { kind: 'free' };
const again = { kind: 'again' };

async function kindsOf(tries: number, tried: Parameters<typeof passTraps>[1]): Promise<Map<string, number>> {
  const kinds = new Map<string, number>();
  for (let count = 0; count < tries; count += 1) {
    const { kind } = await passTraps(desk, tried, now);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

test('who fills the hidden field is asked again and never told that it worked; a program soon gets nothing', async () => {
  const kinds = await kindsOf(110, { website: 'https://spam.example', opened: '', network: 'robots' });
  expect(Object.fromEntries(kinds)).toEqual({ again: 100, limited: 10 });
});

test('a form of a kept page, which says nothing of its age, passes', async () => {
  expect(await passTraps(desk, { website: '', opened: '', network: 'home' }, now)).toEqual(free);
});

test('a form that took its time passes however many there are', async () => {
  const kinds = await kindsOf(60, { website: '', opened: ago(5000), network: 'office' });
  expect(Object.fromEntries(kinds)).toEqual({ free: 60 });
});

test('hasty forms pass thirty times an hour, then one more press is asked for', async () => {
  const kinds = await kindsOf(40, { website: '', opened: ago(300), network: 'hasty' });
  expect(Object.fromEntries(kinds)).toEqual({ free: 30, again: 10 });
  // The form that asks has no stamp, so the next press passes at once.
  expect(await passTraps(desk, { website: '', opened: '', network: 'hasty' }, now)).toEqual(free);
  expect(await passTraps(desk, { website: 'x', opened: '', network: 'hasty' }, now)).toEqual(again);
});
