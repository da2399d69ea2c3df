import { Temporal } from 'temporal-polyfill';

/** A month of the newsroom's calendar; `month` counts from 1. */
export type ArchiveMonth = { year: number; month: number };

/** null: the address names no month. Months have two digits, years four. */
export function archiveMonth(year: string, month: string): ArchiveMonth | null {
  const number = /^(?:0[1-9]|1[0-2])$/.test(month) ? Number(month) : null;
  const of = archiveYear(year);
  return number === null || of === null ? null : { year: of, month: number };
}

/** null: nothing can have been published in such a year. */
export function archiveYear(year: string): number | null {
  return /^(?:19|20)\d\d$/.test(year) ? Number(year) : null;
}

/** Where a month begins and where it has ended, by the newsroom's clock; written as the lake sorts instants. */
export function monthBounds({ year, month }: ArchiveMonth, timeZone: string): { from: string; to: string } {
  const first = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 1 });
  const startOf = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
  return { from: startOf(first), to: startOf(first.add({ months: 1 })) };
}

export function yearOf(instant: string, timeZone: string): number {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).year;
}

export function monthsOf(year: number): ArchiveMonth[] {
  return Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }));
}
