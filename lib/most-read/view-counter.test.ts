import { expect, test, vi } from 'vitest';
import { log } from '#lib/log.ts';
import { type ViewCount, viewCounter } from './view-counter.ts';

const reef = { language: 'en', slug: 'reef' } as const;

test('views of an hour are one number, and are written once', async () => {
  const written: ViewCount[][] = [];
  let now = new Date('2026-01-15T10:59:59Z');
  const counter = viewCounter(
    async (counts) => void written.push(counts),
    () => now,
  );
  counter.count(reef);
  counter.count(reef);
  now = new Date('2026-01-15T11:00:00Z');
  counter.count(reef);
  await counter.flush();
  await counter.flush();
  expect(written).toEqual([
    [
      { ...reef, hour: new Date('2026-01-15T10:00:00Z'), count: 2 },
      { ...reef, hour: new Date('2026-01-15T11:00:00Z'), count: 1 },
    ],
  ]);
});

test('what a database did not take is added to what comes after, and it is said', async () => {
  const warned = vi.spyOn(log, 'warn').mockReturnValue(undefined);
  let isDown = true;
  const written: number[] = [];
  const counter = viewCounter(
    async (counts) => {
      if (isDown) throw new Error('down');
      written.push(...counts.map(({ count }) => count));
    },
    () => new Date('2026-01-15T10:00:00Z'),
  );
  counter.count(reef);
  await counter.flush();
  expect(warned).toHaveBeenCalledWith(expect.objectContaining({ event: 'most-read.not-written' }));
  counter.count(reef);
  isDown = false;
  await counter.flush();
  expect(written).toEqual([2]);
  warned.mockRestore();
});

test('a database that stays away does not fill the memory', async () => {
  const written: ViewCount[] = [];
  const counter = viewCounter(
    async (counts) => void written.push(...counts),
    () => new Date(0),
  );
  for (let index = 0; index < 30_000; index += 1) counter.count({ language: 'en', slug: `a${index}` });
  await counter.flush();
  expect(written.length).toBe(20_000);
});
