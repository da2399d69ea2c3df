import type { Language } from '#lib/i18n/language.ts';
import { oneLine } from './header-words.ts';
import { type Html, html } from './html.ts';
import { looks } from './mail-looks.ts';
import { mailPage } from './mail-page.ts';

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
  // A site's name comes from the dataset: a line break in it must not end the subject.
  return { subject: oneLine(content.subject), html: asHtml(content, language).markup, text: asText(content) };
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
      return html`<p class="ink" style="margin:0 0 20px;${looks.text}">${part.text}</p>`;
    case 'note':
      return html`<p class="ink-2" style="margin:0 0 12px;${looks.furniture}">${part.text}</p>`;
    case 'button':
      return html`<p style="margin:0 0 28px"><a class="button" href="${part.url}" style="${looks.button}">${part.label}</a></p>`;
    case 'code':
      // Spaced by style alone: who copies it gets six digits.
      return html`<p class="ink-2" style="margin:0 0 6px;${looks.furniture}">${part.label}</p><p class="ink rule" style="margin:0 0 28px;padding:14px 0;border-top:1px solid #DAD6CC;border-bottom:1px solid #DAD6CC;font:600 36px/1.2 'Public Sans',Helvetica,Arial,sans-serif;letter-spacing:.18em;font-variant-numeric:tabular-nums;color:#1A1D1F">${part.code}</p>`;
    case 'address':
      return html`<p class="ink-2" style="margin:0 0 20px;${looks.furniture}">${part.label}<br><a class="accent" href="${part.url}" style="color:#00626A;word-break:break-all">${part.url}</a></p>`;
    default:
      return part satisfies never;
  }
}

function asHtml(content: MailContent, language: Language): Html {
  const { subject, preview, siteName, siteUrl } = content;
  return mailPage({
    ...{ language, subject, preview, siteName, siteUrl },
    main: html`<h1 class="ink" style="margin:0 0 20px;${looks.headline(28)}">${content.heading}</h1>
${content.parts.map(partHtml)}`,
    footer: html`${content.footer.map((line) => html`<p style="margin:0 0 6px">${line}</p>`)}`,
  });
}
