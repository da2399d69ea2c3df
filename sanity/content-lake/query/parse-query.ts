import type { ExprNode } from 'groq-js';
import type { JsonRecord } from '../dataset/document.ts';
import { dataError, type LakeError } from '../http/lake-error.ts';
import { parseApart } from './parse-apart.ts';
import { type ParseMode, type ParseOutcome, parseOutcome } from './parse-outcome.ts';

const limits = {
  queryCharacters: 100_000,
  depth: 128,
  wildcardsInTerm: 6,
  cachedTrees: 1000,
  cachedKeyCharacters: 10_000,
  /** What takes less than a tenth of a second to parse, strings not counted. */
  charactersParsedHere: 1500,
} as const;

const cache = new Map<string, ExprNode>();

/** groq-js bakes parameter values into the tree, so the cache is keyed by both. */
export async function parseQuery(query: string, params: JsonRecord): Promise<ExprNode> {
  const key = JSON.stringify([query, params]);
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  refuseHostile(query, params);
  const request = { query, params, mode: 'normal' } as const;
  const isShort = withoutStrings(query).length <= limits.charactersParsedHere;
  const tree = treeOf(isShort ? parseOutcome(request) : await parseApart(request), query);
  if (key.length < limits.cachedKeyCharacters) cache.set(key, tree);
  for (const oldest of cache.keys()) {
    if (cache.size <= limits.cachedTrees) break;
    cache.delete(oldest);
  }
  return tree;
}

/** For what an administrator wrote: parsed at once, wherever it is needed. */
export function parseTrusted(query: string, mode: ParseMode): ExprNode {
  return treeOf(parseOutcome({ query, params: {}, mode }), query);
}

function treeOf(outcome: ParseOutcome, query: string): ExprNode {
  switch (outcome.kind) {
    case 'tree':
      return outcome.tree;
    case 'syntax-error': {
      const isEnd = outcome.message.endsWith(endOfQuery) && outcome.position >= query.trimEnd().length - 1;
      const start = isEnd ? query.length : outcome.position;
      // Worded as the hosted service does, because clients show it.
      const description = isEnd ? 'unexpected end-of-file, expected expression' : detailOf(outcome.message);
      throw dataError(400, 'queryParseError', description, { query, start, end: query.length });
    }
    case 'too-deep':
      throw refused('The query is nested too deeply', query);
    case 'too-long':
      throw refused('The query takes too long to parse', query);
    default:
      throw outcome satisfies never;
  }
}

const endOfQuery = 'Unexpected end of query';

function detailOf(message: string): string {
  return /^Syntax error in GROQ query at position \d+: (.+)$/s.exec(message)?.[1] ?? message;
}

/** What cannot be stopped once it runs is refused before: recursion, and patterns that backtrack for ever. */
function refuseHostile(query: string, params: JsonRecord): void {
  if (query.length > limits.queryCharacters) {
    throw refused(`The query is longer than ${limits.queryCharacters} characters`, query);
  }
  let depth = 0;
  for (const character of withoutStrings(query)) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    if (depth > limits.depth) throw refused('The query is nested too deeply', query);
  }
  for (const term of `${query} ${JSON.stringify(params)}`.split(/[\s"']+/)) {
    const wildcards = term.split('*').length - 1;
    if (wildcards > limits.wildcardsInTerm && /\w\*\w/.test(term)) {
      throw refused('A search term has too many wildcards', query);
    }
  }
}

function withoutStrings(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, '""');
}

function refused(description: string, query: string): LakeError {
  const shown = query.slice(0, 1000);
  return dataError(400, 'queryParseError', description, { query: shown, start: 0, end: query.length });
}
