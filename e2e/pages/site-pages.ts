import { borderArticle } from './article-page.ts';
import { closedArticles } from './wall.ts';

type InLanguages = { en: string; es: string; status?: number };

/** Every type of page that anybody may open, in both languages. */
export const sitePages: Record<string, InLanguages> = {
  front: { en: '/', es: '/es' },
  article: { en: borderArticle, es: '/es/articles/ee-uu-exige-a-mexico-resultados-en-seguridad-fronteriza' },
  'closed article': { en: closedArticles.trust, es: '/es/articles/aguinaldo-antes-del-20-de-diciembre' },
  section: { en: '/sections/environment', es: '/es/sections/environment' },
  topic: { en: '/topics/sargassum', es: '/es/topics/sargassum' },
  place: { en: '/places/tulum', es: '/es/places/tulum' },
  person: { en: '/people/environment-desk', es: '/es/people/environment-desk' },
  archive: { en: '/archive', es: '/es/archive' },
  'archive of a month': { en: '/archive/2026/01', es: '/es/archive/2026/01' },
  'most read': { en: '/most-read', es: '/es/most-read' },
  search: { en: '/search?q=sargassum', es: '/es/search?q=sargazo' },
  'standing page': { en: '/pages/about', es: '/es/pages/about' },
  'accessibility statement': { en: '/pages/accessibility', es: '/es/pages/accessibility' },
  events: { en: '/events', es: '/es/events' },
  event: { en: '/events/hanal-pixan-2027', es: '/es/events/hanal-pixan-2027' },
  subscribe: { en: '/subscribe', es: '/es/subscribe' },
  'sign-in': { en: '/sign-in', es: '/es/sign-in' },
  'lite article': { en: `${borderArticle}/lite`, es: '/es/articles/de-donde-viene-el-sargazo/lite' },
  'lite front': { en: '/lite', es: '/es/lite' },
  'not found': { en: '/articles/nothing', es: '/es/articles/nothing', status: 404 },
  withdrawn: { en: '/articles/ferry-timetable-winter', es: '/es/articles/nothing-either', status: 410 },
};
