import { expect, test } from 'vitest';
import { archiveMonth, archiveYear, monthBounds, yearOf } from './archive-month.ts';

test('a month begins and ends by the newsroom’s clock, also where the clocks change in between', () => {
  expect(monthBounds({ year: 2026, month: 1 }, 'America/Cancun')).toEqual({
    from: '2026-01-01T05:00:00.000Z',
    to: '2026-02-01T05:00:00.000Z',
  });
  expect(monthBounds({ year: 2026, month: 12 }, 'America/New_York').to).toBe('2027-01-01T05:00:00.000Z');
  expect(monthBounds({ year: 2026, month: 3 }, 'America/New_York')).toEqual({
    from: '2026-03-01T05:00:00.000Z',
    to: '2026-04-01T04:00:00.000Z',
  });
  expect(yearOf('2026-01-01T03:00:00Z', 'America/Cancun')).toBe(2025);
});

test('an address that names no month of ours is none', () => {
  expect(archiveMonth('2026', '01')).toEqual({ year: 2026, month: 1 });
  for (const month of ['1', '13', '00', '', '1e1', '01x', '-1'])
    expect(archiveMonth('2026', month)).toBeNull();
  for (const year of ['26', '1899', '2100', '02026', '2026x', '2e3'])
    expect(archiveYear(year), year).toBeNull();
});
