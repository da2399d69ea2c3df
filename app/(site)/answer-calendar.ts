import 'server-only';
import { config } from '#lib/config.ts';
import { cachedEvent, cachedEvents, cachedSettings } from '#lib/content/content-cache.ts';
import type { NewsEvent } from '#lib/content/event.ts';
import { LakeUnavailable } from '#lib/content/lake-client.ts';
import { eventCalendar } from '#lib/events/event-calendar.ts';
import { eventIsOver } from '#lib/events/event-days.ts';
import { isLanguage, type Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, eventsPath } from '#lib/site-urls.ts';

/** The events to come, or the one with this slug, for a calendar program. */
export async function answerCalendar(lang: string, slug?: string): Promise<Response> {
  if (!isLanguage(lang)) return plain(404, 'Not found');
  try {
    const { name, timeZone } = await cachedSettings(lang);
    const events = await eventsOf(lang, slug, timeZone);
    if (!events) return plain(404, 'Not found');
    const { SITE_URL } = config();
    const [only] = events;
    const text = eventCalendar(events, {
      name: slug && only ? only.title : `${name}: ${textsFor(lang).events.title}`,
      timeZone,
      language: lang,
      host: new URL(SITE_URL).hostname,
      urlOf: (event) => absoluteUrl(SITE_URL, eventsPath(lang, event.slug)),
    });
    return new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `${slug ? 'attachment' : 'inline'}; filename="${slug ?? 'events'}.ics"`,
        'cache-control': 'public, max-age=0, must-revalidate',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    if (error instanceof LakeUnavailable)
      return plain(503, 'Please try again in a moment.', { 'retry-after': '30' });
    throw error;
  }
}

async function eventsOf(
  language: Language,
  slug: string | undefined,
  timeZone: string,
): Promise<NewsEvent[] | null> {
  if (slug !== undefined) {
    const event = await cachedEvent(language, slug);
    return event && [event];
  }
  const now = new Date();
  return (await cachedEvents(language)).filter((event) => !eventIsOver(event, timeZone, now));
}

function plain(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return new Response(sentence, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
