import { Temporal } from 'temporal-polyfill';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';

export type Schedule = Pick<ScheduledList, 'cadence' | 'hour' | 'weekday' | 'timeZone'>;

/**
 * When a digest goes out next, after an instant. An hour that the clocks skip comes right after the gap, one that they
 * go through twice counts the first time.
 */
export function nextOccurrence(schedule: Schedule, after: Date): Date {
  const { hour, timeZone } = schedule;
  // Yesterday's hour can lie ahead where a zone leaves out a day.
  let day = localDay(after, timeZone).subtract({ days: 1 });
  for (let tried = 0; tried <= 9; tried += 1) {
    const at = day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
    if (at > after.getTime() && isDayOf(schedule, day)) return new Date(at);
    day = day.add({ days: 1 });
  }
  throw new Error(`A list never goes out: ${JSON.stringify(schedule)}`);
}

/** When it last went out or should have, that instant included. */
export function lastOccurrence(schedule: Schedule, until: Date): Date {
  let last = nextOccurrence(schedule, new Date(until.getTime() - 9 * dayMs));
  for (;;) {
    const next = nextOccurrence(schedule, last);
    if (next > until) return last;
    last = next;
  }
}

const dayMs = 86_400_000;
export const cadenceMs = { daily: dayMs, weekly: 7 * dayMs, instant: 0 } as const;

/** The day on which an instant falls in a List's own calendar: 2026-11-01. */
export function dayOf({ timeZone }: Schedule, at: Date): string {
  return localDay(at, timeZone).toString();
}

function localDay(at: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

function isDayOf({ cadence, weekday }: Schedule, day: Temporal.PlainDate): boolean {
  return cadence !== 'weekly' || day.dayOfWeek % 7 === weekday;
}
