import type { Language } from '#lib/i18n/language.ts';
import { type NewsEvent, newsEventSchema } from './event.ts';
import { inLanguage } from './groq-parts.ts';
import { getRows, parseRow, parseRows } from './lake-client.ts';

const eventFields = `
  "id": _id, "slug": slug.current, "title": ${inLanguage('title')}, "description": ${inLanguage('description')},
  start, end, "allDay": allDay == true, "state": coalesce(state, "scheduled"),
  "place": place->{ "id": _id, "slug": slug.current, "title": ${inLanguage('title')} },
  moreUrl, "changedAt": _updatedAt`;

/** A calendar's reader wants the years to come, not a century of them. */
const mostEvents = 500;

const eventsQuery = `
  *[_type == "event" && coalesce(end, start) >= $since] | order(start asc, _id asc)[0...${mostEvents}]{${eventFields}}`;

const eventQuery = `*[_type == "event" && slug.current == $slug][0...1]{${eventFields}}`;

/** Events that end at `since` or later, the next first. Whoever shows them leaves out what is over by its own clock. */
export async function getEvents(language: Language, since: Date): Promise<NewsEvent[]> {
  return parseRows(newsEventSchema, await getRows(eventsQuery, { language, since: since.toISOString() }));
}

export async function getEvent(language: Language, slug: string): Promise<NewsEvent | null> {
  const [row] = await getRows(eventQuery, { language, slug });
  return row ? parseRow(newsEventSchema, row) : null;
}
