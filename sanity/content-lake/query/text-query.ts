import type { ExprNode } from 'groq-js';
import { isRecord, type LakeDocument } from '../dataset/document.ts';
import { isListedName, plain } from '../dataset/words.ts';

/**
 * `text::query()`: a document matches when every word occurs somewhere in it, as the beginning of a
 * word. An empty text finds everything, as Studio's lists expect. There is no ranking.
 */
export function hasWords(document: LakeDocument, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const missing = new Set(words);
  return findIn(document, missing);
}

/** The text of `… match text::query(text)`; null when it is none. */
export function textAsked(node: ExprNode): string | null {
  if (node.type !== 'FuncCall' || node.namespace !== 'text' || node.name !== 'query') return null;
  const [argument] = node.args;
  return argument?.type === 'Value' && typeof argument.value === 'string' ? argument.value : '';
}

export function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

/** Takes away what it finds; true as soon as nothing is missing any more. */
function findIn(value: unknown, missing: Set<string>): boolean {
  if (typeof value === 'string') {
    const text = plain(value);
    for (const word of missing) if (hasWordWith(text, word)) missing.delete(word);
    return missing.size === 0;
  }
  if (Array.isArray(value)) return value.some((item) => findIn(item, missing));
  if (!isRecord(value)) return false;
  for (const key in value) {
    if (isListedName(key) && findIn(value[key], missing)) return true;
  }
  return false;
}

function hasWordWith(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (at === 0 || !/[\p{Letter}\p{Number}]/u.test(characterBefore(text, at))) return true;
  }
  return false;
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
}
