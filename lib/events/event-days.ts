import { Temporal } from 'temporal-polyfill';
import type { NewsEvent } from '#lib/content/event.ts';

type Times = Pick<NewsEvent, 'start' | 'end' | 'allDay'>;
export type EventDays = { first: Temporal.PlainDate; last: Temporal.PlainDate };

function dayOf(instant: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The days of the newsroom's zone that an event takes, both included. */
export function eventDays({ start, end }: Times, timeZone: string): EventDays {
  return { first: dayOf(start, timeZone), last: dayOf(end ?? start, timeZone) };
}

/** When nobody need go any more: an event of whole days with its last one, one without an end a day after it began. */
export function eventOverAt(event: Times, timeZone: string): Date {
  const { last } = eventDays(event, timeZone);
  if (event.allDay) return new Date(last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
  return new Date(event.end ? Date.parse(event.end) : Date.parse(event.start) + 24 * 3_600_000);
}

export function eventIsOver(event: Times, timeZone: string, now: Date): boolean {
  return eventOverAt(event, timeZone) <= now;
}
