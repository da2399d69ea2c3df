import type { NewsEvent } from '#lib/content/event.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { eventsCalendarPath, eventsPath, frontPath } from '#lib/site-urls.ts';
import { EventState } from './event-state.tsx';
import { EventTime } from './event-time.tsx';

type Props = { events: NewsEvent[]; language: Language; timeZone: string };

/** What is to come, the next first. */
export function EventList({ events, language, timeZone }: Props) {
  const { events: words, site } = textsFor(language);
  return (
    <div className="page-width page-grid">
      <header className="text-column pt-8 pb-6 md:pt-12 md:pb-8">
        <h1 className="font-display text-lead tracking-[-0.014em]">{words.title}</h1>
        <p className="mt-2 text-ink-2 text-standfirst">{words.description}</p>
        {events.length > 0 && (
          <p className="furniture mt-4">
            <a href={eventsCalendarPath(language)} className="text-link inline-flex min-h-11 items-center">
              {words.subscribe}
            </a>
          </p>
        )}
      </header>
      <div className="text-column">
        {events.length === 0 && (
          <div className="border-rule border-t py-6">
            <p>{words.empty}</p>
            <p className="mt-2">
              {words.emptyHelp}{' '}
              <a href={frontPath(language)} className="text-link">
                {site.home}
              </a>
            </p>
          </div>
        )}
        <ol>
          {events.map((event) => (
            <li key={event.id} className="relative border-rule border-t py-5 md:py-6">
              <p className="furniture text-ink-2">
                <EventTime event={event} language={language} timeZone={timeZone} />
                {event.place && `, ${event.place.title}`}
              </p>
              <h2 className="mt-1 font-display text-second">
                <a href={eventsPath(language, event.slug)} className="quiet-link cover-link">
                  {event.title}
                </a>
              </h2>
              <EventState event={event} language={language} />
              {event.description && <p className="mt-2 text-ink-2">{event.description}</p>}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
