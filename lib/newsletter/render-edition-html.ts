import type { Language } from '#lib/i18n/language.ts';
import { type Html, html } from '#lib/mail/html.ts';
import { looks } from '#lib/mail/mail-looks.ts';
import { mailPage } from '#lib/mail/mail-page.ts';
import type { EditionView } from './edition-view.ts';
import { figureHtml, pictureHtml, renderBodyHtml } from './render-body-html.ts';
import type { Link, StoryView } from './story-view.ts';

export function renderEditionHtml(view: EditionView): string {
  const { language, subject, preview, previewLanguage, siteName, siteUrl, iconUrl, footer } = view;
  const [lead, ...others] = view.stories;
  return mailPage({
    ...{ language, subject, preview, previewLanguage, siteName, siteUrl, iconUrl },
    aside: html`<p class="ink-2" style="margin:8px 0 0;${looks.meta}">${view.listTitle} · ${view.date}${
      view.viewInBrowser ? html`\u00a0· ${linkHtml(view.viewInBrowser)}` : ''
    }</p>`,
    main: html`${correctionHtml(view)}${lead ? leadHtml(lead, language) : ''}${others.map((story) => nextHtml(story, language))}${
      view.more
        ? html`<p class="ink rule" style="margin:0 0 24px;padding:24px 0 0;border-top:1px solid #DAD6CC;${looks.furniture}">${view.more.sentence}<br>${linkHtml(view.more.link)}</p>`
        : ''
    }`,
    footer: html`${footer.lines.map((line) => html`<p style="margin:0 0 6px">${line}</p>`)}<p style="margin:0">${footer.links.map(
      (link, index) => html`${index > 0 ? ' · ' : ''}${linkHtml(link)}`,
    )}</p>`,
  }).markup;
}

function linkHtml({ label, url }: Link): Html {
  return html`<a class="accent" href="${url}" style="${looks.link}">${label}</a>`;
}

function correctionHtml({ correction, language }: EditionView): Html {
  if (!correction) return html``;
  return html`<p class="ink" style="margin:0 0 16px;${looks.furniture};color:#1A1D1F">${correction.sentence}</p>
<div class="alert-rule"${langOf(correction, language)} style="margin:0 0 28px;padding:2px 0 2px 18px;border-left:2px solid #A8321F"><p class="alert" style="margin:0;${looks.alertLabel}">${correction.label}</p><p class="ink" style="margin:4px 0 0;${looks.text}">${correction.text}</p></div>
`;
}

/** The first story of an edition, or its only one. */
function leadHtml(story: StoryView, language: Language): Html {
  const isRead = story.body !== null;
  const picture = story.picture && figureHtml(story.picture, story.siteUrl, isRead ? 16 / 9 : 3 / 2);
  const head = html`<p class="accent" style="margin:0 0 6px;${looks.label}">${story.label}</p>
<h1 style="margin:0 0 12px;${looks.headline(30)}"><a class="ink" href="${story.url}" style="color:#1A1D1F;text-decoration:none">${story.headline}</a></h1>
${story.standfirst ? html`<p class="ink-2" style="margin:0 0 14px;${looks.text};color:#4A5054">${story.standfirst}</p>` : ''}${
  story.byline ? html`<p class="ink-2" style="margin:0 0 20px;${looks.meta}">${story.byline}</p>` : ''
}`;
  return html`<div${langOf(story, language)}>${isRead ? html`${head}${picture ?? ''}` : html`${picture ?? ''}${head}`}
${bodyHtml(story)}</div>
${readOnHtml(story)}`;
}

function bodyHtml({ body }: StoryView): Html {
  if (!body) return html``;
  return html`${renderBodyHtml(body.blocks, body.context)}${body.corrections.map(
    ({ label, text }) =>
      html`<div class="alert-rule" style="margin:0 0 16px;padding:12px 0 0;border-top:1px solid #A8321F"><p class="alert" style="margin:0;${looks.alertLabel}">${label}</p><p class="ink" style="margin:4px 0 0;${looks.furniture};color:#1A1D1F">${text}</p></div>`,
  )}`;
}

function readOnHtml({ readOn }: StoryView): Html {
  if (!readOn) return html``;
  const { sentence, link } = readOn;
  return html`${sentence ? html`<p class="ink" style="margin:28px 0 14px;${looks.furniture};color:#1A1D1F">${sentence}</p>` : ''}<p style="margin:0 0 24px"><a class="button" href="${link.url}" style="${looks.button}">${link.label}</a></p>
`;
}

/** A story that stands below the first: its picture small beside it. */
function nextHtml(story: StoryView, language: Language): Html {
  const { picture } = story;
  const words = html`<p class="accent" style="margin:0 0 4px;${looks.label}">${story.label}</p><h2 style="margin:0 0 8px;${looks.headline(21)}"><a class="ink" href="${story.url}" style="color:#1A1D1F;text-decoration:none">${story.headline}</a></h2>${
    story.standfirst
      ? html`<p class="ink-2" style="margin:0 0 8px;${looks.furniture};line-height:1.5">${story.standfirst}</p>`
      : ''
  }${story.byline ? html`<p class="ink-2" style="margin:0;${looks.meta}">${story.byline}</p>` : ''}`;
  const beside = picture
    ? html`<td class="thumb" width="150" valign="top" style="width:150px;padding:24px 0 20px 12px">${pictureHtml(picture, story.siteUrl, 3 / 2, 150)}</td>`
    : html``;
  return html`<table${langOf(story, language)} role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="rule" style="border-top:1px solid #DAD6CC"><tr><td valign="top" style="padding:20px 0">${words}</td>${beside}</tr></table>
`;
}

/** Said where a part is not in the mail's own language. */
function langOf({ language: own }: { language: Language }, language: Language): Html {
  return own === language ? html`` : html` lang="${own}"`;
}
