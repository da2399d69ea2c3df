import { longDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { oneLine } from '#lib/mail/header-words.ts';
import {
  absoluteUrl,
  editionPath,
  frontPath,
  preferencesPath,
  subscribePath,
  unsubscribePath,
} from '#lib/site-urls.ts';
import { correctionLabel } from './body-context.ts';
import { type EditionContent, recipientToken } from './edition-content.ts';
import { type Surroundings, siteLink } from './mail-links.ts';
import { type Link, type StoryView, storyView } from './story-view.ts';

/** Every word and address of an edition, once: HTML and text are two ways of writing it down. */
export type EditionView = {
  language: Language;
  subject: string;
  preview: string;
  /** It quotes the articles. */
  previewLanguage: Language;
  siteName: string;
  siteUrl: string;
  listTitle: string;
  date: string;
  viewInBrowser: Link | null;
  /** Of the browser's tab, where there is one. */
  iconUrl: string | null;
  correction: { language: Language; sentence: string; label: string; text: string } | null;
  stories: StoryView[];
  more: { sentence: string; link: Link } | null;
  footer: { lines: string[]; links: Link[] };
};

/** What did not fit into the mail: stories of a digest, or the end of one story. */
export type LeftOut = { stories: number; isStoryCut: boolean };

export function editionView(
  content: EditionContent,
  language: Language,
  { siteUrl, place = 'mail' }: Surroundings,
  leftOut: LeftOut,
): EditionView {
  const { edition, list, articles, settings } = content;
  const words = textsFor(language).edition;
  const stories = articles.map((article) =>
    storyView(article, content, language, siteUrl, leftOut.isStoryCut),
  );
  const front = siteLink(siteUrl, frontPath(list.language));
  return {
    language,
    subject: oneLine(subjectOf(content, language)),
    preview: oneLine(previewOf(content)),
    previewLanguage: list.language,
    siteName: settings.name,
    siteUrl: front,
    listTitle: list.titles[language],
    date: longDate(edition.dueAt.toISOString(), language, list.timeZone),
    viewInBrowser:
      place === 'mail'
        ? { label: words.viewInBrowser, url: absoluteUrl(siteUrl, editionPath(language, edition.id)) }
        : null,
    iconUrl: place === 'browser' ? absoluteUrl(siteUrl, '/mark.svg') : null,
    correction: correctionView(content, language, siteUrl),
    stories,
    more:
      leftOut.stories > 0
        ? { sentence: words.more(leftOut.stories), link: { label: words.moreLink, url: front } }
        : null,
    footer:
      place === 'mail' ? footerOfMail(content, language, siteUrl) : footerOfPage(content, language, siteUrl),
  };
}

function subjectOf({ edition, list, articles }: EditionContent, language: Language): string {
  const title = list.titles[language];
  const first = articles[0];
  if (!first) return title;
  const said = first.subject ?? first.summary.headline;
  if (edition.kind === 'correction')
    return textsFor(language).edition.correctionSubject(first.summary.headline);
  return edition.kind === 'instant' ? said : `${title}: ${said}`;
}

function previewOf({ edition, articles, correction }: EditionContent): string {
  if (edition.kind === 'correction' && correction) return correction.text;
  const [first, ...others] = articles.map(({ summary }) => summary);
  if (others.length === 0) return first?.standfirst ?? '';
  return others
    .slice(0, 3)
    .map(({ headline }) => headline)
    .join(' · ');
}

function correctionView(
  { edition, correction, articles, settings }: EditionContent,
  language: Language,
  siteUrl: string,
): EditionView['correction'] {
  const article = articles[0]?.summary;
  if (edition.kind !== 'correction' || !correction || !article) return null;
  const context = { siteUrl, article, timeZone: settings.timeZone };
  return {
    language: article.language,
    sentence: textsFor(language).edition.correctionSentence,
    label: correctionLabel(correction.date, correction.kind, context),
    text: correction.text,
  };
}

function footerOfMail(
  { list, settings }: EditionContent,
  language: Language,
  siteUrl: string,
): EditionView['footer'] {
  const words = textsFor(language).edition;
  const of = { token: recipientToken };
  return {
    lines: [words.why(list.titles[language], settings.name), ...senderLines(settings)],
    links: [
      { label: words.unsubscribe, url: absoluteUrl(siteUrl, unsubscribePath(language, of)) },
      { label: words.preferences, url: absoluteUrl(siteUrl, preferencesPath(language, of)) },
    ],
  };
}

function footerOfPage(
  { list, settings }: EditionContent,
  language: Language,
  siteUrl: string,
): EditionView['footer'] {
  const words = textsFor(language).edition;
  return {
    lines: [words.whatItIs(list.titles[language], settings.name), ...senderLines(settings)],
    links: [{ label: words.subscribe, url: absoluteUrl(siteUrl, subscribePath(language)) }],
  };
}

function senderLines({ mail, contactEmail }: EditionContent['settings']): string[] {
  return [mail.postalLine, contactEmail].filter((line) => line !== null && line !== '').map(String);
}
