import { expect, test } from 'vitest';
import { clockTime, dayAndMonth, longDate, shortDate } from './dates.ts';

const zone = 'America/Cancun';
// Half past one in the morning in Greenwich is still the evening before in Cancún, which keeps no summer time.
const lateEvening = '2026-01-16T01:30:00Z';

test('a date is the date in the newsroom, not in Greenwich', () => {
  expect(longDate(lateEvening, 'en', zone)).toBe('Thursday, January 15, 2026');
  expect(longDate(lateEvening, 'es', zone)).toBe('jueves, 15 de enero de 2026');
  expect(shortDate(lateEvening, 'en', zone)).toBe('January 15, 2026');
  expect(shortDate(lateEvening, 'es', zone)).toBe('15 de enero de 2026');
  expect(dayAndMonth(lateEvening, 'en', zone)).toBe('Jan 15');
  expect(dayAndMonth(lateEvening, 'es', zone)).toBe('15 ene');
});

test('the clock names its zone and is the same in summer and winter', () => {
  expect(clockTime(lateEvening, 'en', zone).replace(/\s/g, ' ')).toBe('8:30 PM EST');
  expect(clockTime('2026-07-16T01:30:00Z', 'es', zone)).toContain('8:30');
});
