import type { Metadata } from 'next';
import { EventList } from '#components/events/event-list.tsx';
import { EventSheet } from '#components/events/event-sheet.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { otherLanguage } from '#components/site/language-link.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { config } from '#lib/config.ts';
import { cachedEvent, cachedEvents, cachedSettings } from '#lib/content/content-cache.ts';
import { eventIsOver, eventOverAt } from '#lib/events/event-days.ts';
import { eventJsonLd } from '#lib/events/event-json-ld.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import { absoluteUrl, eventsPath } from '#lib/site-urls.ts';
import { describePage, missingMetadata } from './describe-page.ts';
import { MissingPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';

type OfAll = { lang: string };
type OfOne = { lang: string; slug: string };

export async function eventsMetadata({ lang }: OfAll): Promise<Metadata> {
  const language = routeLanguage(lang);
  const other = otherLanguage(language);
  const { title, description } = textsFor(language).events;
  const alternates = [{ language: other, path: eventsPath(other) }];
  return describePage({ title, description, language, path: eventsPath(language), alternates });
}

export async function EventsPage({ lang }: OfAll) {
  const language = routeLanguage(lang);
  const [settings, events] = await Promise.all([cachedSettings(language), cachedEvents(language)]);
  const now = new Date();
  const { timeZone } = settings;
  const toCome = events.filter((event) => !eventIsOver(event, timeZone, now));
  for (const event of toCome) markEnd(eventOverAt(event, timeZone));
  return (
    <SiteFrame settings={settings} language={language} translation={eventsPath(otherLanguage(language))}>
      <EventList events={toCome} language={language} timeZone={timeZone} />
    </SiteFrame>
  );
}

export async function eventMetadata({ lang, slug }: OfOne): Promise<Metadata> {
  const language = routeLanguage(lang);
  const event = await cachedEvent(language, slug);
  if (!event) return missingMetadata(language);
  const other = otherLanguage(language);
  const { title, description } = event;
  const alternates = [{ language: other, path: eventsPath(other, slug) }];
  return describePage({ title, description, language, path: eventsPath(language, slug), alternates });
}

export async function EventPage({ lang, slug }: OfOne) {
  const language = routeLanguage(lang);
  const event = await cachedEvent(language, slug);
  const path = eventsPath(language, slug);
  if (!event) return <MissingPage language={language} path={path} />;
  const settings = await cachedSettings(language);
  const { timeZone } = settings;
  const url = absoluteUrl(config().SITE_URL, path);
  const isOver = eventIsOver(event, timeZone, new Date());
  if (!isOver) markEnd(eventOverAt(event, timeZone));
  return (
    <SiteFrame
      settings={settings}
      language={language}
      translation={eventsPath(otherLanguage(language), slug)}
    >
      <JsonLd data={eventJsonLd(event, { url, language, timeZone })} />
      <EventSheet event={event} isOver={isOver} language={language} timeZone={timeZone} />
    </SiteFrame>
  );
}
