import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { isSubjectKind, type SubjectKind } from '#lib/content/subject.ts';
import { inLanguage } from '#lib/site-urls.ts';
import { ArticlePage, articlePageMetadata, type WhoReads } from './article-page.tsx';
import { missingMetadata } from './describe-page.ts';
import { EventPage, EventsPage, eventMetadata, eventsMetadata } from './event-pages.tsx';
import { FrontPage, frontPageMetadata } from './front-page.tsx';
import { LivePage, liveMetadata } from './live-page.tsx';
import { MissingPage } from './missing-page.tsx';
import { routeLanguage } from './route-language.ts';
import { StandingPage, standingPageMetadata } from './standing-page.tsx';
import { SubjectPage, type SubjectRoute, subjectMetadata } from './subject-page.tsx';

/** A page as a function, not an element: whoever asks for it meets what goes wrong in making it. */
type PageAt = { metadata: () => Promise<Metadata>; page: () => Promise<ReactElement> };

/** The page at an address of those that can show drafts, given in its parts. */
export function pageAt(lang: string, path: string[], whoReads: WhoReads): PageAt {
  const [kind, slug, ...rest] = path;
  if (kind === undefined) {
    return { metadata: () => frontPageMetadata({ lang }), page: () => FrontPage({ lang }) };
  }
  if (kind === 'events' && slug === undefined) {
    return { metadata: () => eventsMetadata({ lang }), page: () => EventsPage({ lang }) };
  }
  if (slug !== undefined && rest.length === 0) {
    const route = { lang, slug };
    if (kind === 'articles') {
      const article = { ...route, whoReads };
      return {
        metadata: () => articlePageMetadata(article),
        page: () => ArticlePage(article),
      };
    }
    if (kind === 'pages') {
      return { metadata: () => standingPageMetadata(route), page: () => StandingPage(route) };
    }
    if (kind === 'events') {
      return { metadata: () => eventMetadata(route), page: () => EventPage(route) };
    }
    if (kind === 'live') {
      return { metadata: () => liveMetadata(route), page: () => LivePage(route) };
    }
    if (isSubjectKind(kind)) return subjectAt(kind, route);
  }
  const [word, n] = rest;
  if (isSubjectKind(kind) && slug !== undefined && word === 'page' && n !== undefined && rest.length === 2) {
    return subjectAt(kind, { lang, slug, n });
  }
  if (kind === 'live' && slug !== undefined && word === 'page' && n !== undefined && rest.length === 2) {
    const route = { lang, slug, n };
    return { metadata: () => liveMetadata(route), page: () => LivePage(route) };
  }
  const language = routeLanguage(lang);
  return {
    metadata: () => missingMetadata(language),
    page: async () => <MissingPage language={language} path={inLanguage(language, `/${path.join('/')}`)} />,
  };
}

function subjectAt(kind: SubjectKind, route: SubjectRoute): PageAt {
  return { metadata: () => subjectMetadata(kind, route), page: () => SubjectPage({ kind, ...route }) };
}
