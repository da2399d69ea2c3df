import type { Language } from '#lib/i18n/language.ts';
import { oneLine } from './header-words.ts';
import { Html, html } from './html.ts';
import { looks } from './mail-looks.ts';
import { mailStyles } from './mail-styles.ts';

type MailPage = {
  language: Language;
  subject: string;
  /** What an inbox shows after the subject. */
  preview: string;
  /** Where it is not the page's. */
  previewLanguage?: Language;
  siteName: string;
  siteUrl: string;
  /** Beside the site's name. */
  aside?: Html;
  /** Where it is looked at in a browser, whose tab wants a sign. */
  iconUrl?: string | null;
  main: Html;
  footer: Html;
};

/** Keeps the first words of the mail out of the inbox's line when the preview is short. */
const padding = new Html('&#8199;&#847; '.repeat(40));

/** One column of 600 px that is as wide as the screen on phones; tables, because Outlook knows nothing else. */
export function mailPage({
  language,
  previewLanguage = language,
  subject,
  preview,
  siteName,
  siteUrl,
  aside,
  iconUrl,
  main,
  footer,
}: MailPage): Html {
  const column = html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:#FCFBF8">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;text-align:left;table-layout:fixed">
<tr><td class="rule" style="padding:0 0 16px;border-bottom:1px solid #DAD6CC"><a class="ink" href="${siteUrl}" style="${looks.headline(22)};text-decoration:none">${siteName}</a>${aside ?? ''}</td></tr>
<tr><td style="padding:28px 0 16px;overflow-wrap:break-word">
${main}</td></tr>
<tr><td class="rule ink-2" style="padding:16px 0 0;border-top:1px solid #DAD6CC;${looks.meta}">${footer}</td></tr>
</table>
</td></tr>
</table>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${oneLine(subject)}</title>
${
  iconUrl
    ? html`<link rel="icon" href="${iconUrl}" type="image/svg+xml">
`
    : ''
}<style>${mailStyles}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#FCFBF8">
${
  iconUrl
    ? html`<main>
${column}
</main>`
    : html`<div style="display:none;max-height:0;overflow:hidden" lang="${previewLanguage}">${preview}${padding}</div>
<div role="article" aria-roledescription="email" aria-label="${oneLine(subject)}">
${column}
</div>`
}
</body>
</html>
`;
}
