import type { Block } from '#lib/content/body.ts';
import type { Decision } from './decide-access.ts';

/**
 * The blocks a reader gets. A preview ends at the editor's paywall break, else after the first paragraphs; it never
 * ends inside a list, never with a heading, and without a break never shows the whole text. The break itself is never
 * rendered.
 */
export function visibleBlocks(blocks: Block[], decision: Decision, previewParagraphs: number): Block[] {
  if (decision.kind === 'full') return blocks.filter((block) => block._type !== 'paywallBreak');
  return blocks.slice(0, previewLength(blocks, previewParagraphs));
}

/** How many blocks everybody sees of a closed article. They begin the whole text, too. */
export function previewLength(blocks: Block[], previewParagraphs: number): number {
  const at = blocks.findIndex((block) => block._type === 'paywallBreak');
  return at >= 0 ? at : firstParagraphs(blocks, previewParagraphs);
}

function firstParagraphs(blocks: Block[], wanted: number): number {
  const ends = blocks.flatMap((block, index) => (endsParagraph(block, blocks[index + 1]) ? [index + 1] : []));
  const count = Math.min(wanted, ends.length - 1);
  return count > 0 ? (ends[count - 1] ?? 0) : 0;
}

/** A paragraph is what carries text: a whole list is one, so are a fact box and a table; a heading is none. */
function endsParagraph(block: Block, next: Block | undefined): boolean {
  if (block._type === 'factBox' || block._type === 'table') return true;
  if (block._type !== 'block' || block.children.every((span) => span.text.trim() === '')) return false;
  if (block.listItem) return !(next?._type === 'block' && next.listItem);
  return block.style === 'normal' || block.style === 'blockquote';
}
