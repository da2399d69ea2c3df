import { isRecord } from './document.ts';

/** What is no text of an author's: nobody finds a document by them. */
const unlistedNames = new Set(['_ref', '_rev', '_key', '_createdAt', '_updatedAt']);

export function isListedName(name: string): boolean {
  return !unlistedNames.has(name);
}

/** Lower case without accents. Most text is plain already, and is spared the detour. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/**
 * A text as the index of words keeps it: alike for all that `match` or `text::query` may take for the
 * same. Upper case after lower case, because the letters of Greek have two lower cases for one upper;
 * without iotas, because the upper case of one of its accents is that letter.
 */
export function wordKey(text: string): string {
  return plain(text).toUpperCase().replaceAll('\u0399', '');
}

/** groq-js takes dots at the edges of words out of a text before it splits it: `a.b` is `ab`. */
const edgeDots = /(\b\.+|\.+\b)/g;

export function withoutEdgeDots(text: string): string {
  return text.replace(edgeDots, '');
}

/** Every word of every text in a document, as keys; of a block also the words that its spans make together. */
export function wordsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') addWords(value, found);
  else if (Array.isArray(value)) for (const item of value) wordsIn(item, found);
  else if (isRecord(value)) {
    for (const name in value) if (isListedName(name)) wordsIn(value[name], found);
    if (Array.isArray(value.children) && value.children.length > 1) addWords(spansOf(value.children), found);
  }
  return found;
}

function addWords(text: string, found: Set<string>): void {
  for (const word of wordKey(text).match(/[\p{Letter}\p{Number}]+/gu) ?? []) found.add(word);
  if (!/\.[^\s.]/.test(text)) return;
  for (const word of wordKey(withoutEdgeDots(text)).match(/[\p{Letter}\p{Number}]+/gu) ?? []) found.add(word);
}

function spansOf(children: readonly unknown[]): string {
  const texts = children.map((child) =>
    isRecord(child) && typeof child.text === 'string' ? child.text : '',
  );
  return texts.join('');
}
