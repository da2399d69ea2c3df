import { type PortableTextHtmlComponents, toHTML } from '@portabletext/to-html';
import type { Block, TextBlock } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import { textsFor } from '#lib/i18n/texts.ts';
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

const pictureWidth = 1200;

/** Blocks as Markdown (CommonMark with tables), every address whole: the same walk as the markup's. */
export function plainBodyMarkdown(blocks: Block[], context: BodyContext): string {
  const components = {
    ...textComponents(context, datelineBefore(blocks, context.article)),
    types: writers(context),
  };
  return tidy(toHTML(blocks, { components, onMissingComponent: false }));
}

/**
 * Text that stays text: CommonMark lets every sign of ASCII be escaped. A line may begin with none of a block's, and what
 * looks like an address is no link (GitHub's dialect makes it one), for editors say which words are.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|@]|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

/** One line, for a heading or a link's words. */
export function markdownLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

/** A link whose address cannot end before its end. */
export function markdownLink(url: string, words: string): string {
  return `[${words}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

export function markdownPicture(picture: Picture, siteUrl: string): string {
  const src = absoluteUrl(siteUrl, pictureUrl(picture, { width: Math.min(pictureWidth, picture.width) }));
  const line = creditLine(picture);
  return `!${markdownLink(src, markdownLine(picture.alt))}${line ? `\n\n*${markdownLine(line)}*` : ''}\n\n`;
}

function tidy(text: string): string {
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

function textComponents(
  context: BodyContext,
  dateline: (key: string | undefined) => string,
): Partial<PortableTextHtmlComponents> {
  const link = (url: string | null, words: string) => (url ? markdownLink(url, words) : words);
  return {
    block: {
      normal: ({ children, value }) =>
        `${markdownLine(dateline(value._key))}${spaced(dateline(value._key))}${children}\n\n`,
      h2: ({ children }) => `## ${children}\n\n`,
      h3: ({ children }) => `### ${children}\n\n`,
      blockquote: ({ children }) => `${prefixed('> ', children ?? '')}\n\n`,
    },
    list: ({ children, value }) => (value.level > 1 ? `\n${children}` : `${children}\n`),
    listItem: ({ children, value, index }) => {
      const sign = value.listItem === 'number' ? `${index + 1}. ` : '- ';
      const [first = '', ...others] = (children ?? '').trim().split('\n');
      return [sign + first, ...others.map((line) => `${' '.repeat(sign.length)}${line}`), ''].join('\n');
    },
    marks: {
      strong: ({ children }) => emphasised('**', children),
      em: ({ children }) => emphasised('*', children),
      link: ({ children, value }) => link(value?.href ? wholeAddress(value.href, context) : null, children),
      articleLink: ({ children, value }) =>
        link(value?.slug ? articleUrl(value.slug, context) : null, children),
    },
    unknownMark: ({ children }) => children,
    unknownType: () => '',
    escapeHTML: escapeMarkdown,
    hardBreak: () => '\\\n',
  };
}

const spaced = (before: string) => (before ? ' ' : '');

/** A sign of emphasis beside a space is no sign: the spaces go outside. */
function emphasised(sign: string, text: string): string {
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inside ? `${before}${sign}${inside}${sign}${after}` : text;
}

function writers(context: BodyContext): BlockWriters {
  const { siteUrl, article } = context;
  const words = textsFor(article.language).article;
  return {
    figure: ({ value }) => markdownPicture(value, siteUrl),
    gallery: ({ value }) => value.pictures.map((picture) => markdownPicture(picture, siteUrl)).join(''),
    pullQuote: ({ value: { text, attribution } }) =>
      `${prefixed(
        '> ',
        [text, attribution]
          .filter((one) => one !== null)
          .map(escapeMarkdown)
          .join('\n\n'),
      )}\n\n`,
    embed: ({ value: { url, title } }) =>
      `${markdownLine(title)}: ${markdownLink(url, markdownLine(opensElsewhere(url, context)))}\n\n`,
    factBox: ({ value: { title, body } }) =>
      `${prefixed('> ', `### ${markdownLine(title)}\n\n${factsMarkdown(body, context)}`)}\n\n`,
    table: ({ value }) => tableMarkdown(value),
    paywallBreak: () => '',
    relatedLink: ({ value: { slug, headline } }) =>
      `${words.readMore}: ${markdownLink(articleUrl(slug, context), markdownLine(headline))}\n\n`,
    correctionNote: ({ value: { text, date } }) =>
      `${prefixed('> ', `**${correctionLabel(date, 'correction', context)}** ${escapeMarkdown(text)}`)}\n\n`,
  };
}

function factsMarkdown(blocks: TextBlock[], context: BodyContext): string {
  return tidy(toHTML(blocks, { components: textComponents(context, () => ''), onMissingComponent: false }));
}

/** Markdown's tables need a first row that names the columns; without one it is empty. */
function tableMarkdown({ caption, headerRow, rows }: Extract<Block, { _type: 'table' }>): string {
  const written = rows.map(({ cells }) => cells.map(markdownLine));
  const columns = Math.max(1, ...written.map((cells) => cells.length));
  const line = (cells: string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = headerRow ? written : [[], ...written];
  const rule = line(Array.from({ length: columns }, () => '---'));
  const table = [line(head), rule, ...body.map(line)].join('\n');
  return `${caption ? `**${markdownLine(caption)}**\n\n` : ''}${table}\n\n`;
}

function prefixed(sign: string, text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (sign + line).trimEnd())
    .join('\n');
}
