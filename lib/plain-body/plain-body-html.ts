import { type PortableTextHtmlComponents, toHTML } from '@portabletext/to-html';
import type { Block, TextBlock } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { escapeHtml, Html, html } from '#lib/mail/html.ts';
import {
  type BlockWriters,
  type BodyContext,
  correctionLabel,
  creditLine,
  datelineBefore,
  opensElsewhere,
} from '#lib/newsletter/body-context.ts';
import { absoluteUrl } from '#lib/site-urls.ts';
import { articleUrl, wholeAddress } from './plain-links.ts';

export type PlainBodyContext = BodyContext & {
  /** `named`: a link to the picture with its description, for whoever pays for every byte. */
  pictures: 'shown' | 'named';
};

const pictureWidth = 1200;

/** Blocks as plain markup with absolute addresses. */
export function plainBodyHtml(blocks: Block[], context: PlainBodyContext): Html {
  const components = {
    ...textComponents(context, datelineBefore(blocks, context.article)),
    types: writers(context),
  };
  return new Html(toHTML(blocks, { components, onMissingComponent: false }));
}

function textComponents(
  context: PlainBodyContext,
  dateline: (key: string | undefined) => string,
): Partial<PortableTextHtmlComponents> {
  const inside = (children: string | undefined) => new Html(children ?? '');
  const link = (url: string | null, children: string) =>
    url ? html`<a href="${url}">${inside(children)}</a>`.markup : children;
  return {
    block: {
      normal: ({ children, value }) => html`<p>${dateline(value._key)}${inside(children)}</p>`.markup,
      h2: ({ children }) => `<h2>${children}</h2>`,
      h3: ({ children }) => `<h3>${children}</h3>`,
      blockquote: ({ children }) => `<blockquote><p>${children}</p></blockquote>`,
    },
    list: {
      bullet: ({ children }) => `<ul>${children}</ul>`,
      number: ({ children }) => `<ol>${children}</ol>`,
    },
    listItem: ({ children }) => `<li>${children}</li>`,
    marks: {
      strong: ({ children }) => `<strong>${children}</strong>`,
      em: ({ children }) => `<em>${children}</em>`,
      link: ({ children, value }) => link(value?.href ? wholeAddress(value.href, context) : null, children),
      articleLink: ({ children, value }) =>
        link(value?.slug ? articleUrl(value.slug, context) : null, children),
    },
    unknownMark: ({ children }) => children,
    unknownType: () => '',
    escapeHTML: escapeHtml,
    hardBreak: () => '<br>',
  };
}

function writers(context: PlainBodyContext): BlockWriters {
  const words = textsFor(context.article.language).article;
  return {
    figure: ({ value }) => plainFigure(value, context).markup,
    gallery: ({ value }) => value.pictures.map((picture) => plainFigure(picture, context).markup).join(''),
    pullQuote: ({ value: { text, attribution } }) =>
      html`<blockquote><p>${text}</p>${attribution ? html`<footer>${attribution}</footer>` : ''}</blockquote>`
        .markup,
    embed: ({ value: { url, title } }) =>
      html`<p>${title}: <a href="${url}">${opensElsewhere(url, context)}</a></p>`.markup,
    factBox: ({ value: { title, body } }) =>
      html`<aside><h2>${title}</h2>${factsHtml(body, context)}</aside>`.markup,
    table: ({ value }) => tableHtml(value).markup,
    paywallBreak: () => '',
    relatedLink: ({ value: { slug, headline } }) =>
      html`<p>${words.readMore}: <a href="${articleUrl(slug, context)}">${headline}</a></p>`.markup,
    correctionNote: ({ value: { text, date } }) =>
      html`<aside><p><strong>${correctionLabel(date, 'correction', context)}</strong> ${text}</p></aside>`
        .markup,
  };
}

function factsHtml(blocks: TextBlock[], context: PlainBodyContext): Html {
  const components = textComponents(context, () => '');
  return new Html(toHTML(blocks, { components, onMissingComponent: false }));
}

/** A picture with its caption and credit. */
export function plainFigure(picture: Picture, { siteUrl, article, pictures }: PlainBodyContext): Html {
  const line = creditLine(picture);
  const src = absoluteUrl(siteUrl, pictureUrl(picture, { width: Math.min(pictureWidth, picture.width) }));
  if (pictures === 'named') {
    const { picture: word } = textsFor(article.language).edition;
    return html`<p><a href="${src}">${word}: ${picture.alt}</a>${line ? html`<br>${line}` : ''}</p>`;
  }
  return html`<figure><img src="${src}" alt="${picture.alt}">${
    line ? html`<figcaption>${line}</figcaption>` : ''
  }</figure>`;
}

function tableHtml({ caption, headerRow, rows }: Extract<Block, { _type: 'table' }>): Html {
  const written = rows.map(({ cells }, index) => {
    const isHead = headerRow && index === 0;
    return html`<tr>${cells.map((text) => (isHead ? html`<th scope="col">${text}</th>` : html`<td>${text}</td>`))}</tr>`;
  });
  return html`<table>${caption ? html`<caption>${caption}</caption>` : ''}${written}</table>`;
}
