import { expect, test } from 'vitest';
import { dayOf, lastOccurrence, nextOccurrence, type Schedule } from './next-occurrence.ts';

const daily = (timeZone: string, hour: number): Schedule => ({
  cadence: 'daily',
  hour,
  weekday: null,
  timeZone,
});
const sunday = (timeZone: string, hour: number): Schedule => ({
  cadence: 'weekly',
  hour,
  weekday: 0,
  timeZone,
});
const next = (schedule: Schedule, after: string) => nextOccurrence(schedule, new Date(after)).toISOString();

test.each([
  ['later the same day', daily('America/Cancun', 7), '2026-01-15T11:59:59.999Z', '2026-01-15T12:00:00.000Z'],
  [
    'not again at the very instant',
    daily('America/Cancun', 7),
    '2026-01-15T12:00:00Z',
    '2026-01-16T12:00:00.000Z',
  ],
  [
    'by the day of the zone, not of UTC',
    daily('America/Cancun', 23),
    '2026-01-16T03:00:00Z',
    '2026-01-16T04:00:00.000Z',
  ],
  [
    'on the weekday of the zone',
    sunday('America/Cancun', 20),
    '2026-01-18T23:00:00Z',
    '2026-01-19T01:00:00.000Z',
  ],
  ['a week later', sunday('America/Cancun', 20), '2026-01-19T01:00:00Z', '2026-01-26T01:00:00.000Z'],
  ['in winter', daily('Europe/Madrid', 7), '2026-03-28T00:00:00Z', '2026-03-28T06:00:00.000Z'],
  [
    'an hour earlier in summer',
    daily('Europe/Madrid', 7),
    '2026-03-28T12:00:00Z',
    '2026-03-29T05:00:00.000Z',
  ],
  [
    'right after a gap that holds its hour',
    daily('Europe/Madrid', 2),
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'at its usual hour after the gap',
    daily('Europe/Madrid', 2),
    '2026-03-29T01:00:00Z',
    '2026-03-30T00:00:00.000Z',
  ],
  [
    'the first of two same hours',
    daily('Europe/Madrid', 2),
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:00:00.000Z',
  ],
  [
    'not at the second of two same hours',
    daily('Europe/Madrid', 2),
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:00:00.000Z',
  ],
  [
    'at a midnight that there is not',
    daily('America/Havana', 0),
    '2026-03-07T12:00:00Z',
    '2026-03-08T05:00:00.000Z',
  ],
  ['in a zone of half hours', daily('Asia/Kolkata', 0), '2026-01-15T18:29:00Z', '2026-01-15T18:30:00.000Z'],
  [
    'after a day that there was not',
    daily('Pacific/Apia', 7),
    '2011-12-29T18:00:00Z',
    '2011-12-30T17:00:00.000Z',
  ],
])('a digest goes out %s', (_, schedule, after, expected) => {
  expect(next(schedule, after)).toBe(expected);
});

test('a year of hours gives each day one digest, whatever the clocks do', () => {
  for (const [timeZone, hour] of [
    ['Europe/Madrid', 2],
    ['America/Havana', 0],
    ['Australia/Lord_Howe', 2],
  ] as const) {
    const schedule = daily(timeZone, hour);
    const days: string[] = [];
    for (let at = new Date('2026-01-01T12:00:00Z'); at < new Date('2027-01-01T12:00:00Z'); ) {
      at = nextOccurrence(schedule, at);
      days.push(dayOf(schedule, at));
      expect(lastOccurrence(schedule, at)).toEqual(at);
      expect(lastOccurrence(schedule, new Date(at.getTime() + 1))).toEqual(at);
    }
    expect(new Set(days).size).toBe(days.length);
    // From 2 January to the same day a year later.
    expect(days.length).toBe(366);
  }
});
