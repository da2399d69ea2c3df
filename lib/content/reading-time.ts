import type { Block, TextBlock } from './body.ts';

/** Silent reading of news in English and Spanish, words a minute (Brysbaert 2019 has 238 for English non-fiction). */
const wordsPerMinute = 230;

/** Whole minutes to read these blocks; at least one. */
export function readingMinutes(blocks: Block[]): number {
  const words = blocks.reduce((sum, block) => sum + wordsIn(block), 0);
  return Math.max(1, Math.round(words / wordsPerMinute));
}

function wordsIn(block: Block): number {
  switch (block._type) {
    case 'block':
      return countWords(textOf(block));
    case 'factBox':
      return block.body.reduce((sum, one) => sum + countWords(textOf(one)), 0);
    case 'table':
      return block.rows.reduce((sum, { cells }) => sum + countWords(cells.join(' ')), 0);
    default:
      return 0;
  }
}

export function textOf({ children }: TextBlock): string {
  return children.map(({ text }) => text).join('');
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
