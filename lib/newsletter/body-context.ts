import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import { shortDate } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';

/** Where a body stands: its words and links are those of its article. */
export type BodyContext = {
  siteUrl: string;
  article: Pick<Summary, 'language' | 'slug' | 'dateline'>;
  timeZone: string;
};

/** One way to write each kind of block but text; a kind without an entry does not compile. */
export type BlockWriters = {
  [Type in Exclude<Block['_type'], 'block'>]: (given: { value: Extract<Block, { _type: Type }> }) => string;
};

/** The dateline belongs to the first paragraph, whatever stands before it. */
export function datelineBefore(blocks: Block[], { language, dateline }: BodyContext['article']) {
  const first = blocks.find(
    (block) => block._type === 'block' && block.style === 'normal' && !block.listItem,
  );
  return (key: string | undefined) =>
    first && dateline && first._key === key ? `${dateline.toLocaleUpperCase(language)} — ` : '';
}

/** Correction, January 15, 2026 */
export function correctionLabel(date: string, kind: string, { article, timeZone }: BodyContext): string {
  const words = textsFor(article.language).article;
  const names: Record<string, string> = { clarification: words.clarification, update: words.update };
  return `${names[kind] ?? words.correction}, ${shortDate(date, article.language, timeZone)}`;
}

export function opensElsewhere(url: string, { article }: BodyContext): string {
  return textsFor(article.language).article.opensElsewhere(new URL(url).hostname.replace(/^www\./, ''));
}

/** Caption and credit, as far as there are any. */
export function creditLine({ caption, credit }: { caption: string | null; credit: string | null }): string {
  return [caption, credit].filter((line) => line).join(' ');
}
