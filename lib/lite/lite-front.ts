import type { Summary } from '#lib/content/article.ts';
import type { FrontPage } from '#lib/content/front-page.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { dayAndMonth } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { type Html, html } from '#lib/mail/html.ts';
import { absoluteUrl, frontPath, litePath } from '#lib/site-urls.ts';
import { litePage } from './lite-page.ts';

type Lite = { front: FrontPage; settings: SiteSettings; language: Language; siteUrl: string };

/** The front page as headlines, in the order of the front page. */
export function liteFront({ front, settings, language, siteUrl }: Lite): string {
  const { site } = textsFor(language);
  const { timeZone } = settings;
  const stories = (articles: Summary[]) =>
    articles.length === 0
      ? ''
      : html`<ul class="stories">${articles.map((one) => story(one, timeZone))}</ul>`;
  const top = [...(front.lead ? [front.lead] : []), ...front.leadRelated, ...front.seconds];
  const body = html`<h1>${settings.name}</h1>
${front.breaking ? breaking(front.breaking, language) : ''}
${stories(top)}
${front.packages.map(({ title, articles }) => html`<h2>${title}</h2>${stories(articles)}`)}
${front.sections.map(({ section, articles }) => html`<h2>${section.title}</h2>${stories(articles)}`)}
${front.opinion.length > 0 ? html`<h2>${site.opinion}</h2>${stories(front.opinion)}` : ''}
<h2>${site.latest}</h2>
${stories(front.latest)}`;
  return litePage({
    language,
    paperName: settings.name,
    title: settings.name,
    canonical: absoluteUrl(siteUrl, frontPath(language)),
    fullPath: frontPath(language),
    body,
  });
}

function story({ language, slug, headline, firstPublishedAt }: Summary, timeZone: string): Html {
  return html`<li class="story"><a href="${litePath(language, slug)}">${headline}</a> <small>${dayAndMonth(firstPublishedAt, language, timeZone)}</small></li>`;
}

function breaking({ text, slug }: { text: string; slug: string | null }, language: Language): Html {
  const { breaking: word } = textsFor(language).site;
  const said = slug ? html`<a href="${litePath(language, slug)}">${text}</a>` : html`${text}`;
  return html`<p><strong class="alert">${word}</strong> ${said}</p>`;
}
