import type { Picture } from '#lib/content/picture.ts';
import { shortDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { type BodyContext, correctionLabel } from './body-context.ts';
import type { EditionArticle, EditionContent } from './edition-content.ts';
import { articleLink } from './mail-links.ts';

export type Link = { label: string; url: string };

/** An article as a mail shows it; everything but `readOn` is in the article's language. */
export type StoryView = {
  language: Language;
  label: string;
  headline: string;
  url: string;
  siteUrl: string;
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

export function storyView(
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
    // The section of opinions has the name of its kind.
    label: [
      ...new Set([
        summary.section.title,
        words.kind[summary.kind],
        edition.kind === 'digest' && isCut ? words.subscribersOnly : '',
      ]),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    headline: summary.headline,
    url,
    siteUrl,
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
