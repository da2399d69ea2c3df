import { type PortableTextHtmlComponents, toHTML } from '@portabletext/to-html';
import type { Block } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import {
  type BlockWriters,
  type BodyContext,
  correctionLabel,
  creditLine,
  datelineBefore,
  opensElsewhere,
} from './body-context.ts';
import { articleLink, bodyLink } from './mail-links.ts';

/** The text of an article for programs that show no markup: the same walk over the same blocks as the HTML's. */
export function renderBodyText(blocks: Block[], context: BodyContext): string {
  const components = {
    ...textComponents(context, datelineBefore(blocks, context.article)),
    types: writers(context),
  };
  return tidy(toHTML(blocks, { components, onMissingComponent: false }));
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textComponents(
  { siteUrl, article }: BodyContext,
  dateline: (key: string | undefined) => string,
): Partial<PortableTextHtmlComponents> {
  const link = (url: string | null, words: string) => (url && url !== words ? `${words} (${url})` : words);
  return {
    block: {
      normal: ({ children, value }) => `${dateline(value._key)}${children}\n\n`,
      h2: ({ children }) => `\n${children}\n\n`,
      h3: ({ children }) => `\n${children}\n\n`,
      blockquote: ({ children }) => `${prefixed('> ', children ?? '')}\n\n`,
    },
    list: ({ children, value }) => (value.level > 1 ? `\n${children}` : `${children}\n`),
    listItem: ({ children, value, index }) => {
      const sign = value.listItem === 'number' ? `${index + 1}. ` : '- ';
      const [first = '', ...others] = (children ?? '').trim().split('\n');
      return [sign + first, ...others.map((line) => `  ${line}`), ''].join('\n');
    },
    marks: {
      strong: ({ children }) => children,
      em: ({ children }) => children,
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
    escapeHTML: (text) => text,
    hardBreak: () => '\n',
  };
}

function writers(context: BodyContext): BlockWriters {
  const { siteUrl, article } = context;
  const words = textsFor(article.language).article;
  return {
    figure: ({ value }) => `${pictureText(value, article.language)}\n\n`,
    gallery: ({ value }) => value.pictures.map((one) => `${pictureText(one, article.language)}\n\n`).join(''),
    pullQuote: ({ value: { text, attribution } }) =>
      `${prefixed('> ', attribution ? `${text}\n${attribution}` : text)}\n\n`,
    embed: ({ value: { url, title } }) => `${title}\n${opensElsewhere(url, context)}: ${url}\n\n`,
    factBox: ({ value: { title, body } }) => {
      const facts = toHTML(body, {
        components: textComponents(context, () => ''),
        onMissingComponent: false,
      });
      return `${prefixed('| ', `${title}\n\n${tidy(facts)}`)}\n\n`;
    },
    table: ({ value: { caption, rows } }) =>
      `${[...(caption ? [caption] : []), ...rows.map(({ cells }) => cells.join(' | '))].join('\n')}\n\n`,
    paywallBreak: () => '',
    relatedLink: ({ value: { slug, headline } }) =>
      `${words.readMore}: ${headline}\n${articleLink(siteUrl, { language: article.language, slug })}\n\n`,
    correctionNote: ({ value: { text, date } }) =>
      `${correctionLabel(date, 'correction', context)}\n${text}\n\n`,
  };
}

export function pictureText(picture: Picture, language: Language): string {
  const line = creditLine(picture);
  return `[${textsFor(language).edition.picture}: ${picture.alt}]${line ? `\n${line}` : ''}`;
}

function prefixed(sign: string, text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (sign + line).trimEnd())
    .join('\n');
}
