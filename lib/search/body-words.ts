import type { Block, TextBlock } from '#lib/content/body.ts';

/**
 * The words of blocks, a line for each thing that stands by itself. What a block only points to (another article's
 * headline, an address) is not the article's text: it must not be found by it.
 */
export function bodyWords(blocks: readonly Block[]): string {
  return blocks
    .flatMap(linesOf)
    .map((line) => printable(line ?? ''))
    .filter((line) => line)
    .join('\n');
}

/** PostgreSQL takes no NUL, and a snippet marks what was found with characters of this kind. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

function linesOf(block: Block): (string | null)[] {
  switch (block._type) {
    case 'block':
      return [textOf(block)];
    case 'figure':
      return [block.caption];
    case 'gallery':
      return block.pictures.map(({ caption }) => caption);
    case 'pullQuote':
    case 'correctionNote':
      return [block.text];
    case 'factBox':
      return [block.title, ...block.body.map(textOf)];
    case 'table':
      return [block.caption, ...block.rows.map(({ cells }) => cells.join(' '))];
    case 'embed':
      return [block.title];
    case 'paywallBreak':
    case 'relatedLink':
      return [];
    default:
      return block satisfies never;
  }
}

function textOf({ children }: TextBlock): string {
  return children.map(({ text }) => text).join('');
}
