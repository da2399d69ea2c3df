import type { Language } from '#lib/i18n/language.ts';
import { type Html, html } from './html.ts';
import { mailStyles } from './mail-styles.ts';

/** One mail as its writer thinks of it; HTML and text are two renderings of the same parts. */
export type MailContent = {
  subject: string;
  /** What an inbox shows after the subject. */
  preview: string;
  siteName: string;
  siteUrl: string;
  heading: string;
  parts: MailPart[];
  footer: string[];
};

export type MailPart =
  | { kind: 'paragraph'; text: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'code'; label: string; code: string }
  | { kind: 'address'; label: string; url: string }
  | { kind: 'note'; text: string };

export type RenderedMail = { subject: string; html: string; text: string };

export function renderMail(content: MailContent, language: Language): RenderedMail {
  return { subject: oneLine(content.subject), html: asHtml(content, language).markup, text: asText(content) };
}

/** A site's name comes from the dataset: a line break in it must not end the subject. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function asText(content: MailContent): string {
  const parts = content.parts.map((part) => {
    switch (part.kind) {
      case 'paragraph':
      case 'note':
        return part.text;
      case 'button':
        return `${part.label}:\n${part.url}`;
      case 'code':
        return `${part.label}\n${part.code}`;
      case 'address':
        // The button above has already written the same address out.
        return null;
      default:
        return part satisfies never;
    }
  });
  const lines = [content.siteName, content.heading, ...parts.filter((part) => part !== null)];
  return `${lines.join('\n\n')}\n\n-- \n${[...content.footer, content.siteUrl].join('\n')}\n`;
}

function partHtml(part: MailPart): Html {
  switch (part.kind) {
    case 'paragraph':
      return html`<p class="ink" style="margin:0 0 20px;font:18px/1.55 Newsreader,Georgia,serif;color:#1A1D1F">${part.text}</p>`;
    case 'note':
      return html`<p class="ink-2" style="margin:0 0 12px;font:15px/1.45 'Public Sans',Helvetica,Arial,sans-serif;color:#4A5054">${part.text}</p>`;
    case 'button':
      return html`<p style="margin:0 0 28px"><a class="button" href="${part.url}" style="display:inline-block;padding:13px 24px;border-radius:2px;background:#00626A;color:#FCFBF8;font:600 16px/1.25 'Public Sans',Helvetica,Arial,sans-serif;text-decoration:none">${part.label}</a></p>`;
    case 'code':
      // Spaced by style alone: who copies it gets six digits.
      return html`<p class="ink-2" style="margin:0 0 6px;font:15px/1.45 'Public Sans',Helvetica,Arial,sans-serif;color:#4A5054">${part.label}</p><p class="ink rule" style="margin:0 0 28px;padding:14px 0;border-top:1px solid #DAD6CC;border-bottom:1px solid #DAD6CC;font:600 36px/1.2 'Public Sans',Helvetica,Arial,sans-serif;letter-spacing:.18em;font-variant-numeric:tabular-nums;color:#1A1D1F">${part.code}</p>`;
    case 'address':
      return html`<p class="ink-2" style="margin:0 0 20px;font:15px/1.45 'Public Sans',Helvetica,Arial,sans-serif;color:#4A5054">${part.label}<br><a class="accent" href="${part.url}" style="color:#00626A;word-break:break-all">${part.url}</a></p>`;
    default:
      return part satisfies never;
  }
}

function asHtml(content: MailContent, language: Language): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${oneLine(content.subject)}</title>
<style>${mailStyles}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#FCFBF8">
<div style="display:none;max-height:0;overflow:hidden">${content.preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="paper" style="background:#FCFBF8">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;text-align:left">
<tr><td class="rule" style="padding:0 0 16px;border-bottom:1px solid #DAD6CC"><a class="ink" href="${content.siteUrl}" style="font:600 22px/1.2 Newsreader,Georgia,serif;color:#1A1D1F;text-decoration:none">${content.siteName}</a></td></tr>
<tr><td style="padding:28px 0 16px">
<h1 class="ink" style="margin:0 0 20px;font:600 28px/1.15 Newsreader,Georgia,serif;color:#1A1D1F">${content.heading}</h1>
${content.parts.map(partHtml)}</td></tr>
<tr><td class="rule ink-2" style="padding:16px 0 0;border-top:1px solid #DAD6CC;font:13px/1.4 'Public Sans',Helvetica,Arial,sans-serif;color:#4A5054">${content.footer.map((line) => html`<p style="margin:0 0 6px">${line}</p>`)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}
