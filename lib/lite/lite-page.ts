import { createHash } from 'node:crypto';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Html, html } from '#lib/mail/html.ts';
import { litePath } from '#lib/site-urls.ts';

/** System fonts and the paper's colours; one column that fits any window. */
const style = `:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1a1d1f;--soft:#4a5054;--accent:#00626a;--alert:#a8321f;--rule:#dad6cc}
@media(prefers-color-scheme:dark){:root{--paper:#121517;--ink:#eceae4;--soft:#aeb4b8;--accent:#6ccad0;--alert:#ff9b86;--rule:#2c3236}}
body{margin:0 auto;max-width:38rem;padding:1rem;background:var(--paper);color:var(--ink);font:1.125rem/1.55 Georgia,serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.15;text-wrap:balance}h1{font-size:1.9rem;margin:1rem 0 .5rem}h2{font-size:1.4rem;margin:2rem 0 .5rem}h3{font-size:1.15rem}
a{color:var(--accent)}a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
header,footer,.soft,small{color:var(--soft);font:.9375rem/1.5 system-ui,sans-serif}header,footer{display:flex;flex-wrap:wrap;gap:0 1.25rem}
header a,footer a,nav a,li.story a{display:inline-block;padding:.6rem 0}header{border-bottom:1px solid var(--rule)}footer{border-top:1px solid var(--rule);margin-top:2rem}
blockquote{margin:1.25rem 0;padding-left:1rem;border-left:2px solid var(--accent);font-style:italic}aside{margin:1.25rem 0;padding:.25rem 1rem;border:1px solid var(--rule)}
.alert{color:var(--alert)}ul.stories{list-style:none;padding:0}li.story{border-top:1px solid var(--rule)}table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border-bottom:1px solid var(--rule);padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:top}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing but the page's own style; the empty icon keeps browsers from asking for one. */
export const litePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Page = {
  language: Language;
  paperName: string;
  title: string;
  /** Absolute: search engines know the full page only. */
  canonical: string;
  /** The same page with all that is left out here. */
  fullPath: string;
  body: Html;
};

/** A whole page of the lite edition. */
export function litePage({ language, paperName, title, canonical, fullPath, body }: Page): string {
  const { lite } = textsFor(language);
  const page = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="canonical" href="${canonical}">
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<header><a href="${litePath(language)}">${paperName}</a> <a href="${fullPath}">${lite.full}</a></header>
<main>
${body}
</main>
<footer><a href="${litePath(language)}">${lite.front}</a> <a href="${fullPath}">${lite.full}</a></footer>
</body>
</html>
`;
  return page.markup;
}
