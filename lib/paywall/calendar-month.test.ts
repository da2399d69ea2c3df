import { expect, test } from 'vitest';
import { calendarMonth } from './calendar-month.ts';

const month = (now: string, timeZone: string) => {
  const { name, startsAt, endsAt } = calendarMonth(new Date(now), timeZone);
  return [name, startsAt.toISOString(), endsAt.toISOString()];
};

test.each([
  [
    '2026-12-01T04:59:59Z',
    'America/Cancun',
    '2026-11',
    '2026-11-01T05:00:00.000Z',
    '2026-12-01T05:00:00.000Z',
  ],
  [
    '2026-12-01T05:00:00Z',
    'America/Cancun',
    '2026-12',
    '2026-12-01T05:00:00.000Z',
    '2027-01-01T05:00:00.000Z',
  ],
  ['2026-03-31T20:00:00Z', 'Asia/Tokyo', '2026-04', '2026-03-31T15:00:00.000Z', '2026-04-30T15:00:00.000Z'],
  // The clocks change on the first of November and within March.
  [
    '2026-11-15T12:00:00Z',
    'America/New_York',
    '2026-11',
    '2026-11-01T04:00:00.000Z',
    '2026-12-01T05:00:00.000Z',
  ],
  [
    '2026-03-29T12:00:00Z',
    'Europe/Madrid',
    '2026-03',
    '2026-02-28T23:00:00.000Z',
    '2026-03-31T22:00:00.000Z',
  ],
  // There they change two hours into the month's first day.
  [
    '2023-10-15T00:00:00Z',
    'Australia/Sydney',
    '2023-10',
    '2023-09-30T14:00:00.000Z',
    '2023-10-31T13:00:00.000Z',
  ],
  ['2026-01-15T12:00:00Z', 'UTC', '2026-01', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
])('at %s in %s it is %s', (now, timeZone, ...expected) => {
  expect(month(now, timeZone)).toEqual(expected);
});
