import type { Block } from './body.ts';
import { readingMinutes, textOf } from './reading-time.ts';

export type Heading = { key: string; id: string; text: string };

/** The headings of a text, with the addresses they can be linked by: those do not change with what is written around. */
export function headingsOf(blocks: Block[]): Heading[] {
  const taken = new Map<string, number>();
  return blocks.flatMap((block) => {
    if (block._type !== 'block' || block.style !== 'h2') return [];
    const text = textOf(block).trim();
    const name = `part-${asAddress(text)}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return text ? [{ key: block._key, id: before === 0 ? name : `${name}-${before + 1}`, text }] : [];
  });
}

const fewestHeadings = 3;
const fewestMinutes = 2;

/** What a long text is made of; empty where a reader sees it all at a glance. */
export function tableOfContents(blocks: Block[]): Heading[] {
  const headings = headingsOf(blocks);
  return headings.length >= fewestHeadings && readingMinutes(blocks) >= fewestMinutes ? headings : [];
}

function asAddress(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
