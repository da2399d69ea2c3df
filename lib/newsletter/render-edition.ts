import type { Language } from '#lib/i18n/language.ts';
import { html } from '#lib/mail/html.ts';
import { absoluteUrl, articlePath } from '#lib/site-urls.ts';
import type { EditionContent, RenderedEdition } from './edition-content.ts';

/** What an edition looks like as a mail. */
export function renderEdition(
  { articles, list, settings }: EditionContent,
  language: Language,
  { siteUrl }: { siteUrl: string },
): RenderedEdition {
  const lines = articles.map(({ summary }) => ({
    headline: summary.headline,
    url: absoluteUrl(siteUrl, articlePath(summary.language, summary.slug)),
  }));
  const title = `${settings.name}: ${list.titles[language]}`;
  const links = lines.map(({ headline, url }) => html`<p><a href="${url}">${headline}</a></p>`);
  return {
    subject: articles[0]?.subject ?? lines[0]?.headline ?? title,
    text: [title, ...lines.map(({ headline, url }) => `${headline}\n${url}`)].join('\n\n'),
    html: html`<h1>${title}</h1>${links}`.markup,
  };
}
