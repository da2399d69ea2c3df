import type { SchemaTypeDefinition } from 'sanity';
import { article } from './article.ts';
import { byline } from './byline.ts';
import { correction } from './correction.ts';
import { correctionNote } from './correction-note.ts';
import { dateline } from './dateline.ts';
import { embed } from './embed.ts';
import { event } from './event.ts';
import { factBox } from './fact-box.ts';
import { featuredPackage } from './featured-package.ts';
import { figure } from './figure.ts';
import { frontPage } from './front-page.ts';
import { gallery } from './gallery.ts';
import { liveCoverage } from './live-coverage.ts';
import { liveUpdate } from './live-update.ts';
import { localeString } from './locale-string.ts';
import { localeText } from './locale-text.ts';
import { newsletterList } from './newsletter-list.ts';
import { page } from './page.ts';
import { paywallBreak } from './paywall-break.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { pullQuote } from './pull-quote.ts';
import { redirect } from './redirect.ts';
import { relatedLink } from './related-link.ts';
import { section } from './section.ts';
import { seo } from './seo.ts';
import { siteSettings } from './site-settings.ts';
import { table } from './table.ts';
import { tableRow } from './table-row.ts';
import { topic } from './topic.ts';

/** Every type of the dataset; design.md section 6 says what each is for. */
export const allTypes: SchemaTypeDefinition[] = [
  article,
  frontPage,
  liveCoverage,
  liveUpdate,
  page,
  person,
  section,
  topic,
  place,
  newsletterList,
  redirect,
  event,
  siteSettings,
  byline,
  correction,
  correctionNote,
  dateline,
  embed,
  factBox,
  featuredPackage,
  figure,
  gallery,
  localeString,
  localeText,
  paywallBreak,
  pullQuote,
  relatedLink,
  seo,
  table,
  tableRow,
];
