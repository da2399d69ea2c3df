import { isRecord, type LakeDocument } from '../dataset/document.ts';

/**
 * `text::query()`: the documents in which every word occurs somewhere, as the beginning of a word.
 * An empty text finds everything, as Studio's lists expect. There is no ranking.
 */
export function documentsWithText(documents: readonly LakeDocument[], text: string): LakeDocument[] {
  const words = wordsOf(text);
  if (words.length === 0) return [...documents];
  return documents.filter((document) => {
    const found = wordsOf(textsIn(document).join(' '));
    return words.every((word) => found.some((candidate) => candidate.startsWith(word)));
  });
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return plain.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

function textsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (Array.isArray(value)) for (const item of value) textsIn(item, found);
  else if (isRecord(value))
    for (const key in value) if (key !== '_ref' && key !== '_rev') textsIn(value[key], found);
  return found;
}
