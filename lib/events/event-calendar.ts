import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { NewsEvent } from '#lib/content/event.ts';
import { eventDays } from './event-days.ts';

export type CalendarOf = {
  /** The paper's name, or the event's. */
  name: string;
  timeZone: string;
  language: string;
  host: string;
  urlOf: (event: NewsEvent) => string;
};

const states = {
  scheduled: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/**
 * Events as iCalendar (RFC 5545). The UID is the document's, so an event that is taken in again replaces itself. Days
 * are dates without a zone and end before their last one's next; anything else is an instant in UTC.
 */
export function eventCalendar(events: readonly NewsEvent[], calendar: CalendarOf): string {
  const made = ical({
    name: calendar.name,
    prodId: { company: calendar.host, product: 'events', language: calendar.language.toUpperCase() },
    ttl: 3 * 3600,
  });
  for (const event of events) add(made, event, calendar);
  return made.toString();
}

function add(made: ICalCalendar, event: NewsEvent, { host, timeZone, urlOf }: CalendarOf): void {
  const changedAt = new Date(event.changedAt);
  made.createEvent({
    id: `${event.id}@${host}`,
    ...timesOf(event, timeZone),
    allDay: event.allDay,
    stamp: changedAt,
    lastModified: changedAt,
    summary: event.title,
    description: event.description,
    location: event.place?.title ?? null,
    url: urlOf(event),
    status: states[event.state],
  });
}

/** The library writes an all-day event's date as UTC has it. */
function timesOf(event: NewsEvent, timeZone: string): { start: Date; end?: Date } {
  if (!event.allDay) {
    return { start: new Date(event.start), ...(event.end && { end: new Date(event.end) }) };
  }
  const { first, last } = eventDays(event, timeZone);
  return { start: new Date(`${first}T00:00:00Z`), end: new Date(`${last.add({ days: 1 })}T00:00:00Z`) };
}
