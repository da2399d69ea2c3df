import type { ExprNode } from 'groq-js';
import { publishedId } from '../dataset/document.ts';
import type { OrderedDocuments } from '../dataset/ordered-documents.ts';
import type { View } from '../dataset/view.ts';
import type { WordPattern } from '../dataset/word-index.ts';
import { isListedName, withoutEdgeDots, wordKey } from '../dataset/words.ts';
import { constantsOf } from './constants.ts';
import { readsDocument } from './document-paths.ts';
import type { Inputs } from './stream-node.ts';
import { textAsked, wordsOf } from './text-query.ts';

type Match = Extract<ExprNode, { type: 'OpCall' }>;
/** `most`: so many documents are looked at one by one sooner than they are found by their words. */
type Surroundings = { view: View; outer: Inputs; most: number };

/** The documents that may match; null when the words do not tell, or tell of too many. */
export function matchCandidates(
  match: Match,
  { view, outer, most }: Surroundings,
): OrderedDocuments[] | null {
  if (most === 0) return null;
  const patterns = patternsOf(match, outer);
  let fewest: Set<string> | null = null;
  for (const pattern of patterns) {
    const ids = view.words.idsWith(pattern, fewest?.size ?? most);
    if (ids && (!fewest || ids.size < fewest.size)) fewest = ids;
  }
  if (!fewest) return null;
  // The index names documents as they are stored; a perspective may show them under another id.
  return [view.withIds([...fewest].flatMap((id) => [id, publishedId(id)]))];
}

/** Words that every document which matches must hold. */
function patternsOf({ left, right }: Match, outer: Inputs): WordPattern[] {
  const asked = textAsked(right);
  if (asked !== null) return wordsOf(asked).map((word) => pattern(wordKey(word), false, true));
  const texts = isTextOfDocument(left) ? constantsOf(right, outer) : null;
  if (!texts?.every((text) => typeof text === 'string')) return [];
  return texts.flatMap(termsOf).flatMap(patternsOfTerm);
}

/** As groq-js splits a pattern. */
export function termsOf(text: string): string[] {
  const terms = withoutEdgeDots(text).match(/([^!@#$%^&(),\\/?";:{}|[\]+<>\s-])+/g) ?? [];
  return terms.map((term) => term.slice(0, 1024));
}

function patternsOfTerm(term: string): WordPattern[] {
  const key = wordKey(term);
  return [...key.matchAll(/[\p{Letter}\p{Number}]+/gu)].map(({ 0: word, index }) =>
    pattern(word, key[index - 1] === '*', key[index + word.length] === '*'),
  );
}

function pattern(key: string, isOpenBefore: boolean, isOpenAfter: boolean): WordPattern {
  return { key, isOpenBefore, isOpenAfter };
}

/** Whether an expression yields texts as they stand in the document, or those of its blocks. */
function isTextOfDocument(node: ExprNode): boolean {
  switch (node.type) {
    case 'Array':
      return node.elements.every(({ value }) => isTextOfDocument(value));
    case 'FuncCall': {
      const [argument] = node.args;
      const isText = node.namespace === 'pt' && node.name === 'text';
      return isText && argument !== undefined && readsDocument(argument);
    }
    case 'AccessAttribute':
      // An id is another one in another perspective.
      return isListedName(node.name) && !/^_(original)?id$/i.test(node.name) && readsDocument(node);
    case 'Map':
    case 'FlatMap':
      return readsDocument(node.base) && isTextOfDocument(node.expr);
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Slice':
    case 'Filter':
      return isTextOfDocument(node.base);
    default:
      return false;
  }
}
