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
import { articleUrl, bodyUrl } from './feed-links.ts';

/**
 * The text of an article as plain markup, which each reader's program dresses its own way: no style, no class, no
 * relative address. (Mails carry their looks in every element, so theirs is another writer over the same context.)
 */
export function renderFeedBody(blocks: Block[], context: BodyContext): Html {
  const components = {
    ...textComponents(context, datelineBefore(blocks, context.article)),
    types: writers(context),
  };
  return new Html(toHTML(blocks, { components, onMissingComponent: false }));
}

const wide = 1200;

export function feedFigure(picture: Picture, siteUrl: string): Html {
  const width = Math.min(wide, picture.width);
  const height = Math.round((width * picture.height) / picture.width);
  const line = creditLine(picture);
  return html`<figure><img src="${absoluteUrl(siteUrl, pictureUrl(picture, { width }))}" alt="${picture.alt}" width="${String(width)}" height="${String(height)}">${
    line ? html`<figcaption>${line}</figcaption>` : ''
  }</figure>`;
}

/** Correction, January 15, 2026: … */
export function feedCorrection(given: { text: string; date: string; kind: string }, context: BodyContext) {
  return html`<p><strong>${correctionLabel(given.date, given.kind, context)}:</strong> ${given.text}</p>`;
}

function textComponents(
  { siteUrl, article }: BodyContext,
  dateline: (key: string | undefined) => string,
): Partial<PortableTextHtmlComponents> {
  const inside = (children: string | undefined) => new Html(children ?? '');
  const wrapped = (name: string) => (part: { children?: string | undefined }) =>
    `<${name}>${part.children ?? ''}</${name}>`;
  const link = (url: string | null, children: string) =>
    url ? html`<a href="${url}">${inside(children)}</a>`.markup : children;
  return {
    block: {
      normal: ({ children, value }) => html`<p>${dateline(value._key)}${inside(children)}</p>`.markup,
      h2: wrapped('h2'),
      h3: wrapped('h3'),
      blockquote: wrapped('blockquote'),
    },
    list: { bullet: wrapped('ul'), number: wrapped('ol') },
    listItem: wrapped('li'),
    marks: {
      strong: wrapped('strong'),
      em: wrapped('em'),
      link: ({ children, value }) =>
        link(value?.href ? bodyUrl(siteUrl, article, value.href) : null, children),
      articleLink: ({ children, value }) =>
        link(
          value?.slug ? articleUrl(siteUrl, { language: article.language, slug: value.slug }) : null,
          children,
        ),
    },
    unknownMark: ({ children }) => children,
    unknownType: () => '',
    escapeHTML: escapeHtml,
    hardBreak: () => '<br>',
  };
}

function writers(context: BodyContext): BlockWriters {
  const { siteUrl, article } = context;
  const words = textsFor(article.language).article;
  return {
    figure: ({ value }) => feedFigure(value, siteUrl).markup,
    gallery: ({ value }) => value.pictures.map((picture) => feedFigure(picture, siteUrl).markup).join(''),
    pullQuote: ({ value: { text, attribution } }) =>
      html`<blockquote><p>${text}</p>${attribution ? html`<p>${attribution}</p>` : ''}</blockquote>`.markup,
    embed: ({ value: { url, title } }) =>
      html`<p>${title}: <a href="${url}">${opensElsewhere(url, context)}</a></p>`.markup,
    factBox: ({ value: { title, body } }) =>
      html`<section><h2>${title}</h2>${factsHtml(body, context)}</section>`.markup,
    table: ({ value }) => tableHtml(value).markup,
    paywallBreak: () => '',
    relatedLink: ({ value: { slug, headline } }) =>
      html`<p>${words.readMore}: <a href="${articleUrl(siteUrl, { language: article.language, slug })}">${headline}</a></p>`
        .markup,
    correctionNote: ({ value: { text, date } }) =>
      feedCorrection({ text, date, kind: 'correction' }, context).markup,
  };
}

function factsHtml(blocks: TextBlock[], context: BodyContext): Html {
  return new Html(
    toHTML(blocks, { components: textComponents(context, () => ''), onMissingComponent: false }),
  );
}

function tableHtml({ caption, headerRow, rows }: Extract<Block, { _type: 'table' }>): Html {
  const written = rows.map(({ cells }, index) => {
    const isHead = headerRow && index === 0;
    return html`<tr>${cells.map((text) =>
      isHead ? html`<th scope="col">${text}</th>` : html`<td>${text}</td>`,
    )}</tr>`;
  });
  return html`<table>${caption ? html`<caption>${caption}</caption>` : ''}${written}</table>`;
}
