import type { NewsEvent } from '#lib/content/event.ts';
import { eventDays } from '#lib/events/event-days.ts';
import { clockTime, longDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { event: NewsEvent; language: Language; timeZone: string };

/** From when to when, no more exactly than the editor said. */
export function EventTime({ event, language, timeZone }: Props) {
  const { until } = textsFor(language).events;
  const { first, last } = eventDays(event, timeZone);
  const isOneDay = first.equals(last);
  const day = (instant: string) => longDate(instant, language, timeZone);
  const hour = (instant: string) => clockTime(instant, language, timeZone);
  const whole = (instant: string) => (event.allDay ? day(instant) : `${day(instant)}, ${hour(instant)}`);
  const end = event.end && !(event.allDay && isOneDay) ? event.end : null;
  return (
    <>
      <time dateTime={event.allDay ? first.toString() : event.start}>{whole(event.start)}</time>
      {end && (
        <>
          {' '}
          {until}{' '}
          <time dateTime={event.allDay ? last.toString() : end}>{isOneDay ? hour(end) : whole(end)}</time>
        </>
      )}
    </>
  );
}
