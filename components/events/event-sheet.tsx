import type { NewsEvent } from '#lib/content/event.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { eventsCalendarPath, eventsPath, placePath } from '#lib/site-urls.ts';
import { EventState } from './event-state.tsx';
import { EventTime } from './event-time.tsx';

type Props = { event: NewsEvent; isOver: boolean; language: Language; timeZone: string };

const link = 'text-link inline-flex min-h-11 items-center';

/** One event: what, when, where, and the way into a calendar. */
export function EventSheet({ event, isOver, language, timeZone }: Props) {
  const { events: words } = textsFor(language);
  return (
    <article className="page-width page-grid">
      <div className="text-column pt-8 md:pt-12">
        <h1 className="font-display text-headline tracking-[-0.018em]">{event.title}</h1>
        <EventState event={event} language={language} />
        {isOver && <p className="furniture mt-2 font-semibold">{words.over}</p>}
        <dl className="furniture mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-rule border-y py-4">
          <dt className="text-ink-2">{words.when}</dt>
          <dd>
            <EventTime event={event} language={language} timeZone={timeZone} />
          </dd>
          {event.place && (
            <>
              <dt className="text-ink-2">{words.where}</dt>
              <dd>
                <a href={placePath(language, event.place.slug)} className="text-link">
                  {event.place.title}
                </a>
              </dd>
            </>
          )}
        </dl>
        {event.description && <p className="mt-6 whitespace-pre-line">{event.description}</p>}
        <p className="furniture mt-6 flex flex-wrap gap-x-6">
          {!isOver && event.state !== 'cancelled' && (
            <a href={eventsCalendarPath(language, event.slug)} className={link}>
              {words.addOne}
            </a>
          )}
          {event.moreUrl && (
            <a href={event.moreUrl} rel="noopener noreferrer external" className={link}>
              {words.more(new URL(event.moreUrl).hostname.replace(/^www\./, ''))}
            </a>
          )}
          <a href={eventsPath(language)} className={link}>
            {words.all}
          </a>
        </p>
      </div>
    </article>
  );
}
