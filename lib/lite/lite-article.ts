import type { Summary } from '#lib/content/article.ts';
import { ageOf } from '#lib/content/article-age.ts';
import type { Block } from '#lib/content/body.ts';
import { plainText } from '#lib/content/plain-text.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { clockTime, longDate } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { type Html, html } from '#lib/mail/html.ts';
import { correctionLabel } from '#lib/newsletter/body-context.ts';
import { wallId } from '#lib/paywall/gated-part.ts';
import { plainBodyHtml, plainFigure } from '#lib/plain-body/plain-body-html.ts';
import { modifiedAt } from '#lib/seo/modified-at.ts';
import { absoluteUrl, articlePath, subscribePath } from '#lib/site-urls.ts';
import { litePage } from './lite-page.ts';

type Lite = {
  article: Summary;
  /** What this reader may have of it, and whether that is all. */
  blocks: Block[];
  isWhole: boolean;
  settings: SiteSettings;
  siteUrl: string;
  now: Date;
};

export function liteArticle({ article, blocks, isWhole, settings, siteUrl, now }: Lite): string {
  const { language, slug } = article;
  const fullPath = articlePath(language, slug);
  const { timeZone } = settings;
  const context = { siteUrl, article, timeZone, pictures: 'named' } as const;
  const words = textsFor(language).article;
  const kind = words.kind[article.kind];
  const labels = [...new Set([plainText(article.section.title), kind])].filter((label) => label !== '');
  const age = ageOf(modifiedAt(article), now);
  const body = html`<p class="soft">${labels.join(' · ')}</p>
<h1>${article.headline}</h1>
<p>${article.standfirst}</p>
${article.sensitive ? html`<p><strong class="alert">${words.sensitive}</strong></p>` : ''}
${age.years > 0 ? html`<p><strong>${words.oldArticle(age.years)}</strong></p>` : ''}
<p class="soft">${bylineOf(article)}${timesOf(article, timeZone)}</p>
${article.hero ? plainFigure(article.hero, context) : ''}
${plainBodyHtml(blocks, context)}
${isWhole ? '' : wall(settings, article, fullPath)}
${article.corrections.map(
  ({ text, date, kind }) =>
    html`<aside><p><strong class="alert">${correctionLabel(date, kind, context)}</strong> ${text}</p></aside>`,
)}`;
  return litePage({
    language,
    paperName: settings.name,
    title: `${plainText(article.headline)} | ${settings.name}`,
    canonical: absoluteUrl(siteUrl, fullPath),
    fullPath,
    body,
  });
}

function bylineOf({ bylineText, bylines, language }: Summary): Html | string {
  if (bylineText) return html`${bylineText}<br>`;
  if (bylines.length === 0) return '';
  return html`${textsFor(language).article.by} ${bylines.map(({ name }) => name).join(' · ')}<br>`;
}

function timesOf({ firstPublishedAt, updatedAt, language }: Summary, timeZone: string): Html {
  const { article: words } = textsFor(language);
  const time = (instant: string) =>
    html`<time datetime="${instant}">${longDate(instant, language, timeZone)}, ${clockTime(instant, language, timeZone)}</time>`;
  return html`${words.published} ${time(firstPublishedAt)}${updatedAt ? html`<br>${words.updated} ${time(updatedAt)}` : ''}`;
}

/** What stands where the text is closed: the full page has the forms. */
function wall({ wallCopy, formCopy }: SiteSettings, { language }: Summary, fullPath: string): Html {
  return html`<section>
<h2>${wallCopy.heading}</h2>
<p>${wallCopy.sentence}</p>
<nav><a href="${subscribePath(language, { source: fullPath })}">${formCopy.button}</a><br>
<a href="${fullPath}#${wallId}">${textsFor(language).lite.moreWays}</a></nav>
</section>`;
}
