import type { Picture } from '#lib/content/picture.ts';
import { longDate, shortDate } from '#lib/i18n/dates.ts';
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
import { type BodyContext, correctionLabel } from './body-context.ts';
import { type EditionArticle, type EditionContent, recipientToken } from './edition-content.ts';
import { articleLink, type Surroundings, siteLink } from './mail-links.ts';

type Link = { label: string; url: string };

/** An article as a mail shows it; everything but `readOn` is in the article's language. */
export type StoryView = {
  language: Language;
  label: string;
  headline: string;
  url: string;
  standfirst: string;
  byline: string;
  picture: Picture | null;
  /** Null where a story is only named. */
  body:
    | (Pick<EditionArticle, 'blocks'> & {
        context: BodyContext;
        corrections: { label: string; text: string }[];
      })
    | null;
  readOn: { sentence: string | null; link: Link } | null;
};

/** Every word and address of an edition, once: HTML and text are two ways of writing it down. */
export type EditionView = {
  language: Language;
  subject: string;
  preview: string;
  siteName: string;
  siteUrl: string;
  listTitle: string;
  date: string;
  viewInBrowser: Link | null;
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
    siteName: settings.name,
    siteUrl: front,
    listTitle: list.titles[language],
    date: longDate(edition.dueAt.toISOString(), language, list.timeZone),
    viewInBrowser:
      place === 'mail'
        ? { label: words.viewInBrowser, url: absoluteUrl(siteUrl, editionPath(language, edition.id)) }
        : null,
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

function storyView(
  { summary, blocks, isCut }: EditionArticle,
  { edition, settings }: EditionContent,
  language: Language,
  siteUrl: string,
  isTooLong: boolean,
): StoryView {
  const words = textsFor(summary.language).article;
  const own = textsFor(language).edition;
  const url = articleLink(siteUrl, summary);
  const context: BodyContext = { siteUrl, article: summary, timeZone: settings.timeZone };
  const isWhole = edition.kind === 'instant';
  const names = summary.bylines.map(({ name }) => name);
  const byline = summary.bylineText ?? (names.length > 0 ? `${words.by} ${named(names, words.and)}` : '');
  const day = shortDate(summary.firstPublishedAt, summary.language, settings.timeZone);
  return {
    language: summary.language,
    label: [
      summary.section.title,
      words.kind[summary.kind],
      edition.kind === 'digest' && isCut ? words.subscribersOnly : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    headline: summary.headline,
    url,
    standfirst: summary.standfirst,
    byline: isWhole ? [byline, day].filter((part) => part !== '').join(' · ') : byline,
    picture: edition.kind === 'correction' ? null : summary.hero,
    body: isWhole
      ? {
          blocks,
          context,
          corrections: summary.corrections.map(({ text, date, kind }) => ({
            label: correctionLabel(date, kind, context),
            text,
          })),
        }
      : null,
    readOn: readOn(edition.kind, { isCut, isTooLong }, own, url),
  };
}

function readOn(
  kind: EditionContent['edition']['kind'],
  { isCut, isTooLong }: { isCut: boolean; isTooLong: boolean },
  words: ReturnType<typeof textsFor>['edition'],
  url: string,
): StoryView['readOn'] {
  if (kind === 'digest') return null;
  if (kind === 'correction') return { sentence: null, link: { label: words.readCorrected, url } };
  if (!isCut && !isTooLong) return null;
  return { sentence: isCut ? words.gated : words.goesOn, link: { label: words.readOn, url } };
}

function named(names: string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
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
