import { Temporal } from 'temporal-polyfill';

/** When a day of the newsroom's zone begins, or one some days after it. */
export function dayStart(day: string, daysLater: number, timeZone: string): Date {
  const start = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}
