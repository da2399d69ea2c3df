import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { html } from '#lib/mail/html.ts';
import { correctionLabel } from '#lib/newsletter/body-context.ts';
import type { Decision } from '#lib/paywall/decide-access.ts';
import { type PlainBodyContext, plainBodyHtml, plainFigure } from '#lib/plain-body/plain-body-html.ts';
import { modifiedAt } from '#lib/seo/modified-at.ts';
import { absoluteUrl, articlePath, personPath } from '#lib/site-urls.ts';
import type { FeedItem, FeedPicture } from './feed.ts';

type Read = {
  article: Summary;
  decision: Decision;
  blocks: Block[];
  siteUrl: string;
  timeZone: string;
};

/** One article, already cut to what the reader of the feed may have. */
export function feedItem({ article, decision, blocks, siteUrl, timeZone }: Read): FeedItem {
  const context: PlainBodyContext = { siteUrl, article, timeZone, pictures: 'shown' };
  const url = absoluteUrl(siteUrl, articlePath(article.language, article.slug));
  const words = textsFor(article.language).feeds;
  const end =
    decision.kind === 'full'
      ? ''
      : html`<p><em>${decision.reason === 'archive' ? words.archived : words.gated}</em> <a href="${url}">${words.readOn}</a></p>`;
  const corrections = article.corrections.map(
    ({ text, date, kind }) => html`<p><strong>${correctionLabel(date, kind, context)}:</strong> ${text}</p>`,
  );
  const hero = article.hero ? plainFigure(article.hero, context) : '';
  const whole = html`${hero}${corrections}${plainBodyHtml(blocks, context)}${end}`;
  return {
    id: itemId(siteUrl, article.id),
    url,
    title: article.headline,
    summary: article.standfirst,
    html: whole.markup,
    publishedAt: article.firstPublishedAt,
    modifiedAt: lastChange(article),
    authors: authorsOf(article, siteUrl),
    subjects: [article.section, ...article.topics].map(({ title }) => title),
    picture: article.hero && pictureOf(article.hero, siteUrl),
  };
}

/** RFC 4151: the document's id stays what it is when its slug or headline changes. */
function itemId(siteUrl: string, id: string): string {
  return `tag:${new URL(siteUrl).hostname},2026:${id}`;
}

/** A correction changes what was read before, whether or not the text says that it was updated. */
function lastChange(article: Summary): string {
  return article.corrections
    .map(({ date }) => date)
    .reduce((last, date) => (Date.parse(date) > Date.parse(last) ? date : last), modifiedAt(article));
}

function authorsOf({ bylines, bylineText, language }: Summary, siteUrl: string): FeedItem['authors'] {
  if (bylines.length === 0) return bylineText ? [{ name: bylineText, url: null }] : [];
  return bylines.map(({ name, slug }) => ({ name, url: absoluteUrl(siteUrl, personPath(language, slug)) }));
}

const types: Record<string, string> = { jpg: 'jpeg', svg: 'svg+xml' };

function pictureOf(picture: Picture, siteUrl: string): FeedPicture {
  const size = { width: Math.min(1200, picture.width) };
  const ending = picture.file.split('.').at(-1) ?? '';
  return {
    url: absoluteUrl(siteUrl, pictureUrl(picture, size)),
    type: `image/${types[ending] ?? ending}`,
    width: size.width,
    height: Math.round((size.width * picture.height) / picture.width),
    alt: picture.alt,
    credit: picture.credit,
  };
}
