import { type PortableTextHtmlComponents, toHTML } from '@portabletext/to-html';
import type { Block, TextBlock } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import { cutOut } from '#lib/content/picture-cut.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { escapeHtml, Html, html } from '#lib/mail/html.ts';
import { looks } from '#lib/mail/mail-looks.ts';
import {
  type BlockWriters,
  type BodyContext,
  correctionLabel,
  creditLine,
  datelineBefore,
  opensElsewhere,
} from './body-context.ts';
import { articleLink, bodyLink, pictureLink } from './mail-links.ts';

/** The text of an article as a mail's markup. */
export function renderBodyHtml(blocks: Block[], context: BodyContext): Html {
  const components = {
    ...textComponents(context, datelineBefore(blocks, context.article)),
    types: writers(context),
  };
  return new Html(toHTML(blocks, { components, onMissingComponent: false }));
}

function textComponents(
  { siteUrl, article }: BodyContext,
  dateline: (key: string | undefined) => string,
): Partial<PortableTextHtmlComponents> {
  const inside = (children: string | undefined) => new Html(children ?? '');
  const link = (url: string | null, children: string) =>
    url
      ? html`<a class="accent" href="${url}" style="${looks.link}">${inside(children)}</a>`.markup
      : children;
  return {
    block: {
      normal: ({ children, value }) =>
        html`<p class="ink" style="margin:0 0 20px;${looks.text}">${dateline(value._key)}${inside(children)}</p>`
          .markup,
      h2: ({ children }) =>
        html`<h2 class="ink" style="margin:36px 0 14px;${looks.headline(24)}">${inside(children)}</h2>`
          .markup,
      h3: ({ children }) =>
        html`<h3 class="ink" style="margin:28px 0 12px;${looks.headline(20)}">${inside(children)}</h3>`
          .markup,
      blockquote: ({ children }) =>
        html`<blockquote class="ink quote" style="margin:0 0 20px;padding:0 0 0 18px;border-left:2px solid #00626A;${looks.text};font-style:italic">${inside(children)}</blockquote>`
          .markup,
    },
    list: {
      bullet: ({ children }) => html`<ul class="ink" style="${list}">${inside(children)}</ul>`.markup,
      number: ({ children }) => html`<ol class="ink" style="${list}">${inside(children)}</ol>`.markup,
    },
    listItem: ({ children }) => html`<li style="margin:0 0 8px">${inside(children)}</li>`.markup,
    marks: {
      strong: ({ children }) => `<strong>${children}</strong>`,
      em: ({ children }) => `<em>${children}</em>`,
      link: ({ children, value }) =>
        link(value?.href ? bodyLink(siteUrl, article, value.href) : null, children),
      articleLink: ({ children, value }) =>
        link(
          value?.slug ? articleLink(siteUrl, { language: article.language, slug: value.slug }) : null,
          children,
        ),
    },
    unknownMark: ({ children }) => children,
    unknownType: () => '',
    escapeHTML: escapeHtml,
    hardBreak: () => '<br>',
  };
}

const list = `margin:0 0 20px;padding:0 0 0 26px;${looks.text}`;
const beside = 'margin:0 0 24px;padding:2px 0 2px 18px;border-left:2px solid';

function writers(context: BodyContext): BlockWriters {
  const { siteUrl, article } = context;
  const words = textsFor(article.language).article;
  return {
    figure: ({ value }) => figureHtml(value, siteUrl).markup,
    gallery: ({ value }) => value.pictures.map((picture) => figureHtml(picture, siteUrl).markup).join(''),
    pullQuote: ({ value: { text, attribution } }) =>
      html`<blockquote class="ink quote" style="margin:28px 0;padding:14px 0 0;border-top:2px solid #00626A;${looks.headline(24)};font-weight:400;font-style:italic">${text}${
        attribution
          ? html`<br><span class="ink-2" style="${looks.meta};font-style:normal">${attribution}</span>`
          : ''
      }</blockquote>`.markup,
    embed: ({ value: { url, title } }) =>
      html`<div class="rule" style="margin:0 0 24px;padding:14px 0;border-top:1px solid #DAD6CC;border-bottom:1px solid #DAD6CC"><p class="ink" style="margin:0 0 4px;${looks.headline(20)}">${title}</p><p style="margin:0;${looks.furniture}"><a class="accent" href="${url}" style="${looks.link}">${opensElsewhere(url, context)}</a></p></div>`
        .markup,
    factBox: ({ value: { title, body } }) =>
      html`<div class="box" style="margin:0 0 24px;padding:16px 0 0;border-top:1px solid #1A1D1F;border-bottom:1px solid #1A1D1F"><h2 class="ink" style="margin:0 0 12px;${looks.headline(20)}">${title}</h2>${factsHtml(body, context)}</div>`
        .markup,
    table: ({ value }) => tableHtml(value).markup,
    paywallBreak: () => '',
    relatedLink: ({ value: { slug, headline } }) =>
      html`<p class="quote" style="${beside} #00626A"><span class="ink-2" style="${looks.meta}">${words.readMore}</span><br><a class="ink" href="${articleLink(siteUrl, { language: article.language, slug })}" style="${looks.headline(20)};text-decoration:none">${headline}</a></p>`
        .markup,
    correctionNote: ({ value: { text, date } }) =>
      html`<div class="alert-rule" style="${beside} #A8321F"><p class="alert" style="margin:0;${looks.alertLabel}">${correctionLabel(date, 'correction', context)}</p><p class="ink" style="margin:4px 0 0;${looks.furniture};color:#1A1D1F">${text}</p></div>`
        .markup,
  };
}

function factsHtml(blocks: TextBlock[], context: BodyContext): Html {
  return new Html(
    toHTML(blocks, { components: textComponents(context, () => ''), onMissingComponent: false }),
  );
}

/** Its words are read when pictures are off, so they look like text. `wide`: as shown, in pixels. */
export function pictureHtml(picture: Picture, siteUrl: string, ratio?: number, wide = 600): Html {
  const width = Math.min(2 * wide, picture.width);
  const kept = cutOut(picture, ratio);
  const height = Math.round((wide * kept.height) / kept.width);
  const size = ratio ? { width, height: Math.round(width / ratio) } : { width };
  const shape = `display:block;width:100%;max-width:${wide}px;height:auto;border:0`;
  return html`<img class="ink-2" src="${pictureLink(siteUrl, picture, size)}" alt="${picture.alt}" width="${String(wide)}" height="${String(height)}" style="${shape};${looks.furniture}">`;
}

export function figureHtml(picture: Picture, siteUrl: string, ratio?: number): Html {
  const line = creditLine(picture);
  return html`<div style="margin:0 0 24px">${pictureHtml(picture, siteUrl, ratio)}${
    line ? html`<p class="ink-2" style="margin:8px 0 0;${looks.meta}">${line}</p>` : ''
  }</div>`;
}

function tableHtml({ caption, headerRow, rows }: Extract<Block, { _type: 'table' }>): Html {
  const cell = `padding:8px 12px 8px 0;border-bottom:1px solid #DAD6CC;text-align:left;vertical-align:top;${looks.furniture};color:#1A1D1F`;
  const written = rows.map(({ cells }, index) => {
    const isHead = headerRow && index === 0;
    return html`<tr>${cells.map((text) =>
      isHead
        ? html`<th scope="col" class="ink rule" style="${cell};font-weight:600">${text}</th>`
        : html`<td class="ink rule" style="${cell}">${text}</td>`,
    )}</tr>`;
  });
  // Wider than the mail, it scrolls by itself where the program can, and the rest stays where it is.
  return html`<div style="margin:0 0 24px;overflow-x:auto"><table cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse">${
    caption
      ? html`<caption class="ink-2" style="padding:0 0 8px;text-align:left;${looks.meta}">${caption}</caption>`
      : ''
  }${written}</table></div>`;
}
