import type { Event, WithContext } from 'schema-dts';
import type { NewsEvent } from '#lib/content/event.ts';
import { eventDays } from './event-days.ts';

type Surroundings = { url: string; language: string; timeZone: string };

const states = {
  scheduled: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
} as const;

/** An event as search engines want it: whole days as dates, anything else as instants. */
export function eventJsonLd(event: NewsEvent, { url, language, timeZone }: Surroundings): WithContext<Event> {
  const { first, last } = eventDays(event, timeZone);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': url,
    url,
    name: event.title,
    inLanguage: language,
    ...(event.description ? { description: event.description } : {}),
    startDate: event.allDay ? first.toString() : event.start,
    ...(event.end ? { endDate: event.allDay ? last.toString() : event.end } : {}),
    eventStatus: states[event.state],
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...(event.place
      ? { location: { '@type': 'Place', name: event.place.title, address: event.place.title } }
      : {}),
    ...(event.moreUrl ? { sameAs: event.moreUrl } : {}),
  };
}
